import type pg from "pg";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/**
 * Whom somebody has put apart: the mailboxes (`KEY.email`) of both, pair by pair, and the clusters in which there are
 * orders of both.
 */
export type ApartPeople = { accounts: [number, number][]; mixed: string[] };

export async function apartPeople(client: pg.PoolClient, shopId: number): Promise<ApartPeople> {
  const { rows } = await client.query<ApartRow>(APART, [shopId]);
  const accounts: [number, number][] = [];
  const mixed = new Set<string>();
  for (const link of Map.groupBy(rows, (row) => row.link).values()) {
    const [low, high] = [true, false].map((isLow) => link.filter((row) => row.isLow === isLow));
    const [here, there] = [mailboxes(low ?? []), mailboxes(high ?? [])];
    for (const one of here)
      for (const other of there) if (one !== other) accounts.push([one, other]);
    const theirs = new Set(there.length > 0 ? high?.map(({ cluster }) => cluster) : []);
    for (const { cluster } of here.length > 0 ? (low ?? []) : [])
      if (cluster !== null && theirs.has(cluster)) mixed.add(cluster);
  }
  return { accounts, mixed: [...mixed].sort() };
}

type ApartRow = StoredOrder & { link: number; isLow: boolean; cluster: string | null };

function mailboxes(orders: readonly StoredOrder[]): number[] {
  const keys = orders.map((order) => encodedOf(order).keys[KEY.email]!);
  return [...new Set(keys)].filter((key) => key !== 0);
}

const APART = `
  WITH link AS (
    SELECT row_number() OVER (ORDER BY low_id, high_id)::int AS link, low_id, high_id FROM person_link
    WHERE shop_id = $1 AND decided = 'apart'
  ), side AS (
    SELECT link, true AS is_low, low_id AS person_id FROM link
    UNION ALL SELECT link, false, high_id FROM link
  )
  SELECT s.link, s.is_low AS "isLow", o.cluster_id::text AS cluster, ${STORED}
  FROM side s
  JOIN person p ON p.shop_id = $1 AND p.id = s.person_id
  JOIN person m ON m.shop_id = $1 AND (m.id = COALESCE(p.root_id, p.id) OR m.root_id = COALESCE(p.root_id, p.id))
  JOIN shop_order so ON so.shop_id = $1 AND so.person_id = m.id
  JOIN identity_order o ON o.shop_id = $1 AND o.order_id = so.id
  WHERE o.words IS NOT NULL`;
