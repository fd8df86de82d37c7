import { orderTotal } from "../checkout/placed-order.ts";
import { html, type Html } from "../page/html.ts";
import { document } from "../page/document.ts";
import { formatInstant, formatMoney } from "../page/money.ts";
import type { Discount, Order, ShopState } from "../state.ts";
import { adminDocument, type AdminStore } from "./admin-page.ts";
import { discountStatus, offerText, ruleTexts, usesText } from "./discount-text.ts";
import { nextSteps, statusBadge } from "./order-text.ts";
import { ADMIN_STYLES } from "./styles.ts";

/** Rows of a list page; the newest. */
export const PAGE_SIZE = 50;

export function indexPage(shops: readonly ShopState[], appHandle: string): string {
  return document({
    title: "Stand-in",
    styles: ADMIN_STYLES,
    body: html`<header class="top">
        <span class="brand">Stand-in</span>
        <span class="note">a local copy of the parts of Shopify this app uses</span>
      </header>
      <div class="frame" style="grid-template-columns:minmax(0,1fr)">
        <div class="main">
          <div class="page">
            <div class="head">
              <h1>Shops</h1>
              <span class="push"><a class="button" href="/panel">Panel</a></span>
            </div>
            ${shops.length === 0 && html`<div class="card empty">There is no shop yet.</div>`}
            <div class="tiles">
              ${shops.map(
                (shop) =>
                  html`<section class="card tile">
                    <div>
                      <h2>${shop.name}</h2>
                      <p class="soft">${shop.domain}</p>
                    </div>
                    ${shopFacts(shop)}
                    <div class="links">
                      <a class="button primary" href="/store/${shop.handle}/apps/${appHandle}"
                        >Open the app</a
                      >
                      <a class="button" href="/store/${shop.handle}">Admin</a>
                      <a class="button" href="/storefront/${shop.handle}">Storefront</a>
                    </div>
                  </section>`,
              )}
            </div>
          </div>
        </div>
      </div>`,
  });
}

function shopFacts(shop: ShopState): Html {
  return html`<dl class="facts">
    <dt>App</dt>
    <dd>
      ${shop.installed ? html`<span class="badge good">Installed</span>` : "Not installed yet"}
    </dd>
    <dt>Orders</dt>
    <dd>${shop.orders.length}</dd>
    <dt>Discounts</dt>
    <dd>${shop.discounts.size}</dd>
    <dt>Money and time</dt>
    <dd>${shop.currencyCode}, ${shop.ianaTimezone}</dd>
  </dl>`;
}

export function homePage(store: AdminStore, shop: ShopState, now: Date): string {
  return adminDocument({
    title: `Home · ${shop.name}`,
    store,
    current: "home",
    body: html`<div class="page">
      <h1>${shop.name}</h1>
      <div class="tiles">
        <section class="card tile">
          <h2>Store</h2>
          ${shopFacts(shop)}
        </section>
        <section class="card tile">
          <h2>The shop’s clock</h2>
          <p>${formatInstant(now, shop.ianaTimezone)}</p>
          <div class="links">
            <a class="button" href="/panel?shop=${shop.handle}#clock">Move it</a>
          </div>
        </section>
        <section class="card tile">
          <h2>Apps</h2>
          <div class="links">
            <a class="button primary" href="/store/${shop.handle}/apps/${store.app.handle}"
              >Open ${store.app.name}</a
            >
          </div>
        </section>
        <section class="card tile">
          <h2>Sell something</h2>
          <div class="links">
            <a class="button" href="/storefront/${shop.handle}">Open the storefront</a>
          </div>
        </section>
      </div>
    </div>`,
  });
}

export function ordersPage(store: AdminStore, shop: ShopState): string {
  const orders = [...shop.orders].reverse().slice(0, PAGE_SIZE);
  return adminDocument({
    title: `Orders · ${shop.name}`,
    store,
    current: "orders",
    body: html`<div class="page">
      <div class="head">
        <h1>Orders</h1>
        <span class="soft">${countText(orders.length, shop.orders.length)}</span>
      </div>
      <div class="card">
        ${
          orders.length === 0
            ? html`<p class="empty">
                No orders yet. <a href="/storefront/${shop.handle}">Buy something</a> in the
                storefront.
              </p>`
            : html`<table class="stack">
                <thead>
                  <tr>
                    <th>Order</th>
                    <th>Placed</th>
                    <th>Customer</th>
                    <th>Codes</th>
                    <th class="right">Total</th>
                    <th>Status</th>
                    <th></th>
                  </tr>
                </thead>
                <tbody>
                  ${orders.map((order) => orderRow(shop, order))}
                </tbody>
              </table>`
        }
      </div>
    </div>`,
  });
}

function orderRow(shop: ShopState, order: Order): Html {
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  const name = [customer?.firstName, customer?.lastName].filter(Boolean).join(" ");
  const codes = order.applications.flatMap(({ code }) => code ?? []);
  return html`<tr>
    <td><strong>${order.name}</strong></td>
    <td class="soft">${formatInstant(order.createdAt, shop.ianaTimezone)}</td>
    <td class="break">${name || order.email || order.phone || "Guest"}</td>
    <td class="break">${codes.join(", ") || "–"}</td>
    <td class="right num">${formatMoney(orderTotal(order), order.currency)}</td>
    <td>${statusBadge(order)}</td>
    <td class="actions">
      ${nextSteps(order).map(
        ({ action, label, isDanger }) =>
          html`<form method="post" action="/store/${shop.handle}/orders/${order.id}/${action}">
            <button class="button slim ${isDanger ? "danger" : ""}">${label}</button>
          </form> `,
      )}
    </td>
  </tr>`;
}

export function discountsPage(store: AdminStore, shop: ShopState, now: Date): string {
  const discounts = [...shop.discounts.values()].reverse();
  return adminDocument({
    title: `Discounts · ${shop.name}`,
    store,
    current: "discounts",
    body: html`<div class="page">
      <div class="head">
        <h1>Discounts</h1>
        <span class="soft">as Shopify holds them</span>
      </div>
      <div class="card">
        ${
          discounts.length === 0
            ? html`<p class="empty">No discounts yet.</p>`
            : html`<table class="stack">
                <thead>
                  <tr>
                    <th>Title</th>
                    <th>Status</th>
                    <th>Offer and rules</th>
                    <th>Used</th>
                    <th>Dates</th>
                    <th></th>
                  </tr>
                </thead>
                <tbody>
                  ${discounts.map((discount) => discountRow(shop, discount, now))}
                </tbody>
              </table>`
        }
      </div>
    </div>`,
  });
}

function discountRow(shop: ShopState, discount: Discount, now: Date): Html {
  const status = discountStatus(discount, now);
  const form = (action: string, label: string, isDanger: boolean): Html => html`
    <form method="post" action="/store/${shop.handle}/discounts/${discount.id}/${action}">
      <button class="button slim ${isDanger ? "danger" : ""}">${label}</button>
    </form>
  `;
  const day = (at: Date): string => formatInstant(at, shop.ianaTimezone);
  return html`<tr>
    <td class="break">
      <strong>${discount.title}</strong><br /><span class="soft">${codesText(discount)}</span>
    </td>
    <td><span class="badge ${status.badge}">${status.text}</span></td>
    <td>
      ${offerText(discount, shop.currencyCode)}${ruleTexts(discount, shop).map((rule) => html`<br /><span class="soft">${rule}</span>`)}
    </td>
    <td>${usesText(discount)}</td>
    <td class="soft">
      from ${day(discount.startsAt)}${discount.endsAt && html`<br />to ${day(discount.endsAt)}`}
    </td>
    <td class="actions">
      ${
        status.text === "Expired"
          ? form("activate", "Activate", false)
          : form("deactivate", "Deactivate", false)
      }${form("delete", "Delete", true)}
    </td>
  </tr>`;
}

function codesText(discount: Discount): string {
  if (discount.method === "automatic") return "Automatic";
  const codes = [...discount.redeemCodes.values()];
  const [first] = codes;
  if (!first) return "No codes";
  return codes.length === 1 ? first.code : `${first.code} and ${codes.length - 1} more codes`;
}

function countText(shown: number, all: number): string {
  return all > shown ? `the newest ${shown} of ${all}` : `${all}`;
}
