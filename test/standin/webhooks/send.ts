import { createHmac } from "node:crypto";
import type { Delivery } from "./delivery.ts";

export type Sent = { readonly isAccepted: boolean; readonly result: number | string };

/** One POST. Only a 2xx in time counts as accepted: redirects are not followed, as with Shopify. */
export async function send(delivery: Delivery, secret: string, timeoutMs: number): Promise<Sent> {
  try {
    const response = await fetch(delivery.url, {
      method: "POST",
      headers: headersOf(delivery, secret),
      body: delivery.body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return { isAccepted: response.ok, result: response.status };
  } catch (error) {
    return { isAccepted: false, result: reasonOf(error) };
  }
}

export function headersOf(delivery: Delivery, secret: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": delivery.topic,
    "x-shopify-shop-domain": delivery.shop,
    "x-shopify-api-version": delivery.apiVersion,
    "x-shopify-webhook-id": delivery.id,
    "x-shopify-event-id": delivery.eventId,
    "x-shopify-triggered-at": delivery.triggeredAt.toISOString(),
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(delivery.body).digest("base64"),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "timeout";
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error.message;
}
