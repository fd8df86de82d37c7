import { randomUUID } from "node:crypto";
import { gid } from "../gid.ts";
import type { Customer, ShopState, World } from "../state.ts";
import { customerPayload } from "./customer-payload.ts";
import { amountText } from "./money-bag.ts";
import { editPayload } from "./edit-payload.ts";
import type { Order, OrderEdit, Refund } from "./order.ts";
import { orderPayload } from "./payload.ts";
import { refundPayload } from "./refund-payload.ts";

export type OrderTopic = "orders/create" | "orders/paid" | "orders/updated" | "orders/cancelled";

/** Everything one action sets off; each webhook shows the state at the end of the action. */
export type Announcement = {
  readonly order: Order;
  readonly at: Date;
  readonly topics: readonly OrderTopic[];
  readonly refund?: Refund | undefined;
  readonly edit?: OrderEdit | undefined;
  readonly newCustomer?: Customer | undefined;
  /** Whose number of orders or amount spent changed. */
  readonly recounted?: Customer | undefined;
};

export function announce(world: World, shop: ShopState, announcement: Announcement): void {
  const { order, at, topics, refund, edit, newCustomer, recounted } = announcement;
  const options = { triggeredAt: at, eventId: randomUUID() };
  if (newCustomer) {
    world.emit(shop, "customers/create", customerPayload(shop, newCustomer), options);
  }
  if (refund) world.emit(shop, "refunds/create", refundPayload(shop, order, refund), options);
  if (edit) world.emit(shop, "orders/edited", editPayload(shop, order, edit), options);
  const payload = orderPayload(shop, order);
  for (const topic of topics) world.emit(shop, topic, payload, options);
  if (recounted) {
    const summary = purchasingSummary(shop, recounted, order, at);
    world.emit(shop, "customers/purchasing_summary", summary, options);
  }
}

/** The only webhook that tells a customer's totals: `customers/update` no longer does. */
function purchasingSummary(shop: ShopState, customer: Customer, order: Order, at: Date) {
  return {
    customerId: gid("Customer", customer.id),
    numberOfOrders: customer.numberOfOrders,
    amountSpent: {
      amount: amountText(customer.amountSpent, shop.currencyCode),
      currencyCode: shop.currencyCode,
    },
    lastOrderId: gid("Order", order.id),
    occurredAt: at.toISOString(),
  };
}
