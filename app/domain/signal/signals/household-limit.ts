import type { Signal } from "../signal.ts";

/** The nearest beside as many as the limit allows. */
const SHOWN = 20;
/** A use counts from so many bits on: twice as likely as not. */
const RELATED = 1;
/** Beyond so many bits nothing is surer: who lives with whom is never known. */
const SUREST = 8;

/** Off as a campaign comes: it has no limit per household until somebody sets one. */
export const householdLimit: Signal = {
  supporting: false,
  catches: "More uses by one household than the merchant allows it.",
  why: "Some bonuses (a trial box, a free kit) are meant for a home, not for each who lives there.",
  wronglyCatches:
    "Flatmates and neighbours behind one door, and grown children who still order to their parents.",
  detect({ limit, household, alsoHere }) {
    if (!limit?.perHousehold) return null;
    const nearest = household
      .filter(({ householdBits }) => householdBits > RELATED)
      .sort((a, b) => b.householdBits - a.householdBits);
    // What one order does alone is counted exactly.
    if (nearest.length === 0) return null;
    // As many as make this one too many: it is as sure as that the least sure of them is of the household.
    const needed = Math.max(1, limit.perHousehold - alsoHere);
    const least = nearest[needed - 1];
    if (!least) return null;
    return {
      bits: Math.min(SUREST, least.householdBits),
      evidence: {
        orders: [...new Map(nearest.map((use) => [use.order.id, use])).values()]
          .slice(0, limit.perHousehold - 1 + SHOWN)
          .map(({ order, shares }) => ({ orderId: order.id, shares })),
        numbers: { limit: limit.perHousehold, uses: nearest.length + alsoHere + 1 },
      },
    };
  },
};
