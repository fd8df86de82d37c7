import type { CampaignSummary } from "../campaign/summary.ts";
import type { DriftSummary } from "./drift.ts";
import type { Names } from "./named.ts";
import type { Operation } from "./plan.ts";

/** running; done; waiting: tried again by itself; failed: a person must decide; stopped by a person. */
export type SyncResult = "running" | "done" | "waiting" | "failed" | "stopped";

/** What is to be asked of Shopify, and at least how long that takes. */
export type SyncPlan = {
  operations: Operation[];
  calls: number;
  points: number;
  seconds: number;
};

/** One time a campaign was brought to Shopify. Instants are ISO 8601 in UTC. */
export type SyncRunSummary = {
  id: string;
  /** A person's name, or webhook, sweep, orders, schedule, erasure. */
  askedBy: string;
  startedAt: string;
  finishedAt: string | null;
  operations: Operation[];
  calls: number;
  points: number;
  result: SyncResult;
  error: string | null;
};

/** Why something is not in Shopify yet. */
export type QueueReason =
  /** Its turn comes. */
  | "turn"
  | "working"
  /** Shopify's rate is used up. */
  | "rate"
  /** Shopify did not answer: it is tried again by itself. */
  | "no_answer"
  /** Its codes are being made here. */
  | "codes"
  /** A person must do something. */
  | "failed";

export type QueueEntry = {
  campaign: Pick<CampaignSummary, "id" | "name">;
  reason: QueueReason;
  error: string | null;
  askedBy: string;
  since: string;
  /** When it is tried again, if it waits for that. */
  retryAt: string | null;
  /** Its codes, when some are under way. */
  codes: { done: number; total: number } | null;
  plan: SyncPlan;
};

/** Shopify's bucket of cost points, as far as we know. */
export type RateSummary = {
  available: number;
  maximum: number;
  restoreRate: number;
  waiting: number;
  pausedSeconds: number;
};

export type DueChange = {
  id: string;
  campaign: Pick<CampaignSummary, "id" | "name">;
  action: string;
  dueAt: string;
};

/** Everything that waits for Shopify in a shop, and why. */
export type SyncQueue = {
  entries: QueueEntry[];
  /** How many there are, of which `entries` are the first. */
  total: number;
  rate: RateSummary;
  /** What the entries take together. */
  points: number;
  seconds: number;
  due: DueChange[];
};

export type UsesBefore = { uses: number; adoptedAt: string };

/** How one campaign stands to Shopify. */
export type CampaignSync = {
  /** Null when nothing is on its way. */
  underWay: QueueEntry | null;
  /** Newest first. */
  runs: SyncRunSummary[];
  drift: DriftSummary[];
  /** What the differing values refer to. */
  names: Names;
  /** Of an adopted discount: how often it was used until then, by Shopify's count, and when that was. */
  before: UsesBefore | null;
};
