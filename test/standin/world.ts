import { createClock } from "./clock.ts";
import { seededRandom } from "./random.ts";
import { CodeIndex } from "./state/code-index.ts";
import type {
  BucketRate,
  EventListener,
  Faults,
  PlanName,
  ShopState,
  World,
  WorldConfig,
} from "./state.ts";

/** Buckets and refill rates of Shopify's plans, in cost points (a second). */
export const PLANS: Readonly<Record<PlanName, BucketRate>> = {
  standard: { bucket: 2_000, restoreRate: 100 },
  advanced: { bucket: 4_000, restoreRate: 200 },
  plus: { bucket: 20_000, restoreRate: 1_000 },
};

const NO_FAULTS: Faults = {
  beforeCall: () => ({ action: "pass" }),
  beforeWork: () => ({ action: "pass" }),
};

/** An empty world: no shops yet. `clock` is the base of its time, in milliseconds, and runs at real speed or stands. */
export function createWorld(config: WorldConfig, clock: () => number = Date.now): World {
  const { now, ...worldClock } = createClock(clock);
  const listeners = new Set<EventListener>();
  const counters = new Map<string, number>();
  return {
    config,
    counters,
    clock: worldClock,
    now,
    random: seededRandom(config.seed),
    nextId(kind) {
      const id = counters.get(kind) ?? firstId(kind);
      counters.set(kind, id + 1);
      return id;
    },
    shops: new Map(),
    calls: [],
    usage: new Map(),
    faults: NO_FAULTS,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(shop, topic, payload, { triggeredAt = now(), eventId } = {}) {
      for (const listener of listeners) listener({ shop, topic, payload, triggeredAt, eventId });
    },
  };
}

export type NewShop = Pick<
  ShopState,
  "handle" | "name" | "ianaTimezone" | "currencyCode" | "country" | "locale"
>;

/** Adds a shop that has the app installed, with all the scopes it asks for. */
export function addShop(world: World, facts: NewShop, plan: PlanName = "standard"): ShopState {
  const shop: ShopState = {
    ...facts,
    id: world.nextId("Shop"),
    domain: `${facts.handle}.myshopify.com`,
    email: `hello@${facts.handle}.example.com`,
    plan,
    bucket: { available: PLANS[plan].bucket, at: world.now() },
    createdAt: world.now(),
    installed: true,
    grantedScopes: new Set(world.config.scopes),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    staff: [],
    products: [],
    collections: [],
    customers: [],
    segments: [],
    markets: [],
    discounts: new Map(),
    codeIndex: new CodeIndex(),
    orders: [],
    metafields: new Map(),
    jobs: new Map(),
    bulkCreations: new Map(),
    cancellations: new Map(),
    ownSubscriptions: new Map(),
    bulkOperations: new Map(),
  };
  world.shops.set(shop.domain, shop);
  return shop;
}

/** By handle or by domain. */
export function findShop(world: World, name: string): ShopState | undefined {
  return world.shops.get(name) ?? world.shops.get(`${name}.myshopify.com`);
}

/** Ids look like Shopify’s, thirteen digits, and each kind has its own range. */
function firstId(kind: string): number {
  let hash = 7;
  for (const letter of kind) hash = (hash * 31 + letter.charCodeAt(0)) % 8_999;
  return 1_000_000_000_000 + hash * 1_000_000_000 + 1;
}
