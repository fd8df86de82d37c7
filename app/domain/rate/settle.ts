import { instant, levelAt, type Bucket } from "./bucket.ts";
import type { Ticket } from "./reserve.ts";

/** What Shopify says of its bucket with every answer. */
export type ThrottleStatus = {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
};

export type Settlement = {
  /** What the call really cost. All that was reserved when no answer came: it may have been carried out. */
  points: number;
  status: ThrottleStatus | null;
  /** Refused for lack of points, or asked to slow down: nobody calls for `pauseMs`. */
  throttled: boolean;
  pauseMs: number;
};

/**
 * Ends a call: what it did not use goes back, and Shopify's word corrects ours. Its word was true when it answered, and
 * does not know the calls that reached it later. So the truth lies between its number less everything that may still
 * have been under way, and its number; we keep our own count within that. Counting too little is harmless: the bucket
 * then stands a little higher, and fills at the same rate. We can count too much only while Shopify's bucket is full and
 * stands still and ours, which hears of a call earlier, fills: by the restore rate times the way to Shopify.
 */
export function settle(bucket: Bucket, ticket: Ticket, end: Settlement, now: number): Bucket {
  const at = instant(bucket, now);
  const { status } = end;
  const own = levelAt(bucket, now) + ticket.points - end.points;
  const underWay = Math.max(0, bucket.reserved - ticket.mark - ticket.points);
  const maximum = status?.maximumAvailable ?? bucket.maximum;
  return {
    ...bucket,
    available: Math.min(maximum, corrected(own, underWay, end)),
    maximum,
    restoreRate: status?.restoreRate ?? bucket.restoreRate,
    at,
    learned: bucket.learned || status !== null,
    settled: Math.min(bucket.reserved, bucket.settled + ticket.points),
    pausedUntil: Math.max(bucket.pausedUntil, at + end.pauseMs),
  };
}

function corrected(own: number, underWay: number, { status, throttled }: Settlement): number {
  // Asked for a pause without numbers: begin again from nothing, at the restore rate, instead of all at once.
  if (throttled) return Math.min(own, status?.currentlyAvailable ?? 0);
  if (!status) return own;
  return Math.max(status.currentlyAvailable - underWay, Math.min(own, status.currentlyAvailable));
}
