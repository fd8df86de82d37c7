import type { CampaignLimit } from "../campaign/limit.ts";
import type { CaseDecision } from "../case/case.ts";
import type { Season } from "../policy/season.ts";
import type { SignalKind } from "../signal/signal.ts";

/**
 * An order of the shop's history. `findings`: what there is against its uses, each judged by itself. `day` is shop-local,
 * `placedAt` ISO 8601 in UTC.
 */
export type PastOrder = {
  orderId: string;
  personId: string;
  placedAt: string;
  day: string;
  findings: readonly Finding[];
  uses: readonly PastUse[];
};

export type PastUse = { codeKey: string; campaignId: string; discountMinor: number };

/**
 * What there is against one use, by its code; of a campaign, or of none. `score` on the shop's scale, and the `kind` its
 * signals say; null: none that stands alone was found. `also`: all signals that speak for it. `isExact`: the exact rule
 * flagged it.
 */
export type Finding = {
  codeKey: string;
  campaignId: string | null;
  score: number | null;
  kind: SignalKind | null;
  also: readonly SignalKind[];
  isExact: boolean;
};

/** People who come into one case, with their orders as they were placed, and what staff decided about them, and when. */
export type Ring = {
  orders: readonly PastOrder[];
  decisions: readonly { at: string; decision: CaseDecision }[];
};

export type RingCampaign = {
  groups: readonly number[];
  limits: readonly CampaignLimit[];
  lastDay: string | null;
};

/** What policies ask about campaigns, by their ids. */
export type RingSetting = {
  campaigns: ReadonlyMap<string, RingCampaign>;
  seasons: readonly Season[];
};
