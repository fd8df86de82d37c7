import { systemActor } from "#app/domain/access/actor.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { publishGuard } from "../guard/publish-guard.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { changeDiscount, makeDiscount, stopDiscount } from "./put-discount.server.ts";
import { submitCodes } from "./submit-codes.server.ts";
import type { SyncedCampaign } from "./discount-input.server.ts";
import { describeFailure } from "./sync-failure.server.ts";

type Job = { shopId: number; campaignId: string };

/**
 * Brings Shopify to what a campaign says: its rule at the checkout first, so that no code ever works without its
 * limits, then the discount, then the codes. Every step looks before it acts, so it may be killed anywhere and run
 * again.
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
  const campaign = { ...row, freed: await freedUses(deps, row) };
  await deps.database.prisma.campaign.update({ where: key, data: { syncState: "syncing" } });
  try {
    await bringUpToDate(deps, campaign);
  } catch (error) {
    const { message, mayPass } = describeFailure(error);
    deps.log.warn({ err: error, shopId, campaignId }, "sync of a campaign failed");
    await deps.database.prisma.campaign.updateMany({
      where: { shopId, id: campaignId, revision: campaign.revision },
      data: { syncState: mayPass ? "waiting" : "failed", syncError: message },
    });
    if (mayPass) throw error;
    return;
  }
  await finish(deps, campaign);
}

async function freedUses(deps: Deps, { shopId, id }: Campaign): Promise<number> {
  const { _sum } = await deps.database.prisma.rollup.aggregate({
    where: { shopId, grain: "campaign", key: id },
    _sum: { reversals: true },
  });
  return _sum.reversals ?? 0;
}

async function bringUpToDate(deps: Deps, campaign: SyncedCampaign): Promise<void> {
  const { shopId } = campaign;
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  await publishGuard(deps, { shopId });
  if (campaign.discountId === null && campaign.wanted === "ended") return;
  const discountId = campaign.discountId ?? (await begin(deps, campaign));
  // Its codes are still being made: the job that makes them asks again.
  if (discountId === null) return;
  if (campaign.syncedRevision < campaign.revision) {
    if (campaign.discountId !== null) await changeDiscount(api, campaign, discountId);
    if (campaign.wanted !== "on") await stopDiscount(api, discountId);
    await deps.database.prisma.campaign.update({
      where: { shopId_id: { shopId, id: campaign.id } },
      data: { syncedRevision: campaign.revision, syncedSegmentId: campaign.segmentId },
    });
  }
  if (campaign.wanted !== "ended")
    await submitCodes(deps, api, { ...campaign, discountId }, discountId);
}

/** The discount with the first of the campaign's codes, which is thereby live; null as long as there is none. */
async function begin(deps: Deps, campaign: SyncedCampaign): Promise<string | null> {
  const { shopId, id } = campaign;
  const api = deps.adminApi((await shopOf(deps, shopId)).domain);
  const first = await deps.database.prisma.code.findFirst({
    where: { shopId, campaignId: id },
    orderBy: { id: "asc" },
  });
  if (!first) return null;
  const discountId = await makeDiscount(api, campaign, first.code);
  await deps.database.prisma.$transaction([
    deps.database.prisma.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: { discountId },
    }),
    deps.database.prisma.code.update({
      where: { shopId_id: { shopId, id: first.id } },
      data: { state: "live", error: null },
    }),
    ...(first.batchId === null || first.state === "live"
      ? []
      : [
          deps.database.prisma.codeBatch.update({
            where: { shopId_id: { shopId, id: first.batchId } },
            data: { live: { increment: 1 } },
          }),
        ]),
  ]);
  return discountId;
}

/** Synced, if the campaign has not been changed meanwhile; a change has its own job waiting. */
async function finish(deps: Deps, campaign: Campaign): Promise<void> {
  const { shopId, id, revision } = campaign;
  const now = deps.now();
  await deps.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.campaign.updateMany({
      // No longer "syncing" when more codes were made meanwhile, whose job waits.
      where: { shopId, id, revision, syncState: "syncing" },
      data: { syncState: "synced", syncError: null, syncedAt: now, syncedRevision: revision },
    });
    // A cap that follows freed uses is nobody's act: only what people changed is written down.
    const isPeoples = campaign.syncedAt === null || campaign.updatedAt > campaign.syncedAt;
    if (count === 0 || !isPeoples) return;
    const subject = { kind: "campaign", id, name: campaign.name } as const;
    await recordAudit(tx, systemActor(shopId, "sync"), now, "campaign.synced", subject, {
      after: { revision },
    });
  });
}
