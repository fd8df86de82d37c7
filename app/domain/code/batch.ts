/** How a batch of codes stands: being made, made, or cancelled. */
export type BatchState = "making" | "made" | "cancelled";

/** An order for codes of one campaign, as pages show it. Counts are codes. */
export type BatchSummary = {
  id: string;
  source: "made" | "imported";
  wanted: number;
  made: number;
  live: number;
  refused: number;
  state: BatchState;
  /** Something a person should know, such as codes that were taken meanwhile. */
  error: string | null;
  /** The import whose codes were in part taken meanwhile, when it can still be told which; else null. */
  leftOut: string | null;
  createdAt: string;
  createdBy: string;
  progress: Progress;
};

/**
 * How far a batch is on its way to Shopify. `perSecond` and `remainingSeconds` are null while too
 * little has happened to say anything honest, and when nothing remains.
 */
export type Progress = {
  done: number;
  total: number;
  perSecond: number | null;
  remainingSeconds: number | null;
};

/** What was done at a moment, to measure from. */
export type Mark = { done: number; at: Date };

/** A rate over a shorter time is chance. */
const SHORTEST_MS = 3_000;

/** The rate since the mark and what it means for the rest. A mark without progress promises nothing. */
export function progressOf(done: number, total: number, mark: Mark | null, now: Date): Progress {
  const open = { done, total, perSecond: null, remainingSeconds: null };
  const elapsed = mark ? now.getTime() - mark.at.getTime() : 0;
  if (!mark || elapsed < SHORTEST_MS || done <= mark.done || done >= total) return open;
  const perSecond = ((done - mark.done) * 1000) / elapsed;
  return { ...open, perSecond, remainingSeconds: Math.ceil((total - done) / perSecond) };
}
