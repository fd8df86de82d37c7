import { instant, levelAt, settledAt, type Bucket } from "./bucket.ts";
import type { Lane } from "./lane.ts";
import { LOOK_AGAIN_MS, waitFor } from "./wait-for.ts";

/** What a call holds of the bucket while it is under way. */
export type Ticket = {
  points: number;
  /** What had ended when it set out: everything else may reach Shopify before it, or after. */
  mark: number;
};
export type Reservation = { bucket: Bucket; waitMs: number; ticket: Ticket | null };

/** A claim outlives the sleep of who made it by this much. */
export const CLAIM_MS = 1_000;

/** Takes a call's points if it may go now; else says how long to wait, and keeps an interactive call's place. */
export function reserve(bucket: Bucket, cost: number, lane: Lane, now: number): Reservation {
  const waitMs = waitFor(bucket, cost, lane, now);
  if (waitMs === 0) return { ...spend(bucket, cost, lane, now), waitMs };
  const at = instant(bucket, now);
  const known = { ...bucket, available: levelAt(bucket, now), at, settled: settledAt(bucket, now) };
  if (lane === "batch") return { bucket: known, waitMs, ticket: null };
  const awaited = Math.max(cost, bucket.awaitedUntil > at ? bucket.awaited : 0);
  const awaitedUntil = at + Math.min(waitMs, LOOK_AGAIN_MS) + CLAIM_MS;
  return { bucket: { ...known, awaited, awaitedUntil }, waitMs, ticket: null };
}

/** Takes the points (the whole bucket for a call dearer than that) whatever is there; `reserve` asks first. */
export function spend(bucket: Bucket, cost: number, lane: Lane, now: number) {
  const at = instant(bucket, now);
  const settled = settledAt(bucket, now);
  const points = Math.min(cost, bucket.maximum);
  const isClaimed = lane === "interactive" && cost >= bucket.awaited;
  return {
    ticket: { points, mark: settled },
    bucket: {
      ...bucket,
      available: levelAt(bucket, now) - points,
      at,
      reserved: bucket.reserved + points,
      settled,
      reservedAt: at,
      awaited: isClaimed ? 0 : bucket.awaited,
    },
  };
}
