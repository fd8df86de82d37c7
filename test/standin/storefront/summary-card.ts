import type { Checkout } from "../checkout/checkout.ts";
import type { Verdict } from "../checkout/evaluate.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { titleOf, variantOf } from "../checkout/variants.ts";
import { attribute, html, type Html } from "../page/html.ts";
import { formatMoney } from "../page/money.ts";
import { picture } from "./picture.ts";

/** Lines, the code field with what was said about the codes beside it, and the totals. */
export function summaryCard(
  shop: CheckoutShop,
  checkout: Checkout,
  action: string,
  typedCode: string,
): Html {
  const { price, verdicts } = checkout;
  const money = (minor: number): string => formatMoney(minor, shop.currency);
  const refused = verdicts.filter((verdict) => verdict.status === "refused");
  return html`<section class="card stack" aria-label="Order summary">
    ${checkout.lines.map(({ variantId, quantity }) => {
      const found = variantOf(shop, variantId);
      return html`<div class="line">
        ${picture(titleOf(found), quantity)}
        <div>${titleOf(found)}</div>
        <div class="right">${money(found.variant.price * quantity)}</div>
      </div>`;
    })}
    <hr />
    <form class="stack" method="post" action="${action}/codes">
      <div class="row">
        <input
          name="code"
          aria-label="Discount code"
          placeholder="Discount code"
          maxlength="300"
          value="${typedCode}"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          ${attribute(refused.length > 0, 'aria-invalid="true" aria-describedby="code-error"')}
        />
        <button>Apply</button>
      </div>
      ${refused.length > 0 && html`<div id="code-error" role="alert">${refused.map(refusal)}</div>`}
    </form>
    ${
      checkout.codes.length > 0 &&
      html`<div class="tags">
        ${checkout.codes.map(
          (code) =>
            html`<form method="post" action="${action}/codes/remove">
              <span class="tag"
                >${code}
                <button name="code" value="${code}" aria-label="Remove ${code}">×</button></span
              >
            </form>`,
        )}
      </div>`
    }
    <dl class="totals">
      <div>
        <dt>Subtotal</dt>
        <dd>${money(price.subtotal)}</dd>
      </div>
      ${price.applications.map(
        ({ code, amount }) =>
          html`<div>
            <dt class="soft">${code}</dt>
            <dd>−${money(amount)}</dd>
          </div>`,
      )}
      <div>
        <dt>Shipping</dt>
        <dd>${price.shipping === 0 ? "Nothing to ship" : money(price.shipping)}</dd>
      </div>
      <div class="grand">
        <dt>Total</dt>
        <dd>${money(price.total)}</dd>
      </div>
    </dl>
  </section>`;
}

function refusal(verdict: Extract<Verdict, { status: "refused" }>): Html {
  return html`<p class="field-error" data-code="${verdict.code}" data-by="${verdict.by}">
    ${verdict.message}
  </p>`;
}
