import type { AftermathFacts, Hit, Signal } from "../signal.ts";

/** Sites that collect codes: who comes from there has found the code there. */
const COUPON_SITE =
  /(?:retailmenot|couponfollow|joinhoney|honey|hotukdeals|vouchercodes|myvouchercodes|gutscheine|mydealz|sparwelt|coupons|coupert|dealabs|ma-reduc|poulpeo|igraal|slickdeals|pepper|groupon|savings|kortingscode|acties|chollometro|codigosdescuento|codicesconto)[^/]*\./i;

export const leakedCode = {
  supporting: false,
  catches: "A code for an audience, used by somebody outside it, or by way of a coupon site.",
  why: "A leaked code costs its discount on every order that would have been made anyway.",
  wronglyCatches: "Members of the audience with a second address, and friends of theirs.",
  detect({ order, inAudience, isLeaking }: AftermathFacts): Hit | null {
    const isFromSite = COUPON_SITE.test(order.referrer ?? "");
    if (inAudience !== false) return null;
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
