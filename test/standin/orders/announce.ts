import { randomUUID } from "node:crypto";
import type { Customer, ShopState, World } from "../state.ts";
import { customerPayload } from "./customer-payload.ts";
import type { Order, Refund } from "./order.ts";
import { orderPayload } from "./payload.ts";
import { refundPayload } from "./refund-payload.ts";

export type OrderTopic = "orders/create" | "orders/paid" | "orders/updated" | "orders/cancelled";

/** Everything one action sets off, in Shopify's usual order; each with the state at the end of the action. */
export type Announcement = {
  readonly order: Order;
  readonly at: Date;
  readonly topics: readonly OrderTopic[];
  readonly refund?: Refund | undefined;
  readonly customer?: { readonly record: Customer; readonly isNew: boolean } | undefined;
};

export function announce(
  world: World,
  shop: ShopState,
  { order, at, topics, refund, customer }: Announcement,
): void {
  const options = { triggeredAt: at, eventId: randomUUID() };
  if (customer) {
    const topic = customer.isNew ? "customers/create" : "customers/update";
    world.emit(shop, topic, customerPayload(shop, customer.record), options);
  }
  if (refund) world.emit(shop, "refunds/create", refundPayload(shop, order, refund), options);
  const payload = orderPayload(shop, order);
  for (const topic of topics) world.emit(shop, topic, payload, options);
}
