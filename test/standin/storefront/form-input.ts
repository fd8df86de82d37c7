import type { Buyer } from "../checkout/checkout.ts";
import type { PaymentMethod } from "../checkout/order-draft.ts";
import type { CheckoutShop } from "../checkout/shop.ts";

/** Undefined when a guest left both e-mail and phone empty, or the customer does not exist. */
export function readBuyerForm(shop: CheckoutShop, form: URLSearchParams): Buyer | undefined {
  const kind = form.get("kind");
  if (kind === "signed-in" || kind === "known") {
    const customerId = form.get("customer") ?? "";
    return shop.customers().some(({ id }) => id === customerId) ? { kind, customerId } : undefined;
  }
  const email = form.get("email")?.trim() || undefined;
  const phone = form.get("phone")?.trim() || undefined;
  return email === undefined && phone === undefined ? undefined : { kind: "guest", email, phone };
}

const METHODS: readonly PaymentMethod[] = [
  "card",
  "declined-card",
  "bank-transfer",
  "test-gateway",
];

export function readMethod(form: URLSearchParams): PaymentMethod {
  return METHODS.find((method) => method === form.get("method")) ?? "card";
}
