import type pg from "pg";

import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/**
 * Erases what is kept of orders for comparison, in the caller's transaction: their encodings, what only they had, and
 * themselves among the newest of what others have, too.
 */
export async function forgetOrders(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  // Whoever is scoring finds the index changed and begins anew; see `openIndex`.
  await client.query(CHANGE, [shopId]);
  const { rows } = await client.query<StoredOrder>(TAKE, [shopId, orderIds]);
  const encoded = rows.filter(({ words }) => words !== null).map(encodedOf);
  const keys = [...new Set(encoded.flatMap((order) => [...order.keys]))].filter((key) => key !== 0);
  await client.query(FORGET_VALUES, [shopId, keys]);
  await client.query(LOWER_VALUES, [shopId, keys, orderIds]);
}

const CHANGE = "UPDATE identity_index SET version = version + 1 WHERE shop_id = $1";

const TAKE = `
  DELETE FROM identity_order o WHERE o.shop_id = $1 AND o.order_id = ANY ($2::bigint[]) RETURNING ${STORED}`;

const FORGET_VALUES =
  "DELETE FROM identity_value WHERE shop_id = $1 AND key = ANY ($2::bigint[]) AND clusters <= 1";

const LOWER_VALUES = `
  UPDATE identity_value v SET clusters = clusters - 1, newest = ARRAY(
    SELECT n.id FROM unnest(v.newest) WITH ORDINALITY AS n (id, place) WHERE n.id <> ALL ($3::bigint[]) ORDER BY n.place)
  WHERE v.shop_id = $1 AND v.key = ANY ($2::bigint[])`;
