import type { ShopState } from "../state.ts";
import { localInstant } from "./local-instant.ts";
import type { Order, OrderEdit } from "./order.ts";

/** The body of `orders/edited`: unlike all other `orders/*`, not the order but what was done to it. */
export function editPayload(
  shop: ShopState,
  order: Order,
  { id, committedAt, removal }: OrderEdit,
) {
  const at = localInstant(committedAt, shop.ianaTimezone);
  return {
    order_edit: {
      id,
      app_id: null,
      created_at: at,
      committed_at: at,
      notify_customer: false,
      order_id: order.id,
      staff_note: "",
      user_id: null,
      line_items: {
        additions: [],
        removals: [{ id: removal.lineId, delta: removal.quantity }],
      },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
