import type { Order } from "./order.ts";

/** What became of an action on an order; a refused one changes nothing. `message` is Shopify's to the merchant. */
export type OrderOutcome =
  { readonly ok: true; readonly order: Order } | { readonly ok: false; readonly message: string };

export function refuse(message: string): OrderOutcome {
  return { ok: false, message };
}
