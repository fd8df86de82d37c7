import { localInstant } from "../orders/local-instant.ts";
import { amountText } from "../orders/money-bag.ts";
import type { Checkout } from "./checkout.ts";
import { personOf } from "./checks.ts";
import type { CheckoutShop } from "./shop.ts";

/**
 * The body of `checkouts/create` and `checkouts/update`: the checkout as it is now, known by its token alone since 2026-04.
 * That a finished one is told with `completed_at` is not established.
 */
export function checkoutPayload(shop: CheckoutShop, checkout: Checkout) {
  const { currency, timeZone } = shop;
  const { buyer, price } = checkout;
  const time = (instant: Date) => localInstant(instant, timeZone);
  const now = time(shop.now());
  return {
    token: checkout.token,
    cart_token: checkout.cartToken,
    email: personOf(shop, buyer).email ?? null,
    phone: buyer.kind === "guest" ? (buyer.phone ?? null) : null,
    created_at: time(checkout.createdAt),
    updated_at: now,
    completed_at: checkout.order ? now : null,
    closed_at: null,
    currency,
    presentment_currency: currency,
    customer_locale: checkout.language,
    source_name: "web",
    discount_codes: price.applications.map(({ code, amount, class: of, valueType }) => ({
      code,
      amount: amountText(amount, currency),
      type: of === "SHIPPING" ? "shipping" : valueType,
    })),
    subtotal_price: amountText(price.subtotal, currency),
    total_discounts: amountText(price.discounts, currency),
    total_price: amountText(price.total, currency),
  };
}
