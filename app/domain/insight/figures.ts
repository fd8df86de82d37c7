import { averageOrderMinor } from "../measure/rate.ts";

/** What a slice brought, as the ledger adds it up. Money is minor units of the shop's currency. */
export type Sums = {
  redemptions: number;
  reversals: number;
  revenueMinor: number;
  discountMinor: number;
  refundMinor: number;
  /** Uses whose amounts are in the shop's currency: what an average may be taken over. */
  pricedUses: number;
};

export const NO_SUMS: Sums = {
  redemptions: 0,
  reversals: 0,
  revenueMinor: 0,
  discountMinor: 0,
  refundMinor: 0,
  pricedUses: 0,
};

/** What follows from the sums. Definitions: docs/metrics.md. */
export type Figures = Sums & { uses: number; netMinor: number; averageMinor: number | null };

export function figuresOf(sums: Sums): Figures {
  const netMinor = sums.revenueMinor - sums.refundMinor;
  return {
    ...sums,
    netMinor,
    uses: sums.redemptions - sums.reversals,
    averageMinor: averageOrderMinor(netMinor, sums.pricedUses),
  };
}

export function addSums(a: Sums, b: Sums): Sums {
  return {
    redemptions: a.redemptions + b.redemptions,
    reversals: a.reversals + b.reversals,
    revenueMinor: a.revenueMinor + b.revenueMinor,
    discountMinor: a.discountMinor + b.discountMinor,
    refundMinor: a.refundMinor + b.refundMinor,
    pricedUses: a.pricedUses + b.pricedUses,
  };
}

/** Whether nothing happened, as far as sums tell. */
export function isNothing({ redemptions, reversals, ...sums }: Sums): boolean {
  const { revenueMinor, discountMinor, refundMinor } = sums;
  const all = [redemptions, reversals, revenueMinor, discountMinor, refundMinor];
  return all.every((sum) => sum === 0);
}

/** All of one but not of the other: orders without a code are all orders less those with one. */
export function lessSums(a: Sums, b: Sums): Sums {
  const negative = Object.fromEntries(Object.entries(b).map(([name, value]) => [name, -value]));
  return addSums(a, negative as Sums);
}
