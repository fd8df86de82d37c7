import { gid } from "../../gid.ts";
import { dropMetafieldsOf } from "../../metafields.ts";
import type { Discount, ShopState, World } from "../../state.ts";
import { discountDeletedPayload, discountPayload } from "../../webhooks/payloads.ts";
import { statusOf } from "./status.ts";

/** What a discount can be told to do, by the Admin API or by the shop's own people. */

export function activateDiscount(world: World, shop: ShopState, discount: Discount): void {
  const now = world.now();
  if (statusOf(discount, now) === "ACTIVE") return;
  if (discount.startsAt > now) discount.startsAt = now;
  if (discount.endsAt && discount.endsAt <= now) discount.endsAt = undefined;
  discount.deactivatedAt = undefined;
  announceChange(world, shop, discount);
}

export function deactivateDiscount(world: World, shop: ShopState, discount: Discount): void {
  const now = world.now();
  if (statusOf(discount, now) === "EXPIRED") return;
  if (discount.startsAt > now) discount.startsAt = now;
  discount.endsAt = now;
  discount.deactivatedAt = now;
  announceChange(world, shop, discount);
}

export function deleteDiscount(world: World, shop: ShopState, discount: Discount): void {
  shop.discounts.delete(discount.id);
  dropMetafieldsOf(shop, gid("DiscountNode", discount.id));
  if (discount.method === "code") {
    for (const code of discount.redeemCodes) discount.redeemCodes.remove(code);
  }
  world.emit(shop, "discounts/delete", discountDeletedPayload(shop, discount, world.now()));
}

export function announceChange(world: World, shop: ShopState, discount: Discount): void {
  discount.updatedAt = world.now();
  world.emit(shop, "discounts/update", discountPayload(shop, discount, world.now()));
}

export function announceNew(world: World, shop: ShopState, discount: Discount): void {
  world.emit(shop, "discounts/create", discountPayload(shop, discount, world.now()));
}
