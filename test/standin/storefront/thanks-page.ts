import type { Checkout } from "../checkout/checkout.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { html } from "../page/html.ts";
import { formatMoney } from "../page/money.ts";
import { storePage } from "./layout.ts";
import type { ShopperSession } from "./session.ts";

export function thanksPage(
  shop: CheckoutShop,
  session: ShopperSession,
  checkout: Checkout,
): string {
  const { order, price } = checkout;
  if (!order) throw new Error("A checkout without an order has nothing to thank for");
  const body = html`<div class="card stack">
    <p class="soft">Order ${order.name}</p>
    <h1>Thank you!</h1>
    <p>
      ${
        order.financialStatus === "pending"
          ? "Your order is waiting for your bank transfer."
          : "Your order is confirmed."
      }
    </p>
    <dl class="totals">
      ${price.applications.map(
        ({ code, amount }) =>
          html`<div>
            <dt class="soft">${code}</dt>
            <dd>−${formatMoney(amount, shop.currency)}</dd>
          </div>`,
      )}
      <div class="grand">
        <dt>Total</dt>
        <dd>${formatMoney(price.total, shop.currency)}</dd>
      </div>
    </dl>
    <div><a class="button" href="/storefront/${shop.handle}">Continue shopping</a></div>
  </div>`;
  return storePage(shop, session, { title: `Order ${order.name}`, body, isNarrow: true });
}
