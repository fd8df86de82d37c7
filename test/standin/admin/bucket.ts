import type { ShopState, World } from "../state.ts";
import { PLANS } from "../world.ts";

/** No single query may ask for more, whatever the plan (documented). */
export const MAX_QUERY_COST = 1_000;

export type ThrottleStatus = {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
};

/** The shop's bucket as it is now; it refills all the time, up to its plan's size. */
export function throttleStatus(world: World, shop: ShopState): ThrottleStatus {
  const { bucket: size, restoreRate } = shop.rate ?? PLANS[shop.plan];
  const now = world.now();
  const seconds = Math.max(0, (now.getTime() - shop.bucket.at.getTime()) / 1_000);
  shop.bucket = {
    available: Math.min(size, shop.bucket.available + seconds * restoreRate),
    at: now,
  };
  return {
    maximumAvailable: size,
    currentlyAvailable: Math.floor(shop.bucket.available),
    restoreRate,
  };
}

/** Takes points out; false, and takes nothing, when there are not enough. */
export function takeFromBucket(world: World, shop: ShopState, cost: number): boolean {
  throttleStatus(world, shop);
  if (shop.bucket.available < cost) return false;
  shop.bucket.available -= cost;
  return true;
}

/** What was asked for but not used goes back. */
export function returnToBucket(world: World, shop: ShopState, points: number): void {
  shop.bucket.available += points;
  throttleStatus(world, shop);
}
