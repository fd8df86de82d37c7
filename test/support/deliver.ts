import { createHmac } from "node:crypto";

import { receiveWebhook, type Receipt } from "#app/services/intake/receive-webhook.server.ts";
import { SECRET, type TestDeps } from "./test-deps.ts";

let delivered = 0;

export function signed(
  body: Buffer,
  headers: Record<string, string> = {},
): { headers: Record<string, string>; body: Buffer } {
  return {
    headers: {
      "x-shopify-hmac-sha256": createHmac("sha256", SECRET).update(body).digest("base64"),
      "x-shopify-shop-domain": "one.myshopify.com",
      "x-shopify-topic": "orders/create",
      "x-shopify-webhook-id": `webhook-${(delivered += 1)}`,
      "x-shopify-triggered-at": "2026-06-15T11:59:00Z",
      ...headers,
    },
    body,
  };
}

/** Delivers a webhook as Shopify does. Without an id it is a delivery of its own. */
export function deliver(
  deps: TestDeps,
  domain: string,
  { topic, payload, webhookId }: { topic: string; payload: unknown; webhookId?: string },
): Promise<Receipt> {
  const headers = {
    "x-shopify-shop-domain": domain,
    "x-shopify-topic": topic,
    ...(webhookId === undefined ? {} : { "x-shopify-webhook-id": webhookId }),
  };
  return receiveWebhook(deps, signed(Buffer.from(JSON.stringify(payload)), headers));
}

/** An order as its webhook tells it, 30 euros of which a code took 5. */
export function orderBody(
  id: number,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    id,
    name: `#${id}`,
    created_at: "2026-06-10T10:00:00Z",
    updated_at: "2026-06-10T10:00:00Z",
    currency: "EUR",
    total_price: "30.00",
    total_discounts: "5.00",
    financial_status: "paid",
    customer: { id: 7 },
    email: "ada@example.com",
    discount_codes: [{ code: "SUMMER26_10OFF", amount: "5.00" }],
    ...change,
  };
}
