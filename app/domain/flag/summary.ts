import type { CampaignLimit } from "../campaign/limit.ts";

export type FlagKind = "overshoot";
export type FlagState = "open" | "reviewed" | "withdrawn";
export type FlagDecision = "fine" | "abuse";

/** Of a reason, in characters. */
export const LONGEST_REASON = 500;

export const FLAG_DECISIONS: readonly FlagDecision[] = ["fine", "abuse"];

/**
 * What the flag rests on: the orders that count, oldest first, and the limit they were counted against: so many uses in
 * the window, of what `counter` says. `period`: the local days that were counted, "2026-03-01/2026-03-31", or "L" for
 * life. `season` and `group` are names. A limit of 0: the campaign was issued to others only.
 */
export type OvershootEvidence = {
  limit: number;
  window: CampaignLimit["window"];
  counter: CampaignLimit["counter"];
  period: string;
  season?: string;
  group?: string;
  orders: { orderId: string; name: string; placedAt: string; code: string }[];
};

export type FlagSummary = {
  id: string;
  kind: FlagKind;
  state: FlagState;
  order: {
    id: string;
    name: string;
    placedAt: string;
    totalMinor: number;
    discountMinor: number;
    currency: string;
  };
  code: string;
  campaign: { id: string; name: string } | null;
  /** One sentence: what happened, in words for staff. */
  title: string;
  createdAt: string;
  decision: { decision: FlagDecision; reason: string; by: string; at: string } | null;
};

export type FlagDetail = FlagSummary & {
  evidence: OvershootEvidence;
  /** What an honest shopper would say, so that staff think of it first. */
  innocent: string;
  /** Whether this shopper may still use the campaign's codes. */
  disqualified: boolean;
};
