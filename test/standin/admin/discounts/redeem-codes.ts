import { foldCode } from "../../gid.ts";
import type { CodeDiscount, RedeemCode, ShopState, World } from "../../state.ts";
import { redeemCodePayload } from "../../webhooks/payloads.ts";

/** Adds a code that `codeProblem` had nothing against. */
export function addRedeemCode(
  world: World,
  shop: ShopState,
  discount: CodeDiscount,
  code: string,
): RedeemCode {
  const added = discount.redeemCodes.add({
    id: world.nextId("DiscountRedeemCode"),
    code: code.trim(),
    createdAt: world.now(),
    usageCount: 0,
  });
  const payload = redeemCodePayload(discount, added, world.now());
  world.emit(shop, "discounts/redeemcode_added", payload);
  return added;
}

export function removeRedeemCode(
  world: World,
  shop: ShopState,
  discount: CodeDiscount,
  code: RedeemCode,
): void {
  if (!discount.redeemCodes.remove(code)) return;
  const payload = redeemCodePayload(discount, code, world.now());
  world.emit(shop, "discounts/redeemcode_removed", payload);
}

/** Gives a discount's oldest code another text; a discount without codes gets it as its first. */
export function renameOldestCode(
  world: World,
  shop: ShopState,
  discount: CodeDiscount,
  code: string,
): void {
  const [oldest] = discount.redeemCodes.values();
  if (discount.redeemCodes.has(foldCode(code))) return;
  if (oldest) removeRedeemCode(world, shop, discount, oldest);
  addRedeemCode(world, shop, discount, code);
}
