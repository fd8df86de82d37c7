import type { Deps } from "#app/infra/deps.server.ts";
import { resumeAdoptions } from "../adoption/resume-adoptions.server.ts";

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
  const batches = await prisma.codeBatch.findMany({
    where: { state: "making", OR: [{ markedAt: null }, { markedAt: { lte: before } }] },
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
