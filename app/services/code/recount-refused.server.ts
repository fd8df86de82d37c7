import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/** Counts anew what Shopify refused of a campaign's batches, after some of it is to be tried again. */
export async function recountRefused(
  tx: AnyTransaction,
  shopId: number,
  campaignId: string,
): Promise<void> {
  await queryIn(tx, RECOUNT, [shopId, campaignId]);
}

const RECOUNT = `
  UPDATE code_batch b SET refused = (
    SELECT count(*)::int FROM code k
    WHERE k.shop_id = b.shop_id AND k.campaign_id = b.campaign_id AND k.state = 'failed' AND k.batch_id = b.id)
  WHERE b.shop_id = $1::int AND b.campaign_id = $2::uuid`;
