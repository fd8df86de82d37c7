import { classOf } from "./discount.ts";
import { combine } from "./judge.ts";
import type { CheckoutLine } from "./line.ts";
import { price, type AppliedCode } from "./price.ts";

/** Codes one order may carry: so many on products or the order, and so many on shipping. */
const MOST_CODES = 5;
const MOST_SHIPPING_CODES = 1;

/**
 * Of the codes that may not stand together, the set that saves the shopper most; of equals, the one entered
 * first. With at most a handful of codes, every set can be tried.
 */
export function chooseCodes(
  lines: readonly CheckoutLine[],
  shippingPrice: number,
  codes: readonly AppliedCode[],
): readonly AppliedCode[] {
  let best: readonly AppliedCode[] = [];
  let saved = -1;
  for (let set = (1 << codes.length) - 1; set > 0; set -= 1) {
    const chosen = codes.filter((_, index) => (set & (1 << (codes.length - 1 - index))) !== 0);
    if (!mayStandTogether(chosen)) continue;
    const { discounts } = price(lines, shippingPrice, chosen);
    if (discounts > saved) {
      best = chosen;
      saved = discounts;
    }
  }
  return best;
}

function mayStandTogether(codes: readonly AppliedCode[]): boolean {
  const onShipping = codes.filter(({ discount }) => classOf(discount.offer) === "SHIPPING").length;
  if (onShipping > MOST_SHIPPING_CODES || codes.length - onShipping > MOST_CODES) return false;
  const discounts = codes.map(({ discount }) => discount);
  return discounts.every((one, index) =>
    discounts.slice(index + 1).every((other) => one.id !== other.id && combine(one, other)),
  );
}
