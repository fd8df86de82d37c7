import { createHmac } from "node:crypto";

/** One signed webhook, ready to be sent. */
export type Webhook = { headers: Record<string, string>; body: Buffer };

export const SHOPS = Array.from({ length: 20 }, (_, index) => `bench-${index}.myshopify.com`);
export const HOT_CODE = "SUMMER26_FREESHIP";
export const UNIQUE_CODES = 500;
export const SECRET = "bench-secret";

export function uniqueCode(index: number): string {
  return `WINTER26_20OFF-${String(index % UNIQUE_CODES).padStart(4, "0")}`;
}

/**
 * The life of one order as Shopify tells it: created and paid, half of them with a code of ours (most with one hot
 * code), every tenth cancelled, every twentieth refunded in full, one in twenty webhooks sent twice.
 */
export function webhooksOf(index: number): { webhooks: Webhook[]; uses: number } {
  const shop = SHOPS[index % SHOPS.length] ?? "";
  const code = index % 2 === 0 ? (index % 10 === 0 ? uniqueCode(index / 10) : HOT_CODE) : null;
  const cancelled = index % 10 === 4;
  const refunded = index % 20 === 6;
  const sign = (topic: string, payload: unknown, step: number) =>
    signed(shop, topic, `${index}-${step}`, Buffer.from(JSON.stringify(payload)));
  const at = (second: number) =>
    new Date(Date.UTC(2026, 10, 1) + index * 37_000 + second * 1_000).toISOString();
  const created = order(index, code, {
    financial_status: "pending",
    updated_at: at(0),
    created_at: at(0),
  });
  const paid = { ...created, financial_status: "paid", updated_at: at(2) };
  const webhooks = [
    sign("orders/create", created, 0),
    sign("orders/paid", paid, 1),
    sign("orders/updated", paid, 2),
  ];
  if (cancelled) {
    const body = { ...paid, cancelled_at: at(60), cancel_reason: "customer", updated_at: at(60) };
    webhooks.push(sign("orders/cancelled", body, 3));
  }
  if (refunded)
    webhooks.push(sign("refunds/create", refund(index, created.total_price, at(90)), 4));
  if (index % 7 === 0) webhooks.push(...webhooks.slice(0, 1));
  return { webhooks, uses: code !== null && !cancelled && !refunded ? 1 : 0 };
}

function signed(shop: string, topic: string, id: string, body: Buffer): Webhook {
  return {
    body,
    headers: {
      "content-type": "application/json",
      "content-length": String(body.length),
      "x-shopify-topic": topic,
      "x-shopify-hmac-sha256": createHmac("sha256", SECRET).update(body).digest("base64"),
      "x-shopify-shop-domain": shop,
      "x-shopify-api-version": "2026-10",
      "x-shopify-webhook-id": id,
      "x-shopify-triggered-at": "2026-11-01T00:00:00.000Z",
    },
  };
}

function order(index: number, code: string | null, state: Record<string, string>) {
  const customer = 7_000_000_000_000 + (index % 5_000);
  const discount = code === null ? "0.00" : "5.90";
  const address = {
    first_name: "Ada",
    last_name: "Example",
    address1: `${index} Harbour Street`,
    city: "Hamburg",
    zip: "20457",
    country_code: "DE",
  };
  return {
    id: 5_000_000_000_000 + index,
    admin_graphql_api_id: `gid://shopify/Order/${5_000_000_000_000 + index}`,
    name: `#${1_000 + index}`,
    currency: "EUR",
    presentment_currency: "EUR",
    total_price: "84.10",
    subtotal_price: "78.20",
    total_discounts: discount,
    test: false,
    cancelled_at: null as string | null,
    email: `person${index % 5_000}@example.com`,
    phone: null,
    customer: {
      id: customer,
      email: `person${index % 5_000}@example.com`,
      default_address: address,
    },
    billing_address: address,
    shipping_address: address,
    browser_ip: "203.0.113.7",
    discount_codes: code === null ? [] : [{ code, amount: discount, type: "shipping" }],
    discount_applications:
      code === null
        ? []
        : [
            {
              type: "discount_code",
              code,
              value: "100.0",
              value_type: "percentage",
              target_type: "shipping_line",
            },
          ],
    line_items: [0, 1, 2].map((line) => lineItem(index, line)),
    shipping_lines: [
      {
        id: index,
        price: "5.90",
        discount_allocations:
          code === null ? [] : [{ amount: discount, discount_application_index: 0 }],
      },
    ],
    refunds: [],
    ...state,
  };
}

/** As wordy as Shopify's own lines, which make most of a body. */
function lineItem(index: number, line: number) {
  const set = {
    shop_money: { amount: "26.07", currency_code: "EUR" },
    presentment_money: { amount: "26.07", currency_code: "EUR" },
  };
  return {
    id: index * 10 + line,
    title: "Oak cutting board, oiled, with groove and handle",
    quantity: 1,
    price: "26.07",
    price_set: set,
    total_discount_set: set,
    discount_allocations: [],
    properties: Array.from({ length: 12 }, (_, at) => ({
      name: `property ${at}`,
      value: "engraved by hand, no gift wrap, leave with the neighbour",
    })),
    tax_lines: [{ title: "VAT", rate: 0.19, price: "4.16", price_set: set }],
    vendor: "Hafen & Holz",
    sku: `BOARD-${line}`,
    variant_title: "Large",
    fulfillment_service: "manual",
  };
}

function refund(index: number, amount: string, at: string) {
  return {
    id: 9_000_000_000_000 + index,
    order_id: 5_000_000_000_000 + index,
    created_at: at,
    transactions: [{ id: index, kind: "refund", status: "success", amount, currency: "EUR" }],
    refund_line_items: [],
    note: "x".repeat(7_000),
  };
}
