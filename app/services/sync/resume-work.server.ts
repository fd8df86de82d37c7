import type { Deps } from "#app/infra/deps.server.ts";
import { resumeAdoptions } from "../adoption/resume-adoptions.server.ts";
import { ACCESS_LOST } from "./sync-failure.server.ts";

/** A guard older than this is written anew, so that disqualifications end on their day and old digests leave. */
const GUARD_AGE_MS = 60 * 60 * 1_000;
/** Between two sweeps of a shop's discounts for what webhooks missed. */
const SWEEP_EVERY_MS = 10 * 60 * 1_000;

/**
 * Queues again what should be under way and may not be: the queue's own record of a job that a killed process held
 * comes back only after its heartbeat is missed. Doing it twice is harmless.
 */
export async function resumeWork(
  deps: Deps,
  { idleSeconds }: { idleSeconds: number },
): Promise<void> {
  const now = deps.now();
  const before = new Date(now.getTime() - idleSeconds * 1_000);
  const { prisma } = deps.database;
  const campaigns = await prisma.campaign.findMany({
    where: {
      syncState: { in: ["waiting", "syncing"] },
      updatedAt: { lte: before },
    },
    select: { shopId: true, id: true },
  });
  for (const { shopId, id } of campaigns)
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id });
  await resumeAfterAccess(deps, now);
  const batches = await prisma.codeBatch.findMany({
    where: {
      OR: [
        { state: "making", OR: [{ markedAt: null }, { markedAt: { lte: before } }] },
        // Cancelled, and what it is not to have not dropped yet.
        { state: "cancelled", finishedAt: null },
      ],
    },
    select: { shopId: true, id: true },
  });
  for (const { shopId, id } of batches) await deps.jobs.send("make-codes", { shopId, batchId: id });
  await resumeAdoptions(deps);
  const shops = await prisma.shop.findMany({
    where: {
      installedAt: { not: null },
      uninstalledAt: null,
      OR: [
        { guardWrittenAt: null },
        { guardWrittenAt: { lt: new Date(now.getTime() - GUARD_AGE_MS) } },
      ],
    },
    select: { id: true },
  });
  for (const { id } of shops) await deps.jobs.send("publish-guard", { shopId: id });
  await sweepShops(deps, now);
}

async function sweepShops(deps: Deps, now: Date): Promise<void> {
  const shops = await deps.database.prisma.shop.findMany({
    where: {
      installedAt: { not: null },
      uninstalledAt: null,
      OR: [{ sweptUntil: null }, { sweptUntil: { lt: new Date(now.getTime() - SWEEP_EVERY_MS) } }],
    },
    select: { id: true },
  });
  for (const { id } of shops) await deps.jobs.send("sweep-discounts", { shopId: id });
}

/** What stopped because the app had no access to its shop goes on once there is a token again. */
async function resumeAfterAccess(deps: Deps, now: Date): Promise<void> {
  type Found = { shopId: number; campaignId: string };
  const { rows } = await deps.database.pool.query<Found>(RESUMED, [ACCESS_LOST, now]);
  for (const job of rows) await deps.jobs.send("sync-campaign", job);
}

/** A token that turns out not to be valid is forgotten with the first call. */
const RESUMED = `
  UPDATE campaign c SET sync_state = 'waiting', sync_error = NULL, updated_at = $2
  FROM shop s JOIN session x ON x.shop = s.domain AND x.id = 'offline_' || s.domain
  WHERE c.shop_id = s.id AND s.installed_at IS NOT NULL AND s.uninstalled_at IS NULL
    AND c.sync_state = 'failed' AND c.sync_error = $1
  RETURNING c.shop_id AS "shopId", c.id AS "campaignId"`;
