import type { Counted } from "#app/domain/insight/slice.ts";

type Words = { count: string; average: string; note: (more: string, less: string) => string };

/** What is counted of a slice, and its net revenue divided by that: each under a name that no other number has. */
export const COUNTED: Record<Counted, Words> = {
  uses: {
    count: "Redemptions",
    average: "Net revenue a redemption",
    note: (redeemed, freed) => `${redeemed} redeemed, ${freed} freed`,
  },
  orders: {
    count: "Orders",
    average: "Average order",
    note: (placed, back) => `${placed} placed, ${back} taken back`,
  },
};
