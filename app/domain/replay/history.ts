import type { Estimate } from "../backtest/backtest.ts";
import type { CampaignLimit } from "../campaign/limit.ts";
import type { TermNames } from "../campaign/summary.ts";

/** Orders that would have gone otherwise, with what their codes took off and what they came to. Minor units. */
export type Changed = { orders: number; discountMinor: number; revenueMinor: number };

/** What is tried in place of a campaign's limits: one way, or two side by side. */
export type TriedLimits = {
  first: readonly CampaignLimit[];
  second: readonly CampaignLimit[] | null;
};

export const TRIED_SIDES = ["first", "second"] as const;
export type TriedSide = (typeof TRIED_SIDES)[number];

/** What becomes of a use: its code would have been refused, or let through where it is over the limit now. */
export const BECOMES = ["refused", "allowed"] as const;
export type Becomes = (typeof BECOMES)[number];

export const BECOMES_LABELS: Record<Becomes, string> = {
  refused: "Refused",
  allowed: "Let through",
};

/** Cases that uses over a limit make where they slip through, and the day that brought most of them. */
export type CaseLoad = { cases: number; busiest: { day: string; cases: number } | null };

/** What one way would have done. `over`: uses beyond its limits. */
export type TriedResult = {
  over: number;
  refused: Changed;
  allowed: Changed;
  /** Customers refused at least once, whom the campaign's own limits would have refused no code of it. */
  hurt: Estimate;
  load: CaseLoad;
};

/**
 * What other limits would have done with the uses a shop knows of. `overNow`: uses beyond the limits there are, which slipped
 * through. Orders that name nobody are never limited.
 */
export type HistoryResult = {
  currency: string;
  people: number;
  uses: number;
  overNow: number;
  loadNow: CaseLoad;
  /** The uses are from so many local days. */
  days: number;
  first: TriedResult;
  second: TriedResult | null;
  ofNobody: number;
};

export type HistoryState = "running" | "done" | "failed" | "cancelled";

/** One such question and how far its answer is. Instants are ISO 8601 in UTC. */
export type HistoryReplaySummary = {
  id: string;
  campaign: { id: string; name: string };
  /** In place of those the campaign has now. */
  limits: TriedLimits;
  limitsNow: readonly CampaignLimit[];
  state: HistoryState;
  done: number;
  total: number | null;
  result: HistoryResult | null;
  error: string | null;
  createdAt: string;
  createdBy: string;
};

/** What can be asked, and what was asked last. Campaigns with orders come first, the most used above. */
export type HistoryPage = {
  campaigns: { id: string; name: string }[];
  seasons: { key: string; name: string }[];
  names: TermNames;
  last: HistoryReplaySummary | null;
};

/** A use that would have gone otherwise: what each way makes of it; null: what it is now. */
export type ChangedUse = {
  orderId: string;
  name: string;
  placedAt: string;
  code: string;
  discountMinor: number;
  totalMinor: number;
} & Record<TriedSide, Becomes | null>;

/** Which of them: all, or those of which one way makes this. */
export type ChangedChoice = { side: TriedSide; becomes: Becomes } | "changed";

/** `of`: the orders they are of. */
export type ChangedUses = {
  id: string;
  campaign: string;
  limits: TriedLimits;
  names: TermNames;
  choice: ChangedChoice;
  currency: string;
  of: number;
  rows: ChangedUse[];
  next: string | null;
};
