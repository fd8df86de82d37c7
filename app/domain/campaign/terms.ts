import type { Frees } from "../redemption/target.ts";
import type { Combines, Items, Minimum } from "../discount/terms.ts";
import type { Eligibility, GuestPolicy } from "../policy/rule.ts";
import type { CampaignLimit } from "./limit.ts";
import type { Offer } from "./offer.ts";

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
  /** What its codes may take off in all, in the minor unit of the shop's currency. */
  spendCapMinor: number | null;
  /** What its codes may take off for one customer, likewise. Takes the place of one limit at checkout. */
  customerCapMinor: number | null;
  /** How often one household may use it. Checkout knows no households: what is beyond it is flagged. */
  householdLimit: number | null;
  /** How often one customer may use it; at most `LIMITS_MOST`, all of which must hold. */
  limits: readonly CampaignLimit[];
  /** Numbers of the groups it is in, at most `GROUPS_MOST`; among them those its limits count over. */
  groups: readonly number[];
  eligibility: Eligibility;
  /** Customers it is for by name; none: for whoever is eligible. */
  customerIds: readonly string[];
  /** Only for those it was issued to. Checkout does not know them: others' orders are flagged. */
  issuedOnly: boolean;
  /** Given to some people only, whom checkout cannot tell from others: it is watched for leaks. See `canBePrivate`. */
  isPrivate: boolean;
  guestPolicy: GuestPolicy;
  codes: CodePlan;
  frees: Frees;
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
