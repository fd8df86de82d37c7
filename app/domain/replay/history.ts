import type { CampaignLimit } from "../campaign/limit.ts";
import type { TermNames } from "../campaign/summary.ts";

/** Orders that would have gone otherwise, with what their codes took off and what they came to. Minor units. */
export type Changed = { orders: number; discountMinor: number; revenueMinor: number };

/** One of them: the code would have been refused, or let through that is over the limit now. */
export type ChangedOrder = {
  orderId: string;
  name: string;
  placedAt: string;
  code: string;
  becomes: "refused" | "allowed";
  discountMinor: number;
  totalMinor: number;
};

/** What other limits would have done with the uses a shop knows of. Orders that name nobody are never limited. */
export type HistoryResult = {
  currency: string;
  people: number;
  uses: number;
  /** Uses beyond the limits: as they are (they slipped through), and as they would have been. */
  overNow: number;
  overThen: number;
  refused: Changed;
  allowed: Changed;
  /** The first of them, as they were placed. */
  orders: ChangedOrder[];
  ofNobody: number;
};

export type HistoryState = "running" | "done" | "failed" | "cancelled";

/** One such question and how far its answer is. Instants are ISO 8601 in UTC. */
export type HistoryReplaySummary = {
  id: string;
  campaign: { id: string; name: string };
  /** In place of those the campaign has now. */
  limits: readonly CampaignLimit[];
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

/** Orders named one by one. */
export const CHANGED_SHOWN = 100;
