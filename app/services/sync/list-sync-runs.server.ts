import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Operation } from "#app/domain/discount/plan.ts";
import type { SyncResult, SyncRunSummary } from "#app/domain/discount/sync.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { SyncRun } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";

const RESULTS: readonly SyncResult[] = ["running", "done", "waiting", "failed", "stopped"];

/** The times a campaign was brought to Shopify that are kept, newest first: a few dozen at most. */
export async function listSyncRuns(
  deps: Deps,
  actor: Actor,
  campaignId: string,
): Promise<Outcome<SyncRunSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  if (!isId(campaignId)) return done([]);
  const rows = await deps.database.prisma.syncRun.findMany({
    where: { shopId, campaignId },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  return done(rows.map(summaryOf));
}

function summaryOf(row: SyncRun): SyncRunSummary {
  return {
    id: row.id,
    askedBy: row.askedBy,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    operations: row.operations as unknown as Operation[],
    calls: row.calls,
    points: row.points,
    result: RESULTS.find((known) => known === row.result) ?? "done",
    error: row.error,
  };
}
