import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, CodeBatch } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { makePiece } from "./batch-steps.server.ts";
import { dropCancelled } from "./drop-cancelled.server.ts";

type Job = { shopId: number; batchId: string };

/** An import of a million codes goes in at once. */
const LONGEST_MS = 300_000;

/**
 * Makes a batch's codes a piece at a time, each piece whole or not at all, so it may be killed anywhere and goes on
 * where it stopped; Shopify gets them while the next are made. A cancelled batch loses what Shopify has not got.
 */
export async function makeCodes(deps: Deps, job: Job): Promise<void> {
  const ran = await ifUnlocked(deps.database.pool, `batch:${job.shopId}:${job.batchId}`, () =>
    run(deps, job),
  );
  if (!ran) await deps.jobs.send("make-codes", job, { afterSeconds: 5 });
}

async function run(deps: Deps, { shopId, batchId }: Job): Promise<void> {
  const shop = await shopOf(deps, shopId);
  for (;;) {
    const batch = await deps.database.prisma.$transaction(
      async (tx) => {
        const found = await claim(tx, shopId, batchId);
        if (!found || found.batch.state !== "making") return found?.batch ?? null;
        const made = await makePiece(tx, shop, found.campaign, found.batch, deps.now());
        // Whatever the sync is at, there is more to do for it now.
        await tx.campaign.updateMany({
          where: { shopId, id: made.campaignId, syncState: { in: ["synced", "syncing"] } },
          data: { syncState: "waiting" },
        });
        const sync = { shopId, campaignId: made.campaignId };
        await deps.jobs.send("sync-campaign", sync, { transaction: tx });
        return made;
      },
      { timeout: LONGEST_MS },
    );
    if (batch?.state === "cancelled") await dropCancelled(deps, batch);
    if (batch?.state !== "making") return;
  }
}

/** The batch and its campaign, whose row is held until the transaction ends. */
async function claim(
  tx: Transaction,
  shopId: number,
  batchId: string,
): Promise<{ batch: CodeBatch; campaign: Campaign } | null> {
  const known = await tx.codeBatch.findUnique({ where: { shopId_id: { shopId, id: batchId } } });
  if (!known) return null;
  if (known.source === "imported") await lockPeople(tx, shopId);
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE shop_id = ${shopId} AND id = ${known.campaignId}::uuid FOR UPDATE`;
  const key = { shopId_id: { shopId, id: known.campaignId } };
  const campaign = await tx.campaign.findUniqueOrThrow({ where: key });
  const batch = await tx.codeBatch.findUniqueOrThrow({
    where: { shopId_id: { shopId, id: batchId } },
  });
  return { batch, campaign };
}
