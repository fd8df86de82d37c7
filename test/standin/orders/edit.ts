import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { leftOf, shareOf } from "./amounts.ts";
import { changeOrder, findOrder } from "./change.ts";
import type { OrderEdit } from "./order.ts";
import { refuse, type OrderOutcome } from "./outcome.ts";

/**
 * Takes items off an order, as staff does when something is out of stock. No money moves: what was paid for them can
 * be refunded as an amount. The only edit the stand-in knows.
 */
export function removeItems(
  world: World,
  shop: ShopState,
  orderId: number,
  { lineId, quantity }: { readonly lineId: number; readonly quantity: number },
  at: Date = world.now(),
): OrderOutcome {
  const before = findOrder(shop, orderId);
  const line = before?.lines.find(({ id }) => id === lineId);
  if (!before || !line) return refuse("Order or line item does not exist");
  if (before.cancelledAt) return refuse("The order is not editable.");
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > leftOf(before, line)) {
    return refuse("Quantity is more than what can be removed.");
  }
  const edit: OrderEdit = {
    id: world.nextId("OrderEdit"),
    committedAt: at,
    removal: { lineId, quantity, subtotal: shareOf(before, line, quantity) },
  };
  const order = changeOrder(shop, before, at, { edits: [...before.edits, edit] });
  announce(world, shop, { order, at, edit, topics: ["orders/updated"] });
  return { ok: true, order };
}
