import type { ShopState } from "../state.ts";
import type { Order } from "./order.ts";

const SECOND = 1_000;

/** By id; undefined when the shop has no such order. */
export function findOrder(shop: ShopState, id: number): Order | undefined {
  // Newest first: that is the one somebody is about to act on.
  return shop.orders.findLast((order) => order.id === id);
}

/**
 * Puts a changed order in its predecessor's place. REST writes whole seconds, so each change is at least one later
 * than the last: `updated_at` orders all states of one order, even those of a burst.
 */
export function changeOrder(
  shop: ShopState,
  order: Order,
  at: Date,
  changes: Partial<Order>,
): Order {
  const index = shop.orders.indexOf(order);
  if (index === -1) throw new Error(`Order ${order.name} is not a current order of ${shop.handle}`);
  const changed: Order = { ...order, ...changes, updatedAt: later(order.updatedAt, at) };
  shop.orders[index] = changed;
  return changed;
}

/** Whole seconds, as REST knows them. */
export function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / SECOND) * SECOND);
}

function later(last: Date, at: Date): Date {
  return new Date(Math.max(wholeSecond(at).getTime(), last.getTime() + SECOND));
}
