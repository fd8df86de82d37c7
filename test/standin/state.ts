/**
 * The stand-in's world, in memory: plain data (so it can be saved and loaded) and a few functions over its clock,
 * seed and event outbox.
 *
 * Conventions: instants are epoch milliseconds of the world's clock; money is integer minor units of the shop's
 * currency (`…Minor`); ids are the numbers at the end of gids.
 */
import { randomUUID } from "node:crypto";
import type { AccessToken } from "./state/auth.ts";
import type { FaultRule } from "./state/fault.ts";
import type { ShopState } from "./state/shop.ts";
import type { Delivery } from "./state/webhook.ts";

export type * from "./state/auth.ts";
export type * from "./state/catalog.ts";
export type * from "./state/discount.ts";
export type * from "./state/fault.ts";
export type * from "./state/metafield.ts";
export type * from "./state/order.ts";
export type * from "./state/people.ts";
export type * from "./state/shop.ts";
export type * from "./state/webhook.ts";
export type * from "./state/work.ts";

export type StandinConfig = {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The app's own number; its metafields live in `app--<appId>`. */
  readonly appId: number;
  readonly scopes: readonly string[];
  readonly optionalScopes: readonly string[];
  readonly apiVersion: string;
  /** Folder with `shopify.app.toml` and `extensions/`. */
  readonly appDir: string;
  /** The app's public (tunnel) address: webhooks are sent there. */
  appUrl: string;
  readonly seed: number;
  /** Admin work (bulk code creation, jobs) takes this long before it begins… */
  asyncDelayMs: number;
  /** …and this long a code. */
  asyncMsPerCode: number;
  /** How far `asyncUsageCount` runs behind. */
  usageCountLagMs: number;
  /** Waits before each of the webhook retries. */
  webhookRetryMs: readonly number[];
  webhookTimeoutMs: number;
};

/** One call to the Admin API or OAuth, as a test or the fault panel wants to see it. */
export type CallRecord = {
  readonly at: number;
  readonly shop: string;
  readonly on: "admin" | "oauth";
  /** GraphQL operation name, else its root fields, or the grant type. */
  readonly operation: string;
  readonly rootFields: readonly string[];
  readonly variables: unknown;
  status: number | "broken";
  cost: number;
  errors: readonly string[];
  fault: string | null;
};

/** A happening that webhooks are made from. */
export type StandinEvent = {
  readonly shop: string;
  /** REST form: `orders/create`. */
  readonly topic: string;
  readonly payload: unknown;
  readonly eventId: string;
  readonly at: number;
};

export type WorldData = {
  readonly shops: Map<string, ShopState>;
  readonly tokens: Map<string, AccessToken>;
  readonly calls: CallRecord[];
  readonly deliveries: Delivery[];
  readonly faults: FaultRule[];
  /** `offsetMs` moves the clock; `scale` makes it run faster from `since` on. */
  readonly clock: { offsetMs: number; scale: number; since: number };
  readonly counters: { id: number; random: number };
};

export type Standin = WorldData & {
  readonly config: StandinConfig;
  now(): number;
  /** Moves the clock ahead. */
  advance(ms: number): void;
  /** 0 ≤ x < 1, repeatable from the seed. */
  random(): number;
  /** A fresh number for a gid, unique in this world. */
  nextId(): number;
  /** Tells everyone who listens that something happened; webhooks are sent from this. */
  emit(shop: ShopState, topic: string, payload: unknown, eventId?: string): void;
  onEvent(listener: (event: StandinEvent) => void): () => void;
  shop(domain: string): ShopState;
};

export const DEFAULT_CONFIG: StandinConfig = {
  apiKey: "b0afde00b0afde00b0afde00b0afde00",
  apiSecret: "stand-in-app-secret-0123456789abcdef",
  appId: 270_412_801,
  scopes: [],
  optionalScopes: [],
  apiVersion: "2026-10",
  appDir: ".",
  appUrl: "http://localhost:3000",
  seed: 1,
  asyncDelayMs: 150,
  asyncMsPerCode: 1,
  usageCountLagMs: 0,
  webhookRetryMs: [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000],
  webhookTimeoutMs: 5_000,
};

export function emptyWorldData(seed: number): WorldData {
  return {
    shops: new Map(),
    tokens: new Map(),
    calls: [],
    deliveries: [],
    faults: [],
    clock: { offsetMs: 0, scale: 1, since: Date.now() },
    counters: { id: 7_000_000_000_000, random: seed | 0 },
  };
}

/** A world over `data` (empty by default). Shops are put in by `seed.ts`. */
export function createStandin(
  config: Partial<StandinConfig> = {},
  data: WorldData = emptyWorldData(config.seed ?? DEFAULT_CONFIG.seed),
): Standin {
  const listeners = new Set<(event: StandinEvent) => void>();
  const { clock, counters } = data;
  const world: Standin = {
    ...data,
    config: { ...DEFAULT_CONFIG, ...config },
    now: () => {
      const real = Date.now();
      return Math.round(clock.since + (real - clock.since) * clock.scale + clock.offsetMs);
    },
    advance: (ms) => {
      clock.offsetMs += ms;
    },
    random: () => {
      counters.random = (counters.random + 0x6d2b79f5) | 0;
      let mixed = Math.imul(counters.random ^ (counters.random >>> 15), 1 | counters.random);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
    nextId: () => {
      counters.id += 32_768;
      return counters.id;
    },
    emit: (shop, topic, payload, eventId = randomUUID()) => {
      const event = { shop: shop.domain, topic, payload, eventId, at: world.now() };
      for (const listener of listeners) listener(event);
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shop: (domain) => {
      const shop = data.shops.get(domain);
      if (!shop) throw new Error(`The stand-in has no shop ${domain}`);
      return shop;
    },
  };
  return world;
}
