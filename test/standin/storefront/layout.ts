import type { CheckoutShop } from "../checkout/shop.ts";
import { document } from "../page/document.ts";
import { html, type Html } from "../page/html.ts";
import { quantityIn, type ShopperSession } from "./session.ts";
import { STOREFRONT_STYLES } from "./styles.ts";

export function storePage(
  shop: CheckoutShop,
  session: ShopperSession,
  { title, body, isNarrow = false }: { title: string; body: Html; isNarrow?: boolean },
): string {
  const base = `/storefront/${shop.handle}`;
  return document({
    title: `${title} – ${shop.name}`,
    styles: STOREFRONT_STYLES,
    body: html` <header class="bar">
        <div>
          <a class="name" href="${base}">${shop.name}</a>
          <a href="${base}/orders">My orders</a>
          <a href="${base}/cart">Cart (${quantityIn(session.cart)})</a>
        </div>
      </header>
      <main class="${isNarrow ? "narrow" : ""}">${body}</main>`,
  });
}
