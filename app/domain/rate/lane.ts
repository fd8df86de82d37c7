import { instant, type Bucket } from "./bucket.ts";

/** Somebody looks at a page and waits, or nobody does. */
export type Lane = "interactive" | "batch";

/**
 * The share of the bucket that batches leave to people. A batch works at the restore rate either way; what it gives up
 * is the burst at its beginning. A quarter is 500 points on the smallest plan: a page with its lists of segments and
 * codes never waits; and three quarters still hold the dearest single query (1,000 points), so no batch is ever stuck.
 * It also covers what we may think too much of the bucket (see `settle`): a batch is not throttled for that.
 */
export const BATCH_LEAVES = 0.25;

/** The level at which a call may go. One that is dearer than the whole bucket goes when that is full: Shopify says no. */
export function neededFor(bucket: Bucket, cost: number, lane: Lane, now: number): number {
  const own = Math.min(cost, bucket.maximum);
  if (lane === "interactive") return own;
  const claimed = bucket.awaitedUntil > instant(bucket, now) ? bucket.awaited : 0;
  return own + Math.max(Math.min(BATCH_LEAVES * bucket.maximum, bucket.maximum - own), claimed);
}
