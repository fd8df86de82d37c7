import { instant, levelAt, settledAt, type Bucket } from "./bucket.ts";
import { neededFor, type Lane } from "./lane.ts";

/** How long whoever waits sleeps at most before looking again: calls that cost less than was reserved make room early. */
export const LOOK_AGAIN_MS = 250;
/** A first call that tells nothing within this time (its process was killed) no longer keeps the others waiting. */
export const PROBE_MS = 10_000;
/** Points that arithmetic may lose: nobody waits for those. */
export const ROUNDING = 1e-6;

/** Milliseconds until a call may go out, if nobody else calls meanwhile; 0 when it may now. */
export function waitFor(bucket: Bucket, cost: number, lane: Lane, now: number): number {
  const missing = neededFor(bucket, cost, lane, now) - levelAt(bucket, now) - ROUNDING;
  const wait = Math.max(
    (missing / bucket.restoreRate) * 1_000,
    bucket.pausedUntil - instant(bucket, now),
    isProbed(bucket, now) ? LOOK_AGAIN_MS : 0,
  );
  return Math.max(0, Math.ceil(wait));
}

/** Someone is asking how large the bucket is. */
function isProbed(bucket: Bucket, now: number): boolean {
  return (
    !bucket.learned &&
    bucket.reserved > settledAt(bucket, now) &&
    instant(bucket, now) - bucket.reservedAt < PROBE_MS
  );
}
