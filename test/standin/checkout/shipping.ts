import type { CheckoutLine } from "./line.ts";

/** Minor units, the same for every parcel of every shop. */
const FLAT_SHIPPING = 590;

/** Undefined when nothing has to be sent. */
export function flatShipping(lines: readonly CheckoutLine[]): number | undefined {
  return lines.some((line) => line.requiresShipping) ? FLAT_SHIPPING : undefined;
}
