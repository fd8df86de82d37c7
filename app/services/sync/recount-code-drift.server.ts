import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/**
 * Brings what a person has yet to decide about codes up to date, after some of them went another way: came back, were
 * taken out, paused or retired one by one. What nothing is left of is settled.
 */
export async function recountCodeDrift(
  tx: AnyTransaction,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
  now: Date,
): Promise<void> {
  await queryIn(tx, RECOUNT, [shopId, id, now]);
}

const RECOUNT = `
  UPDATE drift d SET count = CASE n.count WHEN 0 THEN d.count ELSE n.count END,
    state = CASE n.count WHEN 0 THEN 'settled' ELSE d.state END,
    decided_at = CASE n.count WHEN 0 THEN $3::timestamptz END
  FROM (VALUES ('codes_removed', 'removed'), ('codes_returned', 'returned')) AS of (kind, state)
  CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM code k
    WHERE k.shop_id = $1::int AND k.campaign_id = $2::uuid AND k.state = of.state) n
  WHERE d.shop_id = $1::int AND d.campaign_id = $2::uuid AND d.state = 'open' AND d.kind = of.kind`;
