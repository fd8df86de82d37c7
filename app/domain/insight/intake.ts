import type { BookCheck } from "../redemption/book-check.ts";
import type { Permission } from "./permission.ts";

/**
 * A webhook that could not be worked off. Instants are ISO 8601. `triedAt`: null where it was too large to be tried. `isKept`:
 * its whole body is there to be tried again.
 */
export type DeadMessage = {
  id: string;
  topic: string;
  receivedAt: string;
  triedAt: string | null;
  attempts: number;
  reason: string;
  isKept: boolean;
};

/** How far the store's orders were compared with Shopify's; null before the first time. */
export type OrdersReading = {
  read: number;
  total: number | null;
  healed: number;
  since: string | null;
  isFirst: boolean;
  /** Shopify shows all orders there are; else those of sixty days. */
  seesAll: boolean;
  finishedAt: string | null;
  error: string | null;
};

/** What comes in from Shopify, how far it is taken in, and whether it adds up. */
export type IntakeSummary = {
  waiting: number;
  /** Orders that are taken in and not compared with others yet, to see who they are from. */
  toScore: number;
  dead: DeadMessage[];
  deadTotal: number;
  reading: OrdersReading | null;
  check: (BookCheck & { checkedAt: string }) | null;
  bodyDays: number;
  /** Since when what each permission is for is told; null: it is not. */
  permissions: Record<Permission, string | null>;
};

/** How long stored webhooks may be kept, in days. */
export const BODY_DAYS = { least: 1, most: 365 } as const;
