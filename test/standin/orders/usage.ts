import { foldCode } from "../gid.ts";
import type { ShopState } from "../state.ts";
import type { Order } from "./order.ts";

/**
 * Counts an order's codes as used, each once. There is no way back: cancelling or refunding an order gives no use
 * back, which is Shopify's rule. A code deleted meanwhile counts nowhere.
 */
export function countUses(shop: ShopState, order: Order): void {
  const folded = new Set(
    order.applications.flatMap(({ code }) => (code === undefined ? [] : [foldCode(code)])),
  );
  for (const code of folded) {
    const discount = shop.discounts.get(shop.codeIndex.get(code) ?? -1);
    if (discount?.method !== "code") continue;
    discount.redeemCodes.countUse(code);
  }
}
