import type { Combines, Items, Minimum } from "../discount/terms.ts";
import type { Limit } from "../policy/limit.ts";
import type { Offer } from "./offer.ts";
import type { GuestRule } from "./status.ts";

/** What a valid form means. The name is checked against its convention apart, because that needs the convention. */
export type CampaignTerms = {
  offer: Offer;
  /** What it takes it off; of buy X get Y, what is got. */
  items: ChosenItems;
  minimum: Minimum | null;
  combines: Combines;
  startsAt: Date;
  endsAt: Date | null;
  totalCap: number | null;
  limit: Limit | null;
  /** Whom it is for: a segment, customers by name, or (null and none) everybody. */
  segmentId: string | null;
  customerIds: readonly string[];
  guestRule: GuestRule;
  codes: CodePlan;
  frees: { cancel: boolean; fullRefund: boolean; expiry: boolean };
};

/** Items that can be told apart; of others only Shopify knows which they are. */
export type ChosenItems = Exclude<Items, { kind: "unknown" }>;

/**
 * Which codes a campaign gets: its name as the one public code; `count` unique ones, `length`
 * characters after the name (null: as many as are safe), the last a check character if `check`,
 * unless the convention says how they look; or a list somebody brought, each usable
 * `usesPerCode` times (null: without a cap).
 */
export type CodePlan =
  | { kind: "public" }
  | { kind: "unique"; count: number; length: number | null; check: boolean }
  | { kind: "list"; importId: string; usesPerCode: number | null };
