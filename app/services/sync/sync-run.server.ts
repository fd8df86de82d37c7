import type { Operation } from "#app/domain/discount/plan.ts";
import { newMeter, type Meter } from "#app/infra/admin-api/meter.ts";
import type { Campaign, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** One time a campaign was brought to Shopify, being written down as it goes. */
export type Run = { shopId: number; id: string; meter: Meter };

export type RunEnd = { result: "done" | "waiting" | "failed" | "stopped"; error: string | null };

/** Runs of a campaign that are kept. */
const KEPT = 50;

export async function startRun(deps: Deps, campaign: Campaign): Promise<Run> {
  const { shopId, id: campaignId } = campaign;
  const id = deps.newId();
  const { prisma } = deps.database;
  // A run that is still open was killed: this one goes on with its work.
  await prisma.syncRun.deleteMany({ where: { shopId, campaignId, result: "running" } });
  const old = await prisma.syncRun.findMany({
    where: { shopId, campaignId },
    orderBy: { startedAt: "desc" },
    skip: KEPT,
    select: { id: true },
  });
  if (old.length > 0)
    await prisma.syncRun.deleteMany({ where: { shopId, id: { in: old.map(({ id }) => id) } } });
  const askedBy = campaign.syncAskedBy ?? campaign.createdBy;
  const columns = { shopId, id, campaignId, askedBy, startedAt: deps.now(), result: "running" };
  await prisma.syncRun.create({ data: columns });
  return { shopId, id, meter: newMeter() };
}

export async function noteOperations(
  deps: Deps,
  { shopId, id, meter: { calls, points } }: Run,
  operations: readonly Operation[],
): Promise<void> {
  await deps.database.prisma.syncRun.updateMany({
    where: { shopId, id },
    data: { calls, points, operations: operations as unknown as Prisma.InputJsonArray },
  });
}

export async function forgetRun(deps: Deps, { shopId, id }: Run): Promise<void> {
  await deps.database.prisma.syncRun.deleteMany({ where: { shopId, id } });
}

export async function endRun(deps: Deps, run: Run, end: RunEnd): Promise<void> {
  const { shopId, id, meter } = run;
  const { calls, points } = meter;
  await deps.database.prisma.syncRun.updateMany({
    where: { shopId, id },
    data: { ...end, calls, points, finishedAt: deps.now() },
  });
}
