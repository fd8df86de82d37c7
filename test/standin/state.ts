import type { Order } from "./orders/order.ts";
import type { CodeIndex } from "./state/code-index.ts";
import type {
  Collection,
  Customer,
  Market,
  Product,
  Segment,
  StaffMember,
} from "./state/catalogue.ts";
import type { Discount } from "./state/discount.ts";
import type { BulkOperation } from "./state/bulk-operation.ts";
import type { CallLog, Faults, ShopUsage } from "./state/faults.ts";

export type * from "./state/bulk-operation.ts";
export type * from "./state/catalogue.ts";
export type * from "./state/discount.ts";
export type * from "./state/faults.ts";
export type { Order } from "./orders/order.ts";

/**
 * Everything the stand-in knows, as plain data in memory. Whoever changes it does so in place, within one turn of the
 * event loop: there are no half-done changes to see. Ids are numbers (`gid.ts` spells them out), money is in minor
 * units of the shop's currency, times are instants.
 */
export type World = {
  readonly config: WorldConfig;
  readonly clock: WorldClock;
  readonly now: () => Date;
  /** Seeded: the same seed gives the same sequence, from 0 up to but without 1. */
  readonly random: () => number;
  /** Distinct over all shops, and the same in every run that asks in the same order. */
  readonly nextId: (kind: string) => number;
  /** The last id given out of each kind; kept with a saved world. */
  readonly counters: Map<string, number>;
  /** By domain, such as `bonafide-demo.myshopify.com`. */
  readonly shops: Map<string, ShopState>;
  readonly calls: CallLog[];
  /** By a shop's domain. */
  readonly usage: Map<string, ShopUsage>;
  faults: Faults;
  readonly on: (listener: EventListener) => () => void;
  readonly emit: (
    shop: ShopState,
    topic: string,
    payload: unknown,
    options?: { readonly triggeredAt?: Date; readonly eventId?: string },
  ) => void;
};

export type WorldConfig = {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The numeric id of the app; its own metafields live in `app--<appId>`. */
  readonly appId: number;
  /** The app's folder: `shopify.app.toml` and `extensions/` are read from it. */
  readonly appDir: string;
  /** Where webhooks go; undefined as long as nobody said. */
  appUrl: string | undefined;
  /** What the app asks for at installation. */
  readonly scopes: readonly string[];
  readonly seed: number;
  /** How long, in world time, Shopify's asynchronous work takes. */
  asyncDelayMs: number;
  /** Lines a bulk operation writes in a second of world time; the assumed ones when left out. */
  bulkObjectsPerSecond?: number | undefined;
  /** How far the `Date` of answers is beside the world's time. */
  dateSkewMs?: number | undefined;
  /** The stand-in's own address; undefined as long as it serves nothing. */
  ownUrl?: string | undefined;
};

/** Time in the world: a base clock and an offset anybody can move. */
export type WorldClock = {
  /** Moves the world's time and runs what has become due. Negative is allowed: nothing is undone. */
  readonly move: (ms: number) => void;
  /** How much faster than real time the world's runs, from now on. */
  readonly setSpeed: (speed: number) => void;
  /** Runs `work` when world time has passed `delayMs`. Background work does not keep the stand-in from being idle. */
  readonly later: (delayMs: number, work: () => void, options?: { background?: boolean }) => Cancel;
  /** Runs what is due by now; every Admin API call begins with it. */
  readonly runDue: () => void;
  /** Work that is neither done nor in the background. */
  readonly pending: () => number;
  readonly stop: () => void;
};

type Cancel = () => void;

/** Something happened that Shopify would send a webhook about. `topic` as in headers: `orders/create`. */
export type WorldEvent = {
  readonly shop: ShopState;
  readonly topic: string;
  readonly payload: unknown;
  readonly triggeredAt: Date;
  /** The same for everything one action causes; a listener makes its own when there is none. */
  readonly eventId: string | undefined;
};

export type EventListener = (event: WorldEvent) => void;

export type ShopState = {
  readonly id: number;
  readonly domain: string;
  /** The domain's first part: `admin.shopify.com/store/<handle>`. */
  readonly handle: string;
  name: string;
  readonly email: string;
  readonly ianaTimezone: string;
  readonly currencyCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47. */
  readonly locale: string;
  plan: PlanName;
  /** Other numbers than the plan's, for a bench that cannot wait. */
  rate?: BucketRate | undefined;
  bucket: { available: number; at: Date };
  readonly createdAt: Date;

  installed: boolean;
  readonly grantedScopes: Set<string>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;

  readonly staff: StaffMember[];
  readonly products: Product[];
  readonly collections: Collection[];
  readonly customers: Customer[];
  readonly segments: Segment[];
  readonly markets: Market[];
  readonly discounts: Map<number, Discount>;
  /** Unique in the store, without regard to case. */
  readonly codeIndex: CodeIndex;
  readonly orders: Order[];
  /** By `metafieldKey`; read them with `metafieldsOf` and `metafieldOf`. */
  readonly metafields: Map<string, Metafield>;
  readonly jobs: Map<string, Job>;
  readonly bulkCreations: Map<number, BulkCreation>;
  readonly cancellations: Map<number, Cancellation>;
  /** Webhooks the app asked for in this shop, beside those of its `shopify.app.toml`. */
  readonly ownSubscriptions: Map<number, OwnSubscription>;
  readonly bulkOperations: Map<number, BulkOperation>;
};

/** Points a bucket holds, and how many come back a second. */
export type BucketRate = { readonly bucket: number; readonly restoreRate: number };

export type PlanName = "standard" | "advanced" | "plus";

export type AccessToken = {
  readonly token: string;
  readonly mode: "offline" | "online";
  /** Loses what the shop takes away. */
  readonly scopes: Set<string>;
  /** Undefined: never (a non-expiring offline token). */
  readonly expiresAt: Date | undefined;
  /** Whom an online token stands for. */
  readonly staffId: number | undefined;
};

export type RefreshToken = {
  readonly token: string;
  readonly accessToken: string;
  readonly expiresAt: Date;
};

export type Metafield = {
  readonly id: number;
  /** As `metafieldOwner` writes it: the three spellings of a discount's id are one owner. */
  readonly ownerId: string;
  /** As stored: `$app` is already spelled out, `app--12345` or `app--12345--name`. */
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  compareDigest: string;
  readonly createdAt: Date;
  updatedAt: Date;
};

/** Shopify's asynchronous work. `id` is a UUID, as in `gid://shopify/Job/<id>`. */
export type Job = { readonly id: string; done: boolean };

/** `topic` as in headers: `disputes/create`. `uri` is absolute. */
export type OwnSubscription = {
  readonly id: number;
  readonly topic: string;
  readonly uri: string;
  readonly createdAt: Date;
};

/** An order's, which Shopify carries out in the background. `error`: why it could not. */
export type Cancellation = {
  readonly id: number;
  readonly orderId: number;
  readonly job: Job;
  error: string | undefined;
};

export type BulkCreation = {
  readonly id: number;
  readonly discountId: number;
  readonly createdAt: Date;
  done: boolean;
  readonly codes: {
    readonly code: string;
    redeemCodeId: number | undefined;
    errors: { readonly code: string; readonly message: string; readonly field: string[] }[];
  }[];
};
