import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { recount } from "./buyer.ts";
import { changeOrder, findOrder } from "./change.ts";
import { makeRefund, withRefund } from "./make-refund.ts";
import type { CancelReason, Order, Refund } from "./order.ts";
import { refuse, type OrderOutcome } from "./outcome.ts";

export type CancelOptions = {
  readonly reason?: CancelReason;
  /** Gives back what was paid; without it, cancelling moves no money. */
  readonly refund?: boolean;
};

/** What keeps an order from being cancelled, in Shopify's words; undefined when nothing does. */
export function whyNotCancelled(order: Order | undefined): string | undefined {
  if (!order) return "Order does not exist";
  return order.cancelledAt ? "Cannot cancel an order that has already been canceled" : undefined;
}

/**
 * Cancels an order. A pending payment is voided; a paid one is given back if asked, with `refunds/create` before
 * `orders/cancelled`.
 */
export function cancelOrder(
  world: World,
  shop: ShopState,
  orderId: number,
  { reason = "customer", refund = false }: CancelOptions = {},
  at: Date = world.now(),
): OrderOutcome {
  const before = findOrder(shop, orderId);
  const problem = whyNotCancelled(before);
  if (!before || problem) return refuse(problem ?? "");
  const made = refund ? refundIfPaid(world, before, at) : undefined;
  const order = changeOrder(shop, before, at, {
    ...(made && withRefund(before, made)),
    ...(before.financialStatus === "pending" && { financialStatus: "voided" as const }),
    cancelledAt: at,
    cancelReason: reason,
  });
  const recounted = recount(shop, before, order);
  const topics = ["orders/cancelled", "orders/updated"] as const;
  announce(world, shop, { order, at, refund: made, topics, recounted });
  return { ok: true, order };
}

function refundIfPaid(world: World, order: Order, at: Date): Refund | undefined {
  const refund = makeRefund(world, order, { kind: "full" }, at);
  return typeof refund === "string" ? undefined : refund;
}
