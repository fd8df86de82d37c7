import type pg from "pg";

/** Which of these orders carry a code that was given to some people only when they were placed, by the order's id. */
export async function ordersOfPrivateCodes(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(PRIVATE, [shopId, orderIds]);
  return new Set(rows.map(({ id }) => id));
}

const PRIVATE = `
  SELECT DISTINCT l.order_id::text AS id FROM ledger_entry l
  JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id AND c.is_private
    AND (c.watched_since IS NULL OR l.effective_at >= c.watched_since)
  WHERE l.shop_id = $1 AND l.order_id = ANY ($2::bigint[])`;
