import type { Checkout } from "../checkout/checkout.ts";
import type { CheckoutShop } from "../checkout/shop.ts";
import { attribute, html, type Html } from "../page/html.ts";
import { formatMoney } from "../page/money.ts";
import { storePage } from "./layout.ts";
import type { ShopperSession } from "./session.ts";
import { summaryCard } from "./summary-card.ts";

/** What the page says besides the checkout itself: the code just typed, a problem with paying. */
export type CheckoutNotice = {
  readonly typedCode: string;
  readonly payment: string | undefined;
  readonly contact: string | undefined;
};

export function checkoutPage(
  shop: CheckoutShop,
  session: ShopperSession,
  checkout: Checkout,
  notice: CheckoutNotice,
): string {
  const action = `/storefront/${shop.handle}/checkout/${checkout.token}`;
  const body = html`<h1>Checkout</h1>
    ${notice.payment !== undefined && html`<p class="notice bad" role="alert">${notice.payment}</p>`}
    <div class="checkout">
      <div>${buyerCard(shop, checkout, action, notice)}${paymentCard(shop, checkout, action)}</div>
      <aside>${summaryCard(shop, checkout, action, notice.typedCode)}</aside>
    </div>`;
  return storePage(shop, session, { title: "Checkout", body });
}

function buyerCard(
  shop: CheckoutShop,
  { buyer }: Checkout,
  action: string,
  { contact }: CheckoutNotice,
): Html {
  const chosen = buyer.kind === "guest" ? undefined : buyer.customerId;
  const kinds = [
    ["guest", "Guest", "with an email or a phone number"],
    ["signed-in", "Signed in", "as the customer chosen below"],
    ["known", "Recognised", "the customer is known but has not signed in"],
  ] as const;
  return html`<form class="card stack" method="post" action="${action}/buyer">
    <fieldset>
      <legend>Who is buying</legend>
      <div class="choices">
        ${kinds.map(
          ([kind, name, text]) =>
            html`<label
              ><input
                type="radio"
                name="kind"
                value="${kind}"
                ${attribute(buyer.kind === kind, "checked")}
              />
              <span><strong>${name}</strong> <span class="soft">${text}</span></span></label
            >`,
        )}
      </div>
      <div class="stack" data-for="guest">
        <label
          >Email<input
            type="email"
            name="email"
            autocomplete="email"
            value="${buyer.kind === "guest" ? buyer.email : ""}"
            ${attribute(contact !== undefined, 'aria-invalid="true" aria-describedby="contact-error"')}
        /></label>
        <label
          >Phone<input
            type="tel"
            name="phone"
            autocomplete="tel"
            value="${buyer.kind === "guest" ? buyer.phone : ""}"
        /></label>
        ${contact !== undefined && html`<p class="field-error" id="contact-error">${contact}</p>`}
      </div>
      <label data-for="customer"
        >Customer
        <select name="customer">
          ${shop
            .customers()
            .map(
              ({ id, name, email }) =>
                html`<option value="${id}" ${attribute(id === chosen, "selected")}>
                  ${name}${email !== undefined && ` (${email})`}
                </option>`,
            )}
        </select></label
      >
    </fieldset>
    <div><button>Continue as this shopper</button></div>
    <style>
      form:has([value="guest"]:checked) [data-for="customer"],
      form:not(:has([value="guest"]:checked)) [data-for="guest"] {
        display: none;
      }
    </style>
  </form>`;
}

function paymentCard(shop: CheckoutShop, { price }: Checkout, action: string): Html {
  const methods = [
    ["card", "Card", "accepted"],
    ["declined-card", "Card", "declined by the bank"],
    ["bank-transfer", "Bank transfer", "the order waits for the money"],
    ["test-gateway", "Test gateway", "makes a test order"],
  ] as const;
  return html`<form class="card stack" method="post" action="${action}/pay">
    <fieldset>
      <legend>Payment</legend>
      <div class="choices">
        ${methods.map(
          ([method, name, text], index) =>
            html`<label>
              <input
                type="radio"
                name="method"
                value="${method}"
                ${attribute(index === 0, "checked")}
              />
              <span><strong>${name}</strong> <span class="soft">${text}</span></span></label
            >`,
        )}
      </div>
    </fieldset>
    <button class="primary wide">Pay ${formatMoney(price.total, shop.currency)}</button>
  </form>`;
}
