import type { OrderActions } from "../checkout/order-actions.ts";
import { idOf } from "../gid.ts";
import type { ShopState, World } from "../state.ts";
import { cancelOrder } from "./cancel.ts";
import { expireOrder } from "./expire.ts";
import { markPaid } from "./mark-paid.ts";
import type { OrderOutcome } from "./outcome.ts";
import { refundOrder } from "./refund.ts";

/** The actions as scripts of shopping use them: ids are gids, and what Shopify would refuse is a bug of the script. */
export function orderActions(world: World, shop: ShopState): OrderActions {
  return {
    cancel: (id, at) => done(cancelOrder(world, shop, number(id), { refund: true }, at)),
    refund: (id, at) => done(refundOrder(world, shop, number(id), { kind: "full" }, at)),
    markPaid: (id, at) => done(markPaid(world, shop, number(id), at)),
    expire: (id, at) => done(expireOrder(world, shop, number(id), at)),
  };
}

function number(orderId: string): number {
  return idOf(orderId, "Order") ?? Number(orderId);
}

function done(outcome: OrderOutcome): Promise<void> {
  return outcome.ok ? Promise.resolve() : Promise.reject(new Error(outcome.message));
}
