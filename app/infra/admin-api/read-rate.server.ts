import { unknownBucket } from "#app/domain/rate/bucket.ts";
import { BATCH_LEAVES } from "#app/domain/rate/lane.ts";
import type { Deps } from "../deps.server.ts";
import { READ } from "./rate-sql.ts";

export type Rate = {
  available: number;
  /** What of it batches may take. */
  availableToBatch: number;
  maximum: number;
  /** Points a second. */
  restoreRate: number;
  /** Calls of all processes that wait for points. */
  waiting: number;
  /** Shopify asked for a pause, which lasts so much longer. */
  pausedMs: number;
};

/** What is left of a shop's cost points, as far as we know. One that has never been called has the smallest plan's. */
export async function readRate(
  { database, rateClock }: Pick<Deps, "database" | "rateClock">,
  shopDomain: string,
): Promise<Rate> {
  const { rows } = await database.pool.query<Omit<Rate, "availableToBatch">>(READ, [
    shopDomain,
    rateClock?.() ?? null,
  ]);
  const { available, maximum, restoreRate } = unknownBucket(0);
  const rate = rows[0] ?? { available, maximum, restoreRate, waiting: 0, pausedMs: 0 };
  const availableToBatch = Math.max(0, rate.available - BATCH_LEAVES * rate.maximum);
  return { ...rate, availableToBatch };
}
