import type pg from "pg";

import type { SettledPeople } from "#app/domain/identity/cluster/people-words.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { PartialIndex } from "#app/domain/identity/index/partial-index.ts";

/** Orders and values held between batches, of all shops together, some 300 bytes each; beyond, all is loaded anew. */
const MOST_HELD = 400_000;
/** An advisory lock of the database, with the shop's id: whoever changes the index holds it to the end of its transaction. */
const INDEX_LOCK = 7_210_015;
/** Another, before it: whoever scores holds it. */
const SCORING_LOCK = 7_210_022;

/** A shop's index as it stands in the database, with what of it is in memory. */
export type OpenIndex = { index: PartialIndex; version: string; sequence: string };

const held = new WeakMap<pg.Pool, Map<number, OpenIndex>>();

/** Keeps others from changing the shop's index to the end of the transaction. */
export async function lockIndex(tx: AnyTransaction, shopId: number): Promise<void> {
  await queryIn(tx, LOCK, [INDEX_LOCK, shopId]);
}

/** As `lockIndex`, for whoever scores: who waits for their end has time, and is not one `isIndexAwaited` tells of. */
export async function lockIndexToScore(client: pg.PoolClient, shopId: number): Promise<void> {
  await queryIn(client, LOCK, [SCORING_LOCK, shopId]);
  await lockIndex(client, shopId);
}

/** As text: Prisma reads no void. */
const LOCK = "SELECT pg_advisory_xact_lock($1::int, $2::int)::text";

/** Whether somebody who does not score waits for the index. */
export async function isIndexAwaited(client: pg.PoolClient, shopId: number): Promise<boolean> {
  const { rowCount } = await client.query(AWAITED, [INDEX_LOCK, shopId]);
  return rowCount === 1;
}

/** PostgreSQL shows the two numbers of an advisory lock as `classid` and `objid`. */
const AWAITED = `
  SELECT FROM pg_locks
  WHERE locktype = 'advisory' AND classid = $1::int AND objid = $2::int AND objsubid = 2 AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`;

/** What is held of the shop's index, if nobody changed it since. The caller holds the lock, and `holdIndex` gives it back. */
export async function openIndex(
  pool: pg.Pool,
  client: pg.PoolClient,
  shopId: number,
  people: SettledPeople,
): Promise<OpenIndex> {
  const { rows } = await client.query<IndexRow>(OPEN, [shopId]);
  const [row] = rows;
  if (!row) throw new Error("The database did not open the index.");
  const { version, sequence, clusters, heat, heatAt } = row;
  const shops = held.get(pool);
  const known = shops?.get(shopId);
  shops?.delete(shopId);
  const isUsable = known?.version === version && known.index.size < MOST_HELD;
  const index = isUsable ? known.index : new PartialIndex({ isWhole: sequence === NOTHING_SCORED });
  index.clusterCount = clusters;
  index.all = { heat, heatAt };
  index.setPeople(people);
  return { index, version, sequence };
}

/** Holds what is in memory for the next batch, once this one is committed. */
export function holdIndex(pool: pg.Pool, shopId: number, open: OpenIndex): void {
  const shops = held.get(pool) ?? new Map<number, OpenIndex>();
  held.set(pool, shops);
  shops.set(shopId, open);
  let size = [...shops.values()].reduce((sum, { index }) => sum + index.size, 0);
  for (const [oldest, { index }] of shops) {
    if (size <= MOST_HELD || oldest === shopId) return;
    shops.delete(oldest);
    size -= index.size;
  }
}

/** The `sequence` of an index that is empty. */
const NOTHING_SCORED = "0";

type IndexRow = {
  version: string;
  sequence: string;
  clusters: number;
  heat: number;
  heatAt: number;
};

const OPEN = `
  INSERT INTO identity_index AS i (shop_id, heat_at) VALUES ($1, to_timestamp(0))
  ON CONFLICT (shop_id) DO UPDATE SET clusters = i.clusters
  RETURNING version::text, sequence::text, clusters, heat, (extract(epoch FROM heat_at) * 1000)::float8 AS "heatAt"`;
