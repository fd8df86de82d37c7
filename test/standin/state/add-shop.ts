import type { Plan, ShopState, Standin } from "../state.ts";

export type NewShop = {
  readonly handle: string;
  readonly name: string;
  readonly ianaTimezone: string;
  readonly currencyCode: string;
  readonly countryCode: string;
  readonly locale?: string;
  readonly plan?: Plan;
  readonly shippingRate?: { title: string; priceMinor: number };
};

/** Bucket size and points a second, by plan: https://shopify.dev/docs/api/usage/limits (GraphQL Admin API). */
export const BUCKETS: Readonly<Record<Plan, { maximum: number; restoreRate: number }>> = {
  standard: { maximum: 2_000, restoreRate: 100 },
  advanced: { maximum: 4_000, restoreRate: 200 },
  plus: { maximum: 20_000, restoreRate: 1_000 },
};

/** Puts an empty shop into the world, with the app installed and its required scopes granted. */
export function addShop(world: Standin, shop: NewShop): ShopState {
  const plan = shop.plan ?? "standard";
  const now = world.now();
  const state: ShopState = {
    id: world.nextId(),
    domain: `${shop.handle}.myshopify.com`,
    handle: shop.handle,
    name: shop.name,
    email: `owner@${shop.handle}.example`,
    ianaTimezone: shop.ianaTimezone,
    currencyCode: shop.currencyCode,
    countryCode: shop.countryCode,
    plan,
    locale: shop.locale ?? "en",
    installed: { scopes: [...world.config.scopes], at: now },
    shippingRate: shop.shippingRate ?? { title: "Standard", priceMinor: 490 },
    staff: [],
    products: new Map(),
    collections: new Map(),
    customers: new Map(),
    segments: new Map(),
    discounts: new Map(),
    codeIndex: new Map(),
    metafields: new Map(),
    metafieldDefinitions: [],
    orders: new Map(),
    lastOrderNumber: 1000,
    jobs: new Map(),
    bulkCreations: new Map(),
    segmentQueries: new Map(),
    webhookSubscriptions: [],
    bucket: { available: BUCKETS[plan].maximum, at: now },
    aside: new Map(),
  };
  world.shops.set(state.domain, state);
  return state;
}
