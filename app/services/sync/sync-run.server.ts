import type { Operation } from "#app/domain/discount/plan.ts";
import type { Campaign, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** One time a campaign was brought to Shopify, being written down as it goes. */
export type Run = { shopId: number; id: string };

export type RunEnd = { result: "done" | "waiting" | "failed"; error: string | null };

/** Runs of a campaign that are kept. */
const KEPT = 50;

export async function startRun(deps: Deps, campaign: Campaign): Promise<Run> {
  const { shopId, id: campaignId } = campaign;
  const run = { shopId, id: deps.newId() };
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
  const columns = { ...run, campaignId, askedBy, startedAt: deps.now(), result: "running" };
  await prisma.syncRun.create({ data: columns });
  return run;
}

export async function noteOperations(
  deps: Deps,
  { shopId, id }: Run,
  operations: readonly Operation[],
): Promise<void> {
  await deps.database.prisma.syncRun.updateMany({
    where: { shopId, id },
    data: { operations: operations as unknown as Prisma.InputJsonArray },
  });
}

export async function endRun(deps: Deps, { shopId, id }: Run, end: RunEnd): Promise<void> {
  await deps.database.prisma.syncRun.updateMany({
    where: { shopId, id },
    data: { ...end, finishedAt: deps.now() },
  });
}
