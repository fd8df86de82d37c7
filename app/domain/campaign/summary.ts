import type { Frees } from "../redemption/target.ts";
import type { UniqueAlphabet } from "../code/alphabet.ts";
import type { BatchSummary } from "../code/batch.ts";
import type { Combines, Minimum } from "../discount/terms.ts";
import type { Eligibility, GuestPolicy } from "../policy/rule.ts";
import type { Budget } from "./budget.ts";
import type { CampaignLimit } from "./limit.ts";
import type { Offer } from "./offer.ts";
import type { ChosenItems } from "./terms.ts";
import type { CampaignStatus, SyncState, Wanted } from "./status.ts";

/** One public code, unique ones the app makes, or a list somebody brought. */
export type CodeKind = "public" | "unique" | "list";

/** A campaign as lists show it. Instants are ISO 8601 in UTC; money is minor units of `currency`. */
export type CampaignSummary = {
  id: string;
  name: string;
  offer: Offer;
  currency: string;
  status: CampaignStatus;
  sync: { state: SyncState; error: string | null; syncedAt: string | null };
  startsAt: string;
  endsAt: string | null;
  codes: { kind: CodeKind; count: number };
  uses: number;
  totalCap: number | null;
  revenueMinor: number;
  discountMinor: number;
  openFlags: number;
};

export type CampaignDetail = CampaignSummary & {
  wanted: Wanted;
  /** The name broken into its parts by its convention, in the convention's order. */
  dimensions: { field: string; label: string; value: string }[];
  convention: { id: string; version: number; name: string; pattern: string };
  limits: readonly CampaignLimit[];
  /** Numbers of the groups it is in. */
  groups: readonly number[];
  guestPolicy: GuestPolicy;
  eligibility: Eligibility;
  /** What the seasons, groups and segments of these are called. */
  terms: TermNames;
  /** What of it is not held at checkout as it says here. */
  notHeld: readonly NotHeld[];
  /** Customers it is for by name, instead of a segment. */
  customerIds: readonly string[];
  /** What the offer is on; of buy X get Y, what is got. */
  items: ChosenItems;
  minimum: Minimum | null;
  combines: Combines;
  frees: Frees;
  /** How its unique codes are made; null unless they are. `guessesPerHit`: tries that find one, on average. */
  unique: {
    prefix: string;
    length: number;
    check: boolean;
    alphabet: UniqueAlphabet;
    guessesPerHit: number;
  } | null;
  /** How often each code of a list may be used; null: no cap, or no list. */
  usesPerCode: number | null;
  /** Newest first. */
  batches: BatchSummary[];
  /** The one public code as shoppers type it now: it may have been replaced since the campaign was named. */
  publicCode: { id: string; code: string } | null;
  /** How many codes are in each state of their way to Shopify. */
  codeStates: { pending: number; live: number; failed: number; paused: number };
  discountId: string | null;
  refundMinor: number;
  budget: Budget;
  /** Uses of one household from which on more are flagged. */
  householdLimit: number | null;
  /** Only for those it was issued to. */
  issuedOnly: boolean;
  /** Given to some people only, and watched for leaks. */
  isPrivate: boolean;
  redemptions: number;
  reversals: number;
  /** `null` when there is nothing to divide by: neither a batch nor a cap. */
  usedShare: UsedShare | null;
  /** The last 30 shop-local days, oldest first. */
  daily: CampaignDay[];
};

/** `hasLines`: whether anything happened on it, if only that a use was freed or money given back. */
export type CampaignDay = {
  day: string;
  uses: number;
  revenueMinor: number;
  hasLines: boolean;
};

/** Seasons by key, groups by number, segments by id. */
export type TermNames = Record<"seasons" | "groups" | "segments", Readonly<Record<string, string>>>;

/**
 * - `dropped`: the checkout has no room for its rule; `folded`: its codes are stored shortened.
 * - `guests_sign_in`, `guests_allowed`: there is no room for more guests, and that became of them.
 * - `long_list`: its codes are too many to be told one by one, so only Shopify's own limits hold.
 * - `season_over`: a limit by a season that does not come again.
 */
export type NotHeld =
  "dropped" | "folded" | "guests_sign_in" | "guests_allowed" | "long_list" | "season_over";

/** How much of what could be used was, since the campaign began: never without its base, and `of` says what that counts. */
export type UsedShare = { used: number; base: number; of: "codes made" | "total cap" };
