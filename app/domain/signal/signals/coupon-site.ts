import type { Signal } from "../signal.ts";

export const couponSite: Signal = {
  supporting: true,
  catches: "A private code, used by somebody who came from a site that collects codes.",
  why: "It was given to some people only; who comes again and again looks for codes wherever they are.",
  wronglyCatches:
    "People who have the code and look for a better one, and whoever found it in good faith.",
  detect({ order, isPrivate }) {
    if (!isPrivate || !order.couponSite) return null;
    return { bits: 0.3, evidence: { orders: [], numbers: {} } };
  },
};
