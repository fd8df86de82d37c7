import type pg from "pg";

import { MEMBERS_MOST } from "#app/domain/identity/index/join-cluster.ts";
import type { Missing, PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/** Loads what an index was found to lack, whatever it is, in one statement a kind. */
export async function loadMissing(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  { keys, orders, clusters, scopes }: Missing,
): Promise<void> {
  if (keys.size > 0) await loadValues(client, shopId, index, [...keys]);
  if (scopes.size > 0) await loadScopes(client, shopId, index, [...scopes]);
  // Clusters of orders that redeemed something limited are asked for next, if they did the same.
  const theirs = orders.size > 0 ? await loadOrders(client, shopId, index, [...orders]) : [];
  const wanted = new Set([...clusters, ...theirs]);
  if (wanted.size > 0) await loadClusters(client, shopId, index, [...wanted]);
}

type ValueRow = { key: number; clusters: number; heat: number; heatAt: number; newest: string };

async function loadValues(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  keys: readonly number[],
): Promise<void> {
  const { rows } = await client.query<ValueRow>(VALUES, [shopId, keys]);
  for (const { key, newest, ...counts } of rows)
    index.values.set(key, { ...counts, newest: newest === "" ? [] : newest.split(" ") });
  for (const key of keys)
    if (!index.values.has(key))
      index.values.set(key, { clusters: 0, heat: 0, heatAt: 0, newest: [] });
}

const VALUES = `
  SELECT key::float8 AS key, clusters, heat, (extract(epoch FROM heat_at) * 1000)::float8 AS "heatAt",
    array_to_string(newest, ' ') AS newest
  FROM identity_value WHERE shop_id = $1 AND key = ANY ($2::bigint[])`;

async function loadScopes(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  scopes: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ scope: string; uses: number; rings: number }>(
    "SELECT scope, uses, rings FROM identity_scope WHERE shop_id = $1 AND scope = ANY ($2::text[])",
    [shopId, scopes],
  );
  for (const { scope, ...count } of rows) index.scopes.set(scope, count);
  for (const scope of scopes)
    if (!index.scopes.has(scope)) index.scopes.set(scope, { uses: 0, rings: 0 });
}

/** @returns the clusters of those of a scope. */
async function loadOrders(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<StoredOrder & { cluster: string }>(ORDERS, [shopId, ids]);
  for (const row of rows) index.load(encodedOf(row), row.cluster);
  for (const id of ids) if (!index.hasOrder(id)) index.loadGone(id);
  return rows
    .filter(({ scope }) => scope !== null)
    .map(({ cluster }) => index.rootOf(cluster))
    .filter((id) => !index.hasCluster(id));
}

const ORDERS = `
  SELECT ${STORED}, o.cluster_id::text AS cluster FROM identity_order o
  WHERE o.shop_id = $1 AND o.order_id = ANY ($2::bigint[]) AND o.sequence IS NOT NULL`;

async function loadClusters(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  ids: readonly string[],
): Promise<void> {
  const { rows } = await client.query<StoredOrder & { cluster: string }>(CLUSTERS, [
    ...[shopId, ids, MEMBERS_MOST],
  ]);
  const members = Map.groupBy(rows, ({ cluster }) => cluster);
  for (const id of ids) index.loadCluster(id, (members.get(id) ?? []).map(encodedOf).reverse());
}

const CLUSTERS = `
  SELECT c.id::text AS cluster, o.* FROM unnest($2::bigint[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT ${STORED} FROM identity_order o
    WHERE o.shop_id = $1 AND o.cluster_id = c.id AND o.sequence IS NOT NULL
    ORDER BY o.placed_at DESC, o.order_id DESC LIMIT $3) o`;
