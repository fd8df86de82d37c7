import type { QueueEntry, SyncPlan, SyncResult } from "#app/domain/discount/sync.ts";
import { plural } from "#app/components/format/number.ts";

type Say = (value: number) => string;

/** Where a campaign is on its way to Shopify, and what happens next. */
export function syncSentence(
  entry: Pick<QueueEntry, "reason" | "error" | "retryAt"> | null,
  { hasConflict, relative }: { hasConflict: boolean; relative: (iso: string) => string },
): string {
  if (!entry) {
    return hasConflict
      ? "Up to date, but for what waits for your decision."
      : "Shopify says what this page says.";
  }
  switch (entry.reason) {
    case "turn":
      return "Waits for its turn, which comes within seconds.";
    case "working":
      return "Is being brought to Shopify now.";
    case "rate":
      return "Waits for Shopify, which takes only so much at a time. It goes on by itself.";
    case "codes":
      return "Waits for its codes, which are being made.";
    case "no_answer": {
      const why =
        entry.error ?? "Shopify does not answer at the moment. It is tried again by itself.";
      if (!entry.retryAt) return why;
      const when = relative(entry.retryAt);
      return `${why} Next try ${when === "now" ? "within a minute" : when}.`;
    }
    case "failed":
      return entry.error ?? "Shopify could not be brought up to date.";
  }
}

/**
 * "900 calls to Shopify, at least 3 minutes": by its rate alone, and others call too.
 * Where that waits for nothing, no time is said.
 */
export function costWords({ calls, seconds }: Omit<SyncPlan, "operations">, say: Say): string {
  if (calls === 0) return "Asks nothing of Shopify.";
  const asked = `${say(calls)} ${plural(calls, "call", "calls")} to Shopify`;
  return seconds < 1 ? `${asked}.` : `${asked}, ${secondsWords(seconds, say)}.`;
}

export function secondsWords(seconds: number, say: Say): string {
  if (seconds < 60) {
    const whole = Math.ceil(seconds);
    return `at least ${say(whole)} ${plural(whole, "second", "seconds")}`;
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `at least ${say(minutes)} ${plural(minutes, "minute", "minutes")}`;
  const hours = Math.ceil(seconds / 1_800) / 2;
  return `at least ${say(hours)} ${plural(hours, "hour", "hours")}`;
}

export const RESULT_LABELS: Record<SyncResult, string> = {
  running: "Under way",
  done: "Done",
  waiting: "Tried again by itself",
  failed: "Failed",
  stopped: "Stopped",
};
