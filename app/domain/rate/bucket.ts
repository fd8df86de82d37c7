/**
 * Shopify's bucket of cost points for this app in one shop, as far as we know it. Every call takes its points out; the
 * bucket fills again all the time. Instants are milliseconds of one clock: whoever shares a bucket shares that clock.
 */
export type Bucket = {
  /** Points at `at`, less what calls under way were reserved. */
  available: number;
  maximum: number;
  /** Points a second. */
  restoreRate: number;
  at: number;
  /** Whether Shopify has told its size and rate yet. Before that one call at a time goes out and asks. */
  learned: boolean;
  /** All points ever reserved, and those of them whose calls have ended. The difference is under way. */
  reserved: number;
  settled: number;
  /** When points were last reserved. */
  reservedAt: number;
  /** Nobody calls before: Shopify asked for a pause. */
  pausedUntil: number;
  /** The dearest interactive call that waits, until it is looked at again: batches leave it its points. */
  awaited: number;
  awaitedUntil: number;
};

/** Longer than any call is waited for: what is under way longer was lost with its process. */
export const LOST_AFTER_MS = 60_000;

/** The smallest plan's bucket, half full: enough for the dearest single query (1,000), which asks for the rest. */
export function unknownBucket(now: number): Bucket {
  return {
    available: 1_000,
    maximum: 2_000,
    restoreRate: 100,
    at: now,
    learned: false,
    reserved: 0,
    settled: 0,
    reservedAt: now,
    pausedUntil: now,
    awaited: 0,
    awaitedUntil: now,
  };
}

/** The later of the bucket's own instant and the clock's: a clock that lags, or is set back, refills nothing twice. */
export function instant(bucket: Bucket, now: number): number {
  return Math.max(bucket.at, now);
}

export function levelAt(bucket: Bucket, now: number): number {
  const seconds = (instant(bucket, now) - bucket.at) / 1_000;
  return Math.min(bucket.maximum, bucket.available + bucket.restoreRate * seconds);
}

/** What has ended, with those that can no longer be under way. */
export function settledAt(bucket: Bucket, now: number): number {
  const isLost = instant(bucket, now) - bucket.reservedAt > LOST_AFTER_MS;
  return isLost ? bucket.reserved : bucket.settled;
}
