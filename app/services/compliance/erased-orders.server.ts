import type pg from "pg";

/** Notes orders whose customer was erased: whatever is told of them afterwards, it is not said again whose they are. */
export async function noteErasedOrders(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
  now: Date,
): Promise<void> {
  if (orderIds.length > 0) await client.query(NOTE, [shopId, orderIds, now]);
}

const NOTE = `
  INSERT INTO erased_order (shop_id, order_id, at) SELECT $1, id, $3 FROM unnest($2::bigint[]) AS t (id)
  ON CONFLICT (shop_id, order_id) DO UPDATE SET at = excluded.at`;

/** Which of these orders' customers were erased. */
export async function erasedOrdersAmong(
  client: pg.PoolClient,
  shopId: number,
  orderIds: Iterable<string>,
): Promise<Set<string>> {
  const asked = [...new Set(orderIds)];
  if (asked.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(AMONG, [shopId, asked]);
  return new Set(rows.map(({ id }) => id));
}

const AMONG =
  "SELECT order_id::text AS id FROM erased_order WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])";

/** Forgets those noted before: no message that names their customer can arrive or be tried again. */
export async function forgetErasedOrders(
  pool: pg.Pool,
  shopId: number,
  before: Date,
): Promise<void> {
  await pool.query("DELETE FROM erased_order WHERE shop_id = $1 AND at < $2", [shopId, before]);
}
