import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { CodeBatch } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Codes dropped in one statement. */
const PIECE = 20_000;

/**
 * Drops the codes of a cancelled batch that Shopify never heard of: nobody can have used them. While the campaign's
 * sync is at work it is left to a later try; the sync itself takes no more of them.
 */
export async function dropCancelled(deps: Deps, batch: CodeBatch): Promise<void> {
  const { shopId, campaignId, id } = batch;
  const ran = await ifUnlocked(deps.database.pool, `sync:${shopId}:${campaignId}`, async () => {
    for (let dropped = PIECE; dropped === PIECE;) {
      const { rowCount } = await deps.database.pool.query(DROP, [shopId, campaignId, id, PIECE]);
      dropped = rowCount ?? 0;
    }
    await deps.database.pool.query(RECOUNT, [shopId, campaignId, id]);
  });
  if (ran) await deps.jobs.send("sync-campaign", { shopId, campaignId });
  else await deps.jobs.send("make-codes", { shopId, batchId: id }, { afterSeconds: 2 });
}

const DROP = `
  DELETE FROM code WHERE shop_id = $1 AND id IN (
    SELECT id FROM code
    WHERE shop_id = $1 AND campaign_id = $2 AND batch_id = $3 AND state = 'pending' AND creation_id IS NULL LIMIT $4)`;

/** What was made and is still there is what the batch and the campaign have. */
const RECOUNT = `
  WITH kept AS (SELECT count(*)::int AS codes FROM code WHERE shop_id = $1 AND campaign_id = $2 AND batch_id = $3),
  batch AS (
    UPDATE code_batch b SET made = kept.codes, wanted = kept.codes FROM kept WHERE b.shop_id = $1 AND b.id = $3
    RETURNING b.id)
  UPDATE campaign SET code_count = (SELECT count(*)::int FROM code WHERE shop_id = $1 AND campaign_id = $2)
  WHERE shop_id = $1 AND id = $2`;
