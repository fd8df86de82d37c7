import type { CampaignLimit } from "../campaign/limit.ts";
import type { CaseDecision } from "../case/case.ts";
import type { Season } from "../policy/season.ts";
import type { SignalKind } from "../signal/signal.ts";

/**
 * An order of the shop's history. `score` on the shop's scale, and the `kind` its signals say; null: none that stands
 * alone was found. `isExact`: the exact rule flagged it. `day` is shop-local, `placedAt` ISO 8601 in UTC.
 */
export type PastOrder = {
  orderId: string;
  personId: string;
  placedAt: string;
  day: string;
  score: number | null;
  kind: SignalKind | null;
  isExact: boolean;
  uses: readonly { campaignId: string; discountMinor: number }[];
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
