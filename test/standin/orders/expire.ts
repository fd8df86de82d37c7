import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { recount } from "./buyer.ts";
import { changeOrder, findOrder } from "./change.ts";
import { refuse, type OrderOutcome } from "./outcome.ts";

/**
 * The money of a pending order never came. Shopify has no topic of its own for it: the order's status becomes
 * `expired`, and `orders/updated` says so. The order itself is not cancelled.
 */
export function expireOrder(
  world: World,
  shop: ShopState,
  orderId: number,
  at: Date = world.now(),
): OrderOutcome {
  const before = findOrder(shop, orderId);
  if (!before) return refuse("Order does not exist");
  if (before.cancelledAt || before.financialStatus !== "pending") {
    return refuse("Only a pending order can expire.");
  }
  const order = changeOrder(shop, before, at, { financialStatus: "expired" });
  const recounted = recount(shop, before, order);
  announce(world, shop, { order, at, topics: ["orders/updated"], recounted });
  return { ok: true, order };
}
