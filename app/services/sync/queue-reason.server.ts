import type { QueueReason } from "#app/domain/discount/sync.ts";
import type { Rate } from "#app/infra/admin-api/read-rate.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/** Codes ordered for a campaign: made so far, and answered by Shopify. */
export type Batches = { done: number; total: number; made: number };

type Facts = { rate: Rate; isRunning: boolean; batches: Batches | undefined };

/** Why a campaign is not in Shopify as it should be. */
export function reasonOf(
  { syncState, syncError }: Pick<Campaign, "syncState" | "syncError">,
  { rate, isRunning, batches }: Facts,
): QueueReason {
  if (syncState === "failed") return "failed";
  if (syncState === "waiting" && syncError && !isRunning) return "no_answer";
  // All that is made is there: only those that are being made are missing.
  if (batches && batches.made < batches.total && batches.done >= batches.made) return "codes";
  if (rate.pausedMs > 0 || rate.waiting > 0) return "rate";
  // One that was asked for again meanwhile waits, and is at work all the same.
  return isRunning ? "working" : "turn";
}
