import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { recount } from "./buyer.ts";
import { changeOrder, findOrder } from "./change.ts";
import { refuse, type OrderOutcome } from "./outcome.ts";
import { makeRefund, withRefund, type RefundWish } from "./make-refund.ts";

/** Gives money back: `refunds/create`, then `orders/updated`. */
export function refundOrder(
  world: World,
  shop: ShopState,
  orderId: number,
  wish: RefundWish = { kind: "full" },
  at: Date = world.now(),
): OrderOutcome {
  const before = findOrder(shop, orderId);
  if (!before) return refuse("Order does not exist");
  const refund = makeRefund(world, before, wish, at);
  if (typeof refund === "string") return refuse(refund);
  const order = changeOrder(shop, before, at, withRefund(before, refund));
  const recounted = recount(shop, before, order);
  announce(world, shop, { order, at, refund, topics: ["orders/updated"], recounted });
  return { ok: true, order };
}
