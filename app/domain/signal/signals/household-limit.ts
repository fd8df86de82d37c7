import type { Signal } from "../signal.ts";

/** A relative's use counts from so many bits on. */
const RELATED = 1;

export const householdLimit: Signal = {
  supporting: false,
  onByDefault: false,
  catches: "More uses by one household than the merchant allows it.",
  why: "Some bonuses (a trial box, a free kit) are meant for a home, not for each who lives there.",
  wronglyCatches:
    "Flatmates and neighbours behind one door, and grown children who still order to their parents.",
  detect({ limit, household }) {
    if (!limit?.perHousehold) return null;
    const related = household.filter(({ householdBits }) => householdBits > RELATED);
    if (related.length < limit.perHousehold) return null;
    const bits = Math.max(...related.map(({ householdBits }) => householdBits));
    return {
      bits,
      evidence: {
        orders: related.map(({ order }) => ({
          orderId: order.id,
          shares: [{ what: "address", bits }],
        })),
        numbers: { limit: limit.perHousehold, uses: related.length + 1 },
      },
    };
  },
};
