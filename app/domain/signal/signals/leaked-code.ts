import type { AftermathFacts, Hit, Signal } from "../signal.ts";

export const leakedCode = {
  supporting: false,
  catches: "A code for an audience, used by somebody outside it, or by way of a coupon site.",
  why: "A leaked code costs its discount on every order that would have been made anyway.",
  wronglyCatches: "Members of the audience with a second address, and friends of theirs.",
  detect({ order, inAudience, isLeaking }: AftermathFacts): Hit | null {
    if (inAudience !== false) return null;
    const isFromSite = Boolean(order.couponSite);
    const bits = 1 + (isFromSite ? 2 : 0) + (isLeaking ? 2 : 0);
    return {
      bits,
      evidence: {
        orders: [],
        numbers: { fromCouponSite: isFromSite ? 1 : 0, leaking: isLeaking ? 1 : 0 },
      },
    };
  },
} satisfies Signal;
