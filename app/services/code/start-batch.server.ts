import type { Actor } from "#app/domain/access/actor.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { makePiece } from "./batch-steps.server.ts";

/** Up to so many codes are there when the page comes back; more are made by a job. */
const AT_ONCE = 5_000;

type Order = { wanted: number; importId: string | null };

/** Orders codes for a campaign: a few are made at once, many by a job that can be followed and cancelled. */
export async function startBatch(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  shop: Shop,
  campaign: Campaign,
  { wanted, importId }: Order,
): Promise<void> {
  const now = deps.now();
  const batch = await tx.codeBatch.create({
    data: {
      shopId: shop.id,
      id: deps.newId(),
      campaignId: campaign.id,
      source: importId === null ? "made" : "imported",
      importId,
      wanted,
      state: "making",
      createdAt: now,
      createdBy: actor.name,
    },
  });
  const begun = wanted <= AT_ONCE ? await makePiece(tx, shop, campaign, batch, now) : batch;
  // Even a few may need another piece, when some of their texts are taken.
  if (begun.state === "making")
    await deps.jobs.send("make-codes", { shopId: shop.id, batchId: batch.id }, { transaction: tx });
}
