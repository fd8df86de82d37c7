import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import { ALL_SAID_TOGETHER } from "../person/put-together.server.ts";

/**
 * Notes that the standing of everyone who used codes of these campaigns, or of others in a group with them, must be
 * derived anew: what is counted has changed. Less urgent than an order.
 */
export async function markUsers(
  tx: Transaction,
  shopId: number,
  campaignIds: readonly string[],
  now: Date,
): Promise<void> {
  await queryIn(tx, MARK, [shopId, campaignIds, now]);
}

const MARK = `
  WITH counted AS (
    SELECT other.id FROM campaign changed
    JOIN campaign other ON other.shop_id = changed.shop_id
      AND (other.id = changed.id OR other.groups && changed.groups)
    WHERE changed.shop_id = $1::int AND changed.id = ANY ($2::uuid[])
  ), used AS (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root
    FROM ledger_entry l
    JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
    JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
    WHERE l.shop_id = $1::int AND l.campaign_id IN (SELECT id FROM counted)
    UNION ${ALL_SAID_TOGETHER}
  )
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3::timestamptz), changes = s.changes + 1, error = NULL,
    urgency = CASE WHEN s.dirty_since IS NULL THEN 1 ELSE s.urgency END
  FROM person p, used u
  WHERE s.shop_id = $1::int AND p.shop_id = s.shop_id AND p.id = s.person_id AND COALESCE(p.root_id, p.id) = u.root`;
