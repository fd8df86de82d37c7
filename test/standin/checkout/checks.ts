import type { Buyer, Checkout, CheckoutLineInput, PayResult } from "./checkout.ts";
import { customerOf } from "./function-input.ts";
import type { CheckoutShop, Person } from "./shop.ts";
import { findVariant } from "./variants.ts";

/** Whether every line is something the shop sells, in a quantity one can buy. */
export function areSold(shop: CheckoutShop, lines: readonly CheckoutLineInput[]): boolean {
  return (
    lines.length > 0 &&
    lines.every(
      ({ variantId, quantity }) =>
        Number.isInteger(quantity) && quantity > 0 && findVariant(shop, variantId) !== undefined,
    )
  );
}

export function personOf(shop: CheckoutShop, buyer: Buyer): Person {
  if (buyer.kind === "guest") return { customerId: undefined, email: buyer.email };
  return { customerId: buyer.customerId, email: customerOf(shop, buyer.customerId)?.email };
}

/** What a checkout still needs before it can be paid. */
export function missing(shop: CheckoutShop, { buyer }: Checkout): PayResult | undefined {
  if (buyer.kind !== "guest") {
    return customerOf(shop, buyer.customerId)
      ? undefined
      : { kind: "incomplete", field: "buyer", message: "This customer does not exist any more." };
  }
  return buyer.email === undefined && buyer.phone === undefined
    ? { kind: "incomplete", field: "email", message: "Enter an email or phone number" }
    : undefined;
}
