import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Stops making codes for a campaign: those Shopify never heard of are dropped by a job. */
export async function stopBatches(
  deps: Deps,
  tx: Transaction,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
): Promise<void> {
  const stopped = await queryIn<{ id: string }>(tx, STOP, [shopId, id]);
  for (const { id: batchId } of stopped)
    await deps.jobs.send("make-codes", { shopId, batchId }, { transaction: tx });
}

const STOP = `
  UPDATE code_batch SET state = 'cancelled', finished_at = NULL
  WHERE shop_id = $1::int AND campaign_id = $2::uuid AND state <> 'cancelled' AND live + refused < wanted
  RETURNING id`;
