import { gid } from "../gid.ts";
import type { Order } from "../state.ts";
import type { PlacedOrder } from "./order-draft.ts";

/** An order as the shopper sees it. */
export function placedOrder(order: Order): PlacedOrder {
  return {
    id: gid("Order", order.id),
    name: order.name,
    createdAt: order.createdAt,
    total: orderTotal(order),
    financialStatus: order.financialStatus,
    cancelledAt: order.cancelledAt,
    codes: order.applications.flatMap(({ code }) => code ?? []),
  };
}

/** What was to be paid, discounts taken off, refunds left aside. Minor units. */
export function orderTotal({ lines, shipping }: Order): number {
  const parts = [
    ...lines.map((line) => ({ ...line, full: line.unitPrice * line.quantity })),
    ...(shipping ? [{ ...shipping, full: shipping.price }] : []),
  ];
  return parts.reduce(
    (sum, { full, allocations }) =>
      sum + full - allocations.reduce((off, { amount }) => off + amount, 0),
    0,
  );
}
