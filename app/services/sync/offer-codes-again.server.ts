import type { CodeState } from "#app/domain/code/summary.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/** What a discount's codes were when it went: all of them have to be given to the next one. */
export const OF_DISCOUNT: readonly CodeState[] = ["live", "failed", "returned"];

/**
 * Has codes of a campaign that Shopify does not have any more given to it again. Shopify counts their uses from zero, so
 * those that are used up would work once more: they are paused instead, as those that were. What is no longer on its
 * first way, or would be dropped with its batch, is its batch's no more.
 */
export async function offerCodesAgain(
  tx: AnyTransaction,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
  states: readonly CodeState[],
): Promise<void> {
  await queryIn(tx, AGAIN, [shopId, id, states]);
}

const AGAIN = `
  WITH used AS (
    SELECT r.key, sum(r.redemptions)::int AS redemptions, sum(r.redemptions - r.reversals)::int AS uses FROM rollup r
    WHERE r.shop_id = $1::int AND r.grain = 'code' GROUP BY r.key
  ), judged AS (
    SELECT k.id, k.state, k.batch_id, COALESCE(u.redemptions, 0) AS redemptions,
      k.state = 'returned' OR COALESCE(u.uses >=
        CASE c.code_kind WHEN 'unique' THEN 1 WHEN 'list' THEN c.uses_per_code END, false) AS stays,
      k.state = 'removed' OR b.state = 'cancelled' AS leaves
    FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
    LEFT JOIN code_batch b ON b.shop_id = k.shop_id AND b.id = k.batch_id
    LEFT JOIN used u ON u.key = k.id::text
    WHERE k.shop_id = $1::int AND k.campaign_id = $2::uuid AND k.state = ANY ($3::text[])
  ), again AS (
    UPDATE code k SET state = CASE WHEN j.stays THEN 'paused' ELSE 'pending' END, forgotten_uses = j.redemptions,
      error = NULL, redeem_code_id = NULL,
      batch_id = CASE WHEN j.stays OR j.leaves THEN NULL ELSE k.batch_id END
    FROM judged j WHERE k.shop_id = $1::int AND k.id = j.id
    RETURNING j.batch_id, j.state, j.batch_id IS NOT NULL AND k.batch_id IS NULL AS gone
  ), counted AS (
    SELECT batch_id, count(*) FILTER (WHERE gone)::int AS gone, count(*) FILTER (WHERE state = 'failed')::int AS failed,
      count(*)::int AS codes
    FROM again WHERE batch_id IS NOT NULL GROUP BY batch_id
  )
  UPDATE code_batch b SET wanted = b.wanted - c.gone, made = b.made - c.gone,
    live = GREATEST(0, b.live - c.codes + c.failed), refused = GREATEST(0, b.refused - c.failed),
    marked_live = 0, marked_at = NULL
  FROM counted c WHERE b.shop_id = $1::int AND b.id = c.batch_id`;
