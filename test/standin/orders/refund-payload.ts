import { exponentOf } from "../function/money.ts";
import type { ShopState } from "../state.ts";
import { linePayload } from "./line-payload.ts";
import { localInstant } from "./local-instant.ts";
import { amountText, moneyBag } from "./money-bag.ts";
import type { Order, Refund, RefundLine } from "./order.ts";

/** As in Shopify's samples, key and all: nothing is known to be unsettled. */
const UNKNOWN_MONEY = { amount: "0.0", currency: "XXX" } as const;

export type RefundBody = ReturnType<typeof refundPayload>;

/** The body of `refunds/create`, and an entry of an order's `refunds`. Its parts sum to the transaction's amount. */
export function refundPayload(shop: ShopState, order: Order, refund: Refund) {
  const at = localInstant(refund.createdAt, shop.ianaTimezone);
  return {
    id: refund.id,
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    order_id: order.id,
    created_at: at,
    processed_at: at,
    note: refund.note ?? null,
    user_id: null,
    restock: refund.lines.length > 0,
    return: null,
    duties: [],
    total_duties_set: moneyBag(0, order),
    refund_shipping_lines: [],
    order_adjustments: [
      ...adjustment(order, refund, "shipping_refund", refund.shipping, "Shipping refund"),
      ...adjustment(order, refund, "refund_discrepancy", refund.discrepancy, "Refund discrepancy"),
    ],
    refund_line_items: refund.lines.map((line) => refundLine(order, line)),
    transactions: refund.amount === 0 ? [] : [transaction(order, refund, at)],
  };
}

function refundLine(order: Order, { id, lineId, quantity, subtotal }: RefundLine) {
  const line = order.lines.find((one) => one.id === lineId);
  return {
    id,
    line_item_id: lineId,
    quantity,
    location_id: null,
    restock_type: "no_restock",
    // A number here, though a text everywhere else: as in Shopify's own samples.
    subtotal: subtotal / 10 ** exponentOf(order.currency),
    subtotal_set: moneyBag(subtotal, order),
    total_tax: 0,
    total_tax_set: moneyBag(0, order),
    line_item: line ? linePayload(order, line) : null,
  };
}

/** What a refund gives back beyond its lines stands as a negative adjustment. */
function adjustment(
  order: Order,
  refund: Refund,
  kind: "shipping_refund" | "refund_discrepancy",
  minor: number,
  reason: string,
) {
  if (minor === 0) return [];
  return [
    {
      id: refund.id,
      order_id: order.id,
      refund_id: refund.id,
      amount: amountText(-minor, order.currency),
      amount_set: moneyBag(-minor, order),
      tax_amount: amountText(0, order.currency),
      tax_amount_set: moneyBag(0, order),
      kind,
      reason,
    },
  ];
}

function transaction(order: Order, refund: Refund, at: string) {
  return {
    id: refund.transactionId,
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${refund.transactionId}`,
    order_id: order.id,
    kind: "refund",
    gateway: order.gateway,
    status: "success",
    message: null,
    created_at: at,
    processed_at: at,
    test: order.test,
    authorization: null,
    location_id: null,
    user_id: null,
    parent_id: null,
    device_id: null,
    error_code: null,
    source_name: "web",
    receipt: {},
    amount: amountText(refund.amount, order.currency),
    currency: order.currency,
    payment_id: `${order.name}.1`,
    total_unsettled_set: { presentment_money: UNKNOWN_MONEY, shop_money: UNKNOWN_MONEY },
    manual_payment_gateway: false,
    amount_rounding: null,
  };
}
