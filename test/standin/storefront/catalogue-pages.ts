import type { PlacedOrder } from "../checkout/order-draft.ts";
import type { CheckoutShop, StoreProduct } from "../checkout/shop.ts";
import { titleOf, variantOf } from "../checkout/variants.ts";
import { attribute, html, type Html } from "../page/html.ts";
import { formatInstant, formatMoney } from "../page/money.ts";
import { storePage } from "./layout.ts";
import { picture } from "./picture.ts";
import type { ShopperSession } from "./session.ts";

export function productsPage(shop: CheckoutShop, session: ShopperSession): string {
  const products = shop.products();
  const body = products.length
    ? html`<h1>Everything</h1>
        <div class="products">${products.map((one) => productCard(shop, one))}</div>`
    : html`<div class="empty">
        <h1>Nothing for sale yet</h1>
        <p class="soft">This shop has no products.</p>
      </div>`;
  return storePage(shop, session, { title: "Products", body });
}

function productCard(shop: CheckoutShop, product: StoreProduct): Html {
  const [first, ...others] = product.variants;
  if (!first) return html``;
  return html`<article class="card product">
    ${picture(product.title)}
    <div class="text">
      <h2>${product.title}</h2>
      ${product.description !== "" && html`<p class="soft small">${product.description}</p>`}
      <p>${others.length > 0 && "from "}${formatMoney(first.price, shop.currency)}</p>
      <form class="stack" method="post" action="/storefront/${shop.handle}/cart">
        ${
          others.length > 0
            ? html`<select name="variant" aria-label="Variant of ${product.title}">
                ${product.variants.map(
                  (variant) =>
                    html`<option value="${variant.id}">
                      ${variant.title} – ${formatMoney(variant.price, shop.currency)}
                    </option>`,
                )}
              </select>`
            : html`<input type="hidden" name="variant" value="${first.id}" />`
        }
        <button class="wide">Add to cart</button>
      </form>
    </div>
  </article>`;
}

export function cartPage(shop: CheckoutShop, session: ShopperSession): string {
  const base = `/storefront/${shop.handle}`;
  const lines = session.cart.map(({ variantId, quantity }) => {
    const found = variantOf(shop, variantId);
    return { variantId, quantity, title: titleOf(found), total: found.variant.price * quantity };
  });
  const subtotal = lines.reduce((sum, { total }) => sum + total, 0);
  const body =
    lines.length === 0
      ? html`<div class="empty">
          <h1>Your cart is empty</h1>
          <a class="button primary" href="${base}">See the products</a>
        </div>`
      : html`<h1>Cart</h1>
          <div class="card stack">
            ${lines.map(
              (line) =>
                html`<div class="line">
                  ${picture(line.title)}
                  <div>
                    <strong>${line.title}</strong>
                    <form class="row" method="post" action="${base}/cart/change">
                      <input type="hidden" name="variant" value="${line.variantId}" />
                      <input
                        class="fix"
                        style="width:5rem"
                        type="number"
                        name="quantity"
                        min="0"
                        max="99"
                        value="${line.quantity}"
                        aria-label="Quantity of ${line.title}"
                        onchange="this.form.submit()"
                      />
                      <button class="plain" name="remove" value="1">Remove</button>
                      <noscript><button>Update</button></noscript>
                    </form>
                  </div>
                  <div class="right">${formatMoney(line.total, shop.currency)}</div>
                </div>`,
            )}
            <hr />
            <dl class="totals">
              <div class="grand" style="border:0;padding:0">
                <dt>Subtotal</dt>
                <dd>${formatMoney(subtotal, shop.currency)}</dd>
              </div>
            </dl>
            <p class="soft small">Shipping and discount codes come at checkout.</p>
            <form method="post" action="${base}/checkout">
              <button class="primary wide">Check out</button>
            </form>
          </div>`;
  return storePage(shop, session, { title: "Cart", body, isNarrow: true });
}

/** Every order of whoever is chosen; a shortcut of the stand-in, so that orders can be found again. */
export function ordersPage(
  shop: CheckoutShop,
  session: ShopperSession,
  chosen: string | undefined,
  orders: readonly PlacedOrder[],
): string {
  const body = html`<h1>My orders</h1>
    <form class="row" method="get">
      <select name="customer" aria-label="Whose orders" onchange="this.form.submit()">
        <option value="">Choose a customer</option>
        ${shop
          .customers()
          .map(
            ({ id, name, email }) =>
              html`<option value="${id}" ${attribute(id === chosen, "selected")}>
                ${name}${email !== undefined && ` (${email})`}
              </option>`,
          )}</select
      ><noscript><button>Show</button></noscript>
    </form>
    ${chosen !== undefined && orders.length === 0 && html`<p class="soft">No orders yet.</p>`}
    ${
      orders.length > 0 &&
      html`<div class="card orders">
        ${orders.map(
          (order) =>
            html`<div>
              <strong>${order.name}</strong>
              <strong>${formatMoney(order.total, shop.currency)}</strong>
              <span class="soft small"
                >${formatInstant(order.createdAt, shop.timeZone)}${order.codes.length > 0 && `, with ${order.codes.join(", ")}`}</span
              >
              <span class="soft small right">${statusOf(order)}</span>
            </div>`,
        )}
      </div>`
    }`;
  return storePage(shop, session, { title: "My orders", body, isNarrow: true });
}

export function statusOf(order: PlacedOrder): string {
  return order.cancelledAt ? `cancelled, ${order.financialStatus}` : order.financialStatus;
}
