import type pg from "pg";

import { allKeys } from "#app/domain/identity/encode/encoded-order.ts";
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
  await client.query(CHANGE, [shopId, 0]);
  const { rows } = await client.query<ClusteredOrder>(TAKE, [shopId, orderIds]);
  const taken = rows.filter(({ words }) => words !== null);
  const clusters = new Set(taken.flatMap(({ cluster }) => cluster ?? []));
  const left = await client.query<ClusteredOrder>(LEFT, [shopId, [...clusters]]);
  const lost = valuesLost(taken, left.rows);
  await client.query(LOWER_VALUES, [shopId, [...lost.keys()], [...lost.values()], orderIds]);
  await client.query(FORGET_VALUES, [shopId, [...lost.keys()]]);
  const remaining = new Set(left.rows.map(({ cluster }) => cluster));
  const gone = [...clusters].filter((cluster) => !remaining.has(cluster)).length;
  await client.query(CHANGE, [shopId, gone]);
}

type ClusteredOrder = StoredOrder & { cluster: string | null };

/** Of each value of the orders that go, how many clusters have it in nothing that is left of them. */
function valuesLost(
  taken: readonly ClusteredOrder[],
  left: readonly ClusteredOrder[],
): Map<number, number> {
  const kept = new Set(left.flatMap((row) => keysOf(row).map((key) => `${row.cluster} ${key}`)));
  const having = new Map<number, Set<string | null>>();
  for (const row of taken)
    for (const key of keysOf(row)) {
      const clusters = having.get(key) ?? new Set();
      if (!kept.has(`${row.cluster} ${key}`) && row.cluster !== null) clusters.add(row.cluster);
      having.set(key, clusters);
    }
  return new Map([...having].map(([key, { size }]) => [key, size]));
}

const keysOf = (row: StoredOrder) => allKeys(encodedOf(row));

const CHANGE =
  "UPDATE identity_index SET clusters = clusters - $2, version = version + 1 WHERE shop_id = $1";

const TAKE = `
  DELETE FROM identity_order o WHERE o.shop_id = $1 AND o.order_id = ANY ($2::bigint[])
  RETURNING ${STORED}, o.cluster_id::text AS cluster`;

const LEFT = `
  SELECT ${STORED}, o.cluster_id::text AS cluster FROM identity_order o
  WHERE o.shop_id = $1 AND o.cluster_id = ANY ($2::bigint[]) AND o.sequence IS NOT NULL`;

const LOWER_VALUES = `
  UPDATE identity_value v SET clusters = v.clusters - n.lost, newest = ARRAY(
    SELECT e.id FROM unnest(v.newest) WITH ORDINALITY AS e (id, place) WHERE e.id <> ALL ($4::bigint[]) ORDER BY e.place)
  FROM unnest($2::bigint[], $3::int[]) AS n (key, lost)
  WHERE v.shop_id = $1 AND v.key = n.key`;

const FORGET_VALUES =
  "DELETE FROM identity_value WHERE shop_id = $1 AND key = ANY ($2::bigint[]) AND clusters <= 0";
