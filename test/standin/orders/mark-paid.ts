import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { recount } from "./buyer.ts";
import { changeOrder, findOrder } from "./change.ts";
import { refuse, type OrderOutcome } from "./outcome.ts";

/** The money of a pending order has come. */
export function markPaid(
  world: World,
  shop: ShopState,
  orderId: number,
  at: Date = world.now(),
): OrderOutcome {
  const before = findOrder(shop, orderId);
  if (!before) return refuse("Order does not exist");
  if (before.cancelledAt || before.financialStatus !== "pending") {
    return refuse("Order cannot be marked as paid.");
  }
  const order = changeOrder(shop, before, at, { financialStatus: "paid" });
  const recounted = recount(shop, before, order);
  announce(world, shop, { order, at, topics: ["orders/paid", "orders/updated"], recounted });
  return { ok: true, order };
}
