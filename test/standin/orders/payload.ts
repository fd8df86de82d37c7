import type { ShopState } from "../state.ts";
import { addressPayload } from "./address-payload.ts";
import { amountsOf, sum } from "./amounts.ts";
import { orderCustomerPayload } from "./customer-payload.ts";
import { applicationPayload, discountCodesPayload } from "./discount-payload.ts";
import { linePayload, shippingPayload } from "./line-payload.ts";
import { localInstant } from "./local-instant.ts";
import { amountText, moneyBag, type MoneyBag } from "./money-bag.ts";
import type { Order } from "./order.ts";
import { refundPayload } from "./refund-payload.ts";

/** The body of every `orders/*` webhook but `orders/edited`: the whole order as it is now. Nobody here pays taxes or duties. */
export function orderPayload(shop: ShopState, order: Order) {
  const time = (instant: Date | undefined): string | null =>
    instant ? localInstant(instant, shop.ianaTimezone) : null;
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  return {
    id: order.id,
    admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
    app_id: 580111,
    browser_ip: order.browserIp ?? null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason ?? null,
    cancelled_at: time(order.cancelledAt),
    cart_token: order.cartToken,
    checkout_token: order.checkoutToken,
    client_details: clientPayload(order),
    closed_at: time(order.closedAt),
    confirmation_number: order.token.slice(0, 9).toUpperCase(),
    confirmed: true,
    contact_email: order.email ?? null,
    created_at: time(order.createdAt),
    currency: order.currency,
    customer_locale: shop.locale,
    device_id: null,
    discount_codes: discountCodesPayload(order),
    duties_included: false,
    email: order.email ?? "",
    estimated_taxes: false,
    financial_status: order.financialStatus,
    fulfillment_status: null,
    landing_site: "/",
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: String(shop.id),
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note ?? null,
    note_attributes: order.noteAttributes,
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(-8)}`,
    payment_gateway_names: order.gateway === "" ? [] : [order.gateway],
    phone: order.phone ?? null,
    po_number: null,
    presentment_currency: order.presentment.currency,
    processed_at: time(order.processedAt),
    reference: null,
    referring_site: order.referringSite ?? null,
    source_identifier: null,
    source_name: "web",
    source_url: null,
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: [],
    taxes_included: false,
    test: order.test,
    token: order.token,
    updated_at: time(order.updatedAt),
    user_id: null,
    ...amountPayload(order),
    billing_address: addressPayload(order.billingAddress),
    customer: customer ? orderCustomerPayload(shop, customer) : null,
    discount_applications: order.applications.map((one) => applicationPayload(order, one)),
    fulfillments: [],
    line_items: order.lines.map((line) => linePayload(order, line)),
    line_item_groups: [],
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundPayload(shop, order, refund)),
    returns: [],
    shipping_address: addressPayload(order.shippingAddress),
    shipping_lines: order.shipping ? [shippingPayload(order, order.shipping)] : [],
  };
}

function clientPayload({ browserIp, userAgent }: Order) {
  return {
    accept_language: null,
    browser_height: null,
    browser_ip: browserIp ?? null,
    browser_width: null,
    session_hash: null,
    user_agent: userAgent ?? null,
  };
}

/** Each amount as text and as a bag. `total_*` are as ordered, `current_*` after edits, refunds and cancellation. */
function amountPayload(order: Order) {
  const { lines, shipping, discounts, subtotal, total, refunded, outstanding } = amountsOf(order);
  const isGone = order.cancelledAt !== undefined;
  const back = sum(order.refunds.flatMap((refund) => refund.lines.map((line) => line.subtotal)));
  const removed = sum(order.edits.map(({ removal }) => removal.subtotal));
  const both = <Name extends string>(name: Name, minor: number) =>
    ({
      [name]: amountText(minor, order.currency),
      [`${name}_set`]: moneyBag(minor, order),
    }) as Record<Name, string> & Record<`${Name}_set`, MoneyBag>;
  return {
    ...both("subtotal_price", subtotal),
    ...both("total_price", total),
    ...both("total_discounts", discounts),
    ...both("total_line_items_price", lines),
    ...both("total_tax", 0),
    ...both("current_subtotal_price", isGone ? 0 : subtotal - back - removed),
    ...both("current_total_price", isGone ? 0 : total - refunded - removed),
    ...both("current_total_discounts", isGone ? 0 : discounts),
    ...both("current_total_tax", 0),
    current_shipping_price_set: moneyBag(isGone ? 0 : shipping, order),
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    total_cash_rounding_payment_adjustment_set: moneyBag(0, order),
    total_cash_rounding_refund_adjustment_set: moneyBag(0, order),
    total_outstanding: amountText(outstanding, order.currency),
    total_shipping_price_set: moneyBag(shipping, order),
    total_tip_received: amountText(0, order.currency),
    total_weight: 0,
  };
}
