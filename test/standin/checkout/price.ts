import { classOf, type CheckoutDiscount, type DiscountClass, type Offer } from "./discount.ts";
import { lineTotal, subtotalOf, type CheckoutLine } from "./line.ts";
import { takeFromLines, type LineAmount } from "./take.ts";

/** A code Shopify and every function let through. */
export type AppliedCode = { readonly code: string; readonly discount: CheckoutDiscount };

/** What one code took off, and where. Amounts in minor units. */
export type Application = {
  readonly code: string;
  readonly discountId: string;
  readonly title: string;
  readonly class: DiscountClass;
  readonly valueType: "percentage" | "fixed_amount";
  /** Percent (0–100) or minor units, as the merchant set it. */
  readonly value: number;
  readonly targetSelection: "all" | "entitled" | "explicit";
  readonly amount: number;
  readonly lines: readonly LineAmount[];
  readonly shipping: number;
};

export type Price = {
  readonly subtotal: number;
  readonly shipping: number;
  readonly discounts: number;
  readonly total: number;
  readonly applications: readonly Application[];
};

const ORDER_OF_CLASSES: readonly DiscountClass[] = ["PRODUCT", "ORDER", "SHIPPING"];

/** Product discounts first, then order discounts on what is left, then shipping; never below zero. */
export function price(
  lines: readonly CheckoutLine[],
  shippingPrice: number,
  codes: readonly AppliedCode[],
): Price {
  const left = new Map(lines.map((line) => [line.id, lineTotal(line)]));
  let shippingLeft = shippingPrice;
  const applications: Application[] = [];
  for (const discountClass of ORDER_OF_CLASSES) {
    for (const { code, discount } of codes) {
      if (classOf(discount.offer) !== discountClass) continue;
      const shipping = discount.offer.kind === "free-shipping" ? shippingLeft : 0;
      const taken = takeFromLines(discount.offer, lines, left);
      for (const { lineId, amount } of taken) left.set(lineId, (left.get(lineId) ?? 0) - amount);
      shippingLeft -= shipping;
      applications.push({
        code,
        discountId: discount.id,
        title: discount.title,
        class: discountClass,
        ...valueOf(discount.offer),
        amount: shipping + taken.reduce((sum, { amount }) => sum + amount, 0),
        lines: taken,
        shipping,
      });
    }
  }
  const subtotal = subtotalOf(lines);
  const discounts = applications.reduce((sum, { amount }) => sum + amount, 0);
  const total = subtotal + shippingPrice - discounts;
  return { subtotal, shipping: shippingPrice, discounts, total, applications };
}

function valueOf(offer: Offer): Pick<Application, "valueType" | "value" | "targetSelection"> {
  const selection = "items" in offer && offer.items.kind === "all" ? "all" : "entitled";
  switch (offer.kind) {
    case "percentage":
      return {
        valueType: "percentage",
        value: percent(offer.fraction),
        targetSelection: selection,
      };
    case "amount":
      return { valueType: "fixed_amount", value: offer.amount, targetSelection: selection };
    case "free-shipping":
      return { valueType: "percentage", value: 100, targetSelection: "all" };
    case "buy-x-get-y":
      return {
        valueType: "percentage",
        value: percent(offer.fraction),
        targetSelection: "explicit",
      };
  }
}

/** 0.155 → 15.5, without the noise of binary fractions. */
function percent(fraction: number): number {
  return Math.round(fraction * 1_000_000) / 10_000;
}
