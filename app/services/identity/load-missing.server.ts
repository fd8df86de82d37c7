import type pg from "pg";

import { MEMBERS_MOST } from "#app/domain/identity/index/join-cluster.ts";
import type { Missing } from "#app/domain/identity/index/missing.ts";
import type { PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import { packedOf, unpackOrders, type PackedOrders } from "./packed-orders.server.ts";
import { STORED } from "./stored-order.server.ts";

/**
 * Loads what an index was found to lack, whatever it is, in one statement a kind. What came into memory meanwhile stays as
 * it is there.
 */
export async function loadMissing(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  { keys, orders, clusters, scopes }: Missing,
): Promise<void> {
  if (keys.size > 0) await loadValues(client, shopId, index, [...keys]);
  if (scopes.size > 0) await loadScopes(client, shopId, index, [...scopes]);
  if (orders.size > 0) await loadOrders(client, shopId, index, [...orders]);
  if (clusters.size > 0) await loadClusters(client, shopId, index, [...clusters]);
}

/** Each a text with a space between; `newest` has a comma between values. */
type PackedValues = {
  keys: string | null;
  clusters: string;
  heats: string;
  heatAts: string;
  newest: string;
};

async function loadValues(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  keys: readonly number[],
): Promise<void> {
  const { rows } = await client.query<PackedValues>(VALUES, [shopId, keys.join(" ")]);
  const [packed] = rows;
  if (packed && packed.keys !== null) {
    const [clusters, heats, heatAts] = [packed.clusters, packed.heats, packed.heatAts].map((text) =>
      text.split(" ").map(Number),
    ) as [number[], number[], number[]];
    const newest = packed.newest.split(",");
    packed.keys.split(" ").forEach((key, at) =>
      index.loadValue(Number(key), {
        ...{ clusters: clusters[at]!, heat: heats[at]!, heatAt: heatAts[at]! },
        newest: newest[at] === "" ? [] : newest[at]!.split(" "),
      }),
    );
  }
  for (const key of keys) index.loadValue(key, null);
}

const VALUES = `
  SELECT string_agg(key::text, ' ') AS keys, string_agg(clusters::text, ' ') AS clusters, string_agg(heat::text, ' ') AS heats,
    string_agg((extract(epoch FROM heat_at) * 1000)::float8::text, ' ') AS "heatAts",
    string_agg(array_to_string(newest, ' '), ',') AS newest
  FROM identity_value WHERE shop_id = $1 AND key = ANY (string_to_array($2, ' ')::bigint[])`;

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
  for (const { scope, ...count } of rows) index.loadScope(scope, count);
  for (const scope of scopes) index.loadScope(scope, { uses: 0, rings: 0 });
}

async function loadOrders(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  ids: readonly string[],
): Promise<void> {
  const { rows } = await client.query<PackedOrders>(ORDERS, [shopId, ids.join(" ")]);
  for (const { order, cluster } of rows.flatMap(unpackOrders)) index.load(order, cluster);
  for (const id of ids) if (!index.hasOrder(id)) index.loadGone(id);
}

const ORDERS = packedOf(`
  SELECT ${STORED}, o.cluster_id::text AS cluster FROM identity_order o
  WHERE o.shop_id = $1 AND o.order_id = ANY (string_to_array($2, ' ')::bigint[]) AND o.sequence IS NOT NULL`);

async function loadClusters(
  client: pg.PoolClient,
  shopId: number,
  index: PartialIndex,
  ids: readonly string[],
): Promise<void> {
  const { rows } = await client.query<PackedOrders>(CLUSTERS, [
    ...[shopId, ids.join(" "), MEMBERS_MOST],
  ]);
  const members = Map.groupBy(rows.flatMap(unpackOrders), ({ cluster }) => cluster);
  for (const id of ids)
    index.loadCluster(id, (members.get(id) ?? []).map(({ order }) => order).reverse());
}

const CLUSTERS = packedOf(`
  SELECT c.id::text AS cluster, o.* FROM unnest(string_to_array($2, ' ')::bigint[]) AS c (id)
  CROSS JOIN LATERAL (
    SELECT ${STORED} FROM identity_order o
    WHERE o.shop_id = $1 AND o.cluster_id = c.id AND o.sequence IS NOT NULL
    ORDER BY o.placed_at DESC, o.order_id DESC LIMIT $3) o`);
