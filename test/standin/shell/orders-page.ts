import { orderTotal } from "../checkout/placed-order.ts";
import { html, type Html } from "../page/html.ts";
import { formatInstant, formatMoney } from "../page/money.ts";
import type { Order, ShopState } from "../state.ts";
import { adminDocument, type AdminStore } from "./admin-page.ts";
import { nextSteps, statusBadge } from "./order-text.ts";

/** Rows on the page: the newest. */
const PAGE_SIZE = 50;

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

function countText(shown: number, all: number): string {
  return all > shown ? `the newest ${shown} of ${all}` : `${all}`;
}
