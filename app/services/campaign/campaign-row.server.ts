import type { CampaignTerms } from "#app/domain/campaign/terms.ts";
import type { CodeKind } from "#app/domain/campaign/summary.ts";
import { isOnceForLife, type CampaignLimit } from "#app/domain/campaign/limit.ts";
import { eligibilitySchema, limitsSchema } from "#app/domain/campaign/limit.schema.ts";
import type { SyncState, Wanted } from "#app/domain/campaign/status.ts";
import { spendLimit } from "#app/domain/policy/limit.ts";
import {
  EVERYONE,
  GUEST_POLICIES,
  type Eligibility,
  type GuestPolicy,
  type RuleMatch,
} from "#app/domain/policy/rule.ts";
import { Prisma, type Campaign } from "#app/infra/db/generated/client.ts";
import { offerColumns } from "./offer-columns.server.ts";

/** The columns that say what a campaign offers, to whom and when. */
export function rowOfTerms(terms: CampaignTerms) {
  return {
    ...offerColumns(terms),
    startsAt: terms.startsAt,
    endsAt: terms.endsAt,
    totalCap: terms.totalCap,
    spendCapMinor: bigOrNull(terms.spendCapMinor),
    customerCapMinor: bigOrNull(terms.customerCapMinor),
    householdLimit: terms.householdLimit,
    limits: [...terms.limits],
    groups: [...terms.groups],
    eligibility: eligibilityColumn(terms.eligibility),
    issuedOnly: terms.issuedOnly,
    isPrivate: terms.isPrivate,
    guestPolicy: terms.guestPolicy,
    customerIds: terms.customerIds.map(BigInt),
    freesOnCancel: terms.frees.cancel,
    freesOnFullRefund: terms.frees.fullRefund,
    freesOnPartialRefund: terms.frees.partialRefund,
    freesOnChargeback: terms.frees.chargeback,
    freesOnExpiry: terms.frees.expiry,
  };
}

const bigOrNull = (minor: number | null): bigint | null => (minor === null ? null : BigInt(minor));

/** @throws when the column holds what no form puts there. */
export function limitsOf({ limits }: Pick<Campaign, "limits">): CampaignLimit[] {
  return limitsSchema.parse(limits);
}

/** All that is counted for one customer: the limits, and the cap on what is taken off as one more. */
export function countedLimitsOf(
  row: Pick<Campaign, "limits" | "number"> & { customerCapMinor: bigint | number | null },
): CampaignLimit[] {
  const { customerCapMinor: cap } = row;
  return [...limitsOf(row), ...(cap === null ? [] : [spendLimit(ruleIdOf(row), Number(cap))])];
}

/** @throws when the column holds what no form and no sync puts there. */
export function eligibilityOf({ eligibility }: Pick<Campaign, "eligibility">): Eligibility {
  return eligibility === null ? EVERYONE : eligibilitySchema.parse(eligibility);
}

/** Null where everyone may use it, as most campaigns are. */
export function eligibilityColumn(who: Eligibility) {
  const { all, any, none, customers, signedIn } = who;
  const isOpen = all.length + any.length + none.length === 0 && !signedIn;
  return isOpen && customers === "everyone"
    ? Prisma.DbNull
    : { all: [...all], any: [...any], none: [...none], customers, signedIn };
}

/**
 * The segments that Shopify itself can hold: being in any of them is enough. Where a tag is enough, too, or more is
 * asked, only the guard can tell.
 */
export function nativeSegments(row: Pick<Campaign, "eligibility">): readonly string[] {
  const { any } = eligibilityOf(row);
  return any.some((membership) => membership.startsWith("#")) ? [] : any;
}

export function guestPolicyOf(row: Pick<Campaign, "guestPolicy">): GuestPolicy {
  return GUEST_POLICIES.find((rule) => rule === row.guestPolicy) ?? "match";
}

export function wantedOf(row: Pick<Campaign, "wanted">): Wanted {
  return row.wanted === "paused" || row.wanted === "ended" ? row.wanted : "on";
}

export function syncStateOf(row: Pick<Campaign, "syncState">): SyncState {
  const { syncState } = row;
  return syncState === "syncing" || syncState === "synced" || syncState === "failed"
    ? syncState
    : "waiting";
}

/** The checkout function is told every code of a list by itself; it has no room for more than so many of one campaign. */
export const LISTED_AT_CHECKOUT = 100;

/** Whether a list is too long for the checkout function, which then knows nothing of the campaign. */
export function isLongList(row: Pick<Campaign, "codeKind" | "codeCount">): boolean {
  return row.codeKind === "list" && row.codeCount > LISTED_AT_CHECKOUT;
}

/** Whether limits can be kept with so many codes: of a long list Shopify itself holds “once per customer” and no other. */
export function canHoldLimits(
  row: Pick<Campaign, "codeKind" | "codeCount">,
  limits: readonly CampaignLimit[],
): boolean {
  return !isLongList(row) || limits.every(isOnceForLife);
}

/** Which unique codes belong to a campaign, told from their text alone; null when it makes none. */
export function uniqueMatchOf(
  row: Pick<Campaign, "codePrefix" | "codeLength" | "codeAlphabet">,
): Extract<RuleMatch, { kind: "unique" }> | null {
  const { codePrefix: prefix, codeLength: length, codeAlphabet } = row;
  if (prefix === null || length === null) return null;
  return { kind: "unique", prefix, length, alphabet: codeAlphabet === "safe" ? "safe" : "any" };
}

export function codeKindOf(row: Pick<Campaign, "codeKind">): CodeKind {
  return row.codeKind === "unique" || row.codeKind === "list" ? row.codeKind : "public";
}

/** The campaign's rule on the wire. */
export function ruleIdOf(row: Pick<Campaign, "number">): string {
  return row.number.toString(36);
}
