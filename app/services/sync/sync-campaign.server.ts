import { systemActor } from "#app/domain/access/actor.ts";
import type { Operation } from "#app/domain/discount/plan.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { bringTogether } from "./bring-together.server.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";
import { freedUses } from "./freed-uses.server.ts";
import { describeFailure } from "./sync-failure.server.ts";
import { isSyncStopped } from "./stop-sync.server.ts";
import { endRun, forgetRun, startRun } from "./sync-run.server.ts";

type Job = { shopId: number; campaignId: string };

/**
 * Brings a campaign and its discount in Shopify together: reads what is there, plans, and carries the plan out. Every
 * step looks before it acts, so it may be killed anywhere and run again.
 */
export async function syncCampaign(deps: Deps, job: Job): Promise<void> {
  const { shopId, campaignId } = job;
  const ran = await ifUnlocked(deps.database.pool, `sync:${shopId}:${campaignId}`, () =>
    run(deps, job),
  );
  // Another process is at it and may have read the campaign before the latest change: look again after it.
  if (!ran) await deps.jobs.send("sync-campaign", job, { afterSeconds: 2 });
}

async function run(deps: Deps, { shopId, campaignId }: Job): Promise<void> {
  const key = { shopId_id: { shopId, id: campaignId } };
  const row = await deps.database.prisma.campaign.findUnique({ where: key });
  // Whoever changes a campaign marks it as waiting: a job that comes late, or twice, finds nothing to do.
  if (!row || row.syncState === "failed" || row.syncState === "synced") return;
  const campaign = { ...row, freed: await freedUses(deps.database.prisma, row) };
  const data = { syncState: "syncing", askedAgainBy: null };
  await deps.database.prisma.campaign.update({ where: key, data });
  const started = await startRun(deps, campaign);
  try {
    const operations = await bringTogether(deps, campaign, started);
    await finish(deps, campaign, operations);
    if (await isSyncStopped(deps, campaign))
      await endRun(deps, started, { result: "stopped", error: null });
    else if (isOnlyALook(campaign, operations)) await forgetRun(deps, started);
    else await endRun(deps, started, { result: "done", error: null });
  } catch (error) {
    const { message, mayPass } = describeFailure(error);
    deps.log.warn({ err: error, shopId, campaignId }, "sync of a campaign failed");
    await deps.database.prisma.campaign.updateMany({
      // Whoever stopped it meanwhile goes before.
      where: { ...{ shopId, id: campaignId }, revision: campaign.revision, syncState: NOT_STOPPED },
      data: { syncState: mayPass ? "waiting" : "failed", syncError: message },
    });
    await endRun(deps, started, { result: mayPass ? "waiting" : "failed", error: message });
    if (mayPass) throw error;
  }
}

const NOT_STOPPED = { not: "failed" };

/** Shopify tells of our own changes too: looking after them, and finding nothing, is no history. */
function isOnlyALook({ syncAskedBy }: SyncedCampaign, operations: readonly Operation[]): boolean {
  const isMachines = syncAskedBy !== null && MACHINES.includes(syncAskedBy);
  return isMachines && operations.every(({ kind }) => kind === "publish_guard");
}

const MACHINES: readonly string[] = ["webhook", "sweep", "orders"];

/** Synced, if the campaign has not been changed meanwhile; a change has its own job waiting. */
async function finish(
  deps: Deps,
  campaign: SyncedCampaign,
  operations: readonly Operation[],
): Promise<void> {
  const { shopId, id, revision } = campaign;
  const now = deps.now();
  await deps.database.prisma.$transaction(async (tx) => {
    const synced = await queryIn(tx, SYNCED, [shopId, id, revision, now]);
    // A cap that follows freed uses is nobody's act: only what people changed is written down.
    const isPeoples = campaign.syncedAt === null || campaign.updatedAt > campaign.syncedAt;
    const isChanged = operations.some(({ kind }) => kind !== "publish_guard");
    if (synced.length === 0 || !isPeoples || !isChanged) return;
    const subject = { kind: "campaign", id, name: campaign.name } as const;
    await recordAudit(tx, systemActor(shopId, "sync"), now, "campaign.synced", subject, {
      after: { revision },
    });
  });
}

/**
 * No longer "syncing" when more codes were made meanwhile, whose job waits. So does that of whoever asked for another
 * look.
 */
const SYNCED = `
  UPDATE campaign SET sync_state = CASE WHEN asked_again_by IS NULL THEN 'synced' ELSE 'waiting' END,
    sync_asked_by = COALESCE(asked_again_by, sync_asked_by), asked_again_by = NULL,
    sync_error = NULL, synced_at = $4::timestamptz, synced_revision = $3::int
  WHERE shop_id = $1::int AND id = $2::uuid AND revision = $3::int AND sync_state = 'syncing'
  RETURNING 1`;
