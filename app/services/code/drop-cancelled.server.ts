import { inTransaction } from "#app/infra/db/database.server.ts";
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
    await inTransaction(deps.database.pool, async (client) => {
      // The campaign first, as everybody takes them, so that nobody waits for the other.
      await client.query(HOLD, [shopId, campaignId]);
      await client.query(FINISH, [shopId, campaignId, id, deps.now()]);
    });
  });
  if (ran) await deps.jobs.send("sync-campaign", { shopId, campaignId });
  else await deps.jobs.send("make-codes", { shopId, batchId: id }, { afterSeconds: 2 });
}

/** By where the rows are: found by their ids, each would be looked for among all in a table without statistics. */
const DROP = `
  DELETE FROM code WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM code
    WHERE shop_id = $1 AND campaign_id = $2 AND batch_id = $3 AND state = 'pending'
      AND id <> ALL (ARRAY(SELECT unnest(code_ids) FROM code_submission WHERE shop_id = $1 AND campaign_id = $2))
    LIMIT $4))`;

const HOLD = "SELECT 1 FROM campaign WHERE shop_id = $1 AND id = $2 FOR UPDATE";

/**
 * The campaign has so many codes less as this batch was to have and has not; what its other batches have yet to make
 * stays counted. Finished only once, however often this is tried.
 */
const FINISH = `
  WITH kept AS (SELECT count(*)::int AS codes FROM code WHERE shop_id = $1 AND campaign_id = $2 AND batch_id = $3),
  finished AS (
    UPDATE code_batch b SET made = kept.codes, finished_at = $4::timestamptz FROM kept
    WHERE b.shop_id = $1 AND b.id = $3 AND b.finished_at IS NULL RETURNING b.wanted - kept.codes AS gone)
  UPDATE campaign SET code_count = code_count - finished.gone FROM finished WHERE shop_id = $1 AND id = $2`;
