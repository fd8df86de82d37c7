import type { Operation } from "../discount/plan.ts";
import type { ActionKind, ScheduledAction } from "./action.ts";
import type { ChangedFacts } from "./facts.ts";

/** waiting for its time; done; failed, because it was refused by then; cancelled before; undone after. */
export type ChangeState = "waiting" | "done" | "failed" | "cancelled" | "undone";

export const CHANGE_STATE_LABELS: Record<ChangeState, string> = {
  waiting: "Waiting",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
  undone: "Undone",
};

/** A change as pages show it. Instants are ISO 8601 in UTC. */
export type ChangeSummary = {
  id: string;
  action: ScheduledAction;
  state: ChangeState;
  dueAt: string;
  /** The zone the time was given in and the time there, when the shop's zone has become another since; else null. */
  given: { timeZone: string; local: string } | null;
  before: ChangedFacts | null;
  after: ChangedFacts | null;
  /** Why it failed, or is not done yet. */
  error: string | null;
  /** When it is tried again; null unless it came to nothing for a reason nobody foresaw. */
  retryAt: string | null;
  createdAt: string;
  createdBy: string;
  doneAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
  /** Whether it can be taken back now, and if not, why. Null: there is nothing to take back. */
  undo: { may: boolean; why: string } | null;
};

/** What a change will do, before it is done. */
export type ChangePreview = {
  action: ScheduledAction;
  dueAt: string;
  /** Whether it is done at once. */
  isNow: boolean;
  before: ChangedFacts;
  after: ChangedFacts;
  /** What will be asked of Shopify then, as far as can be told now. */
  operations: Operation[];
  calls: number;
  points: number;
  seconds: number;
  warnings: ChangeWarning[];
  undo: string;
};

/** What a person should know before they confirm. */
export type ChangeWarning =
  /** Another waiting change can then no longer be done. */
  | { kind: "fails"; action: ActionKind; dueAt: string; why: string }
  /** Another waiting change is about the same. */
  | { kind: "overlaps"; action: ActionKind; dueAt: string }
  /** The campaign's end will have passed by then. */
  | { kind: "past_end"; endsAt: string }
  /** Shopify counts the uses of the new code from zero. */
  | { kind: "counts_anew"; uses: number }
  /** The campaign is not up to date in Shopify, and waits for a person. */
  | { kind: "not_synced"; error: string };

/** What a campaign's page needs to know to offer changes. */
export type Schedule = {
  changes: ChangeSummary[];
  /** Whether older ones are left out. */
  hasMore: boolean;
};
