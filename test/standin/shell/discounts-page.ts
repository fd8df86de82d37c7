import { html, type Html } from "../page/html.ts";
import { formatInstant } from "../page/money.ts";
import type { Discount, ShopState } from "../state.ts";
import { adminDocument, type AdminStore } from "./admin-page.ts";
import { discountStatus, offerText, ruleTexts, usesText } from "./discount-text.ts";

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
  const { size } = discount.redeemCodes;
  const [first] = discount.redeemCodes;
  if (!first) return "No codes";
  return size === 1 ? first.code : `${first.code} and ${size - 1} more codes`;
}
