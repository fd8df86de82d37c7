import type pg from "pg";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { PartialIndex } from "#app/domain/identity/index/partial-index.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/** Orders and values held of one shop between batches; beyond, all is loaded anew as it is needed. */
const MOST_HELD = 250_000;
/** Shops of which something is held. */
const SHOPS_HELD = 4;
/** An advisory lock of the database, with the shop's id: whoever changes the index holds it to the end of its transaction. */
const INDEX_LOCK = 7_210_015;

/** A shop's index as it stands in the database, with what of it is in memory. */
export type OpenIndex = { index: PartialIndex; version: string; sequence: string };

const held = new WeakMap<pg.Pool, Map<number, OpenIndex>>();

/** Keeps others from changing the shop's index to the end of the transaction. */
export async function lockIndex(client: pg.PoolClient, shopId: number): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [INDEX_LOCK, shopId]);
}

/** What is held of the shop's index, if nobody changed it since. The caller holds the lock, and `holdIndex` gives it back. */
export async function openIndex(
  pool: pg.Pool,
  client: pg.PoolClient,
  shopId: number,
): Promise<OpenIndex> {
  const { rows } = await client.query<IndexRow>(OPEN, [shopId]);
  const [row] = rows;
  if (!row) throw new Error("The database did not open the index.");
  const { version, sequence, clusters, heat, heatAt } = row;
  const shops = held.get(pool);
  const known = shops?.get(shopId);
  shops?.delete(shopId);
  const isUsable = known?.version === version && known.index.size < MOST_HELD;
  const index = isUsable ? known.index : new PartialIndex();
  index.clusterCount = clusters;
  index.all = { heat, heatAt };
  index.setApart(await apartAccounts(client, shopId));
  return { index, version, sequence };
}

/** Holds what is in memory for the next batch, once this one is committed. */
export function holdIndex(pool: pg.Pool, shopId: number, open: OpenIndex): void {
  const shops = held.get(pool) ?? new Map<number, OpenIndex>();
  held.set(pool, shops);
  shops.set(shopId, open);
  const [oldest] = shops.keys();
  if (shops.size > SHOPS_HELD && oldest !== undefined) shops.delete(oldest);
}

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

type ApartRow = StoredOrder & { link: number; isLow: boolean };

/** The mailboxes of people somebody has put apart, pair by pair. */
async function apartAccounts(client: pg.PoolClient, shopId: number): Promise<[number, number][]> {
  const { rows } = await client.query<ApartRow>(APART, [shopId]);
  const links = Map.groupBy(rows, ({ link }) => link);
  return [...links.values()].flatMap((link) => {
    const accounts = (isLow: boolean) => {
      const keys = link
        .filter((row) => row.isLow === isLow)
        .map((row) => encodedOf(row).keys[KEY.email]!);
      return [...new Set(keys)].filter((key) => key !== 0);
    };
    const others = accounts(false);
    return accounts(true).flatMap((one) =>
      others.filter((other) => other !== one).map((other): [number, number] => [one, other]),
    );
  });
}

const APART = `
  WITH link AS (
    SELECT row_number() OVER ()::int AS link, low_id, high_id FROM person_link
    WHERE shop_id = $1 AND decided = 'apart'
  ), side AS (
    SELECT link, true AS is_low, low_id AS person_id FROM link
    UNION ALL SELECT link, false, high_id FROM link
  )
  SELECT s.link, s.is_low AS "isLow", ${STORED}
  FROM side s
  JOIN person p ON p.shop_id = $1 AND p.id = s.person_id
  JOIN person m ON m.shop_id = $1 AND (m.id = COALESCE(p.root_id, p.id) OR m.root_id = COALESCE(p.root_id, p.id))
  JOIN shop_order so ON so.shop_id = $1 AND so.person_id = m.id
  JOIN identity_order o ON o.shop_id = $1 AND o.order_id = so.id
  WHERE o.words IS NOT NULL`;
