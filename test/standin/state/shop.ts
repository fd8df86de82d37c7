import type { Collection, Product } from "./catalog.ts";
import type { Discount } from "./discount.ts";
import type { Metafield, MetafieldDefinition, OwnerKey } from "./metafield.ts";
import type { Order } from "./order.ts";
import type { Customer, Segment, StaffMember } from "./people.ts";
import type { WebhookSubscription } from "./webhook.ts";
import type { BulkCreation, Job, SegmentQuery } from "./work.ts";

export type Plan = "standard" | "advanced" | "plus";

/** Where a code stands: `codeIndex` is keyed by the folded code, one entry per store. */
export type CodePlace = { readonly discountId: number; readonly redeemCodeId: number };

export type ShopState = {
  readonly id: number;
  /** `bonafide-demo.myshopify.com`. */
  readonly domain: string;
  /** `bonafide-demo`. */
  readonly handle: string;
  name: string;
  email: string;
  ianaTimezone: string;
  /** ISO 4217. */
  currencyCode: string;
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  plan: Plan;
  /** Primary locale of the shop, BCP 47. */
  locale: string;
  /** What the app was granted; `null` when it is not installed. */
  installed: { scopes: string[]; at: number } | null;
  /** A flat charge per order that has something to ship. */
  shippingRate: { title: string; priceMinor: number };
  readonly staff: StaffMember[];
  readonly products: Map<number, Product>;
  readonly collections: Map<number, Collection>;
  readonly customers: Map<number, Customer>;
  readonly segments: Map<number, Segment>;
  readonly discounts: Map<number, Discount>;
  readonly codeIndex: Map<string, CodePlace>;
  /** Per owner, by `namespace.key`. */
  readonly metafields: Map<OwnerKey, Map<string, Metafield>>;
  readonly metafieldDefinitions: MetafieldDefinition[];
  readonly orders: Map<number, Order>;
  lastOrderNumber: number;
  readonly jobs: Map<string, Job>;
  readonly bulkCreations: Map<number, BulkCreation>;
  readonly segmentQueries: Map<number, SegmentQuery>;
  readonly webhookSubscriptions: WebhookSubscription[];
  /** The leaky bucket of this app in this shop. */
  readonly bucket: { available: number; at: number };
  /** Plain data other parts of the stand-in keep with the shop (carts, sign-ins …), under a key of their own. */
  readonly aside: Map<string, unknown>;
};
