import type pg from "pg";

/** An order as a webhook told it whole, and which webhook that was: its body is read when the order's turn comes. */
export type WholeOrder = { id: string; placedAt: string; version: string; messageId: string };

/**
 * Notes orders to be scored, in the caller's transaction. An order is compared by its first version: what an earlier one
 * says counts instead, should it come later; what is scored already is not scored again for it.
 */
export async function noteOrders(
  client: pg.PoolClient,
  shopId: number,
  orders: readonly WholeOrder[],
): Promise<void> {
  await client.query(NOTE, [shopId, JSON.stringify(orders)]);
}

const NOTE = `
  INSERT INTO identity_order AS o (shop_id, order_id, placed_at, version, message_id)
  SELECT DISTINCT ON (n.id) $1, n.id, n."placedAt", n.version, n."messageId"
  FROM json_to_recordset($2::json) AS n
    (id bigint, "placedAt" timestamptz, version timestamptz, "messageId" bigint)
  ORDER BY n.id, n.version, n."messageId"
  ON CONFLICT (shop_id, order_id) DO UPDATE SET version = excluded.version, message_id = excluded.message_id,
    placed_at = CASE WHEN o.sequence IS NULL THEN excluded.placed_at ELSE o.placed_at END
  WHERE excluded.version < o.version`;
