import type { CampaignTerms } from "#app/domain/campaign/terms.ts";
import type { CodeKind } from "#app/domain/campaign/summary.ts";
import {
  GUEST_RULES,
  type GuestRule,
  type SyncState,
  type Wanted,
} from "#app/domain/campaign/status.ts";
import { isLimitWindow, type Limit } from "#app/domain/policy/limit.ts";
import type { RuleMatch } from "#app/domain/policy/rule.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { offerColumns } from "./offer-columns.server.ts";

/** The columns that say what a campaign offers, to whom and when. */
export function rowOfTerms(terms: CampaignTerms, segmentName: string | null) {
  const { limit } = terms;
  return {
    ...offerColumns(terms),
    startsAt: terms.startsAt,
    endsAt: terms.endsAt,
    totalCap: terms.totalCap,
    perCustomer: limit?.perCustomer ?? null,
    limitWindow: limit?.window ?? null,
    guestRule: terms.guestRule,
    segmentId: terms.segmentId,
    segmentName,
    customerIds: terms.customerIds.map(BigInt),
    freesOnCancel: terms.frees.cancel,
    freesOnFullRefund: terms.frees.fullRefund,
    freesOnExpiry: terms.frees.expiry,
  };
}

export function limitOf(row: Pick<Campaign, "perCustomer" | "limitWindow">): Limit | null {
  const window = row.limitWindow ?? "lifetime";
  return row.perCustomer !== null && isLimitWindow(window)
    ? { perCustomer: row.perCustomer, window }
    : null;
}

export function guestRuleOf(row: Pick<Campaign, "guestRule">): GuestRule {
  return GUEST_RULES.find((rule) => rule === row.guestRule) ?? "match";
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

/** Whether a limit can be kept with so many codes: of a long list Shopify itself holds “once per customer” and no other. */
export function canHoldLimit(
  row: Pick<Campaign, "codeKind" | "codeCount">,
  limit: Limit | null,
): boolean {
  return !isLongList(row) || !limit || (limit.perCustomer === 1 && limit.window === "lifetime");
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
