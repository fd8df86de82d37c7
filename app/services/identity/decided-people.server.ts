import type pg from "pg";

import {
  settlePeople,
  type PeopleWord,
  type SettledPeople,
} from "#app/domain/identity/cluster/people-words.ts";
import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/** What staff have decided on people, and the clusters in which there are orders of some who are apart. */
export type DecidedPeople = { people: SettledPeople; mixed: string[] };

export async function decidedPeople(client: pg.PoolClient, shopId: number): Promise<DecidedPeople> {
  const { rows } = await client.query<DecidedRow>(DECIDED, [shopId]);
  const orders = rows.map((row) => ({ ...row, account: encodedOf(row).keys[KEY.email]! }));
  const known = orders.filter(({ account }) => account !== 0);
  const words = [...Map.groupBy(known, ({ link }) => link).values()].map((link): PeopleWord => {
    const { word, decidedAt } = link[0]!;
    const accounts = (isLow: boolean) => [
      ...new Set(link.filter((row) => row.isLow === isLow).map(({ account }) => account)),
    ];
    return { word, at: decidedAt, here: accounts(true), there: accounts(false) };
  });
  const people = settlePeople(words);
  const clusters = new Map<string, Set<number>>();
  for (const { cluster, account } of known)
    if (cluster !== null) clusters.set(cluster, (clusters.get(cluster) ?? new Set()).add(account));
  const mixed = [...clusters].flatMap(([cluster, accounts]) =>
    people.apart.some(([one, other]) => accounts.has(one) && accounts.has(other)) ? cluster : [],
  );
  return { people, mixed: mixed.sort() };
}

type DecidedRow = StoredOrder & {
  link: number;
  isLow: boolean;
  cluster: string | null;
  word: PeopleWord["word"];
  decidedAt: number;
};

/** The encoded orders of both sides of each link on which somebody has decided. */
const DECIDED = `
  WITH link AS (
    SELECT row_number() OVER (ORDER BY low_id, high_id)::int AS link, low_id, high_id, decided, decided_at
    FROM person_link WHERE shop_id = $1 AND decided IS NOT NULL
  ), side AS (
    SELECT link, decided, decided_at, true AS is_low, low_id AS person_id FROM link
    UNION ALL SELECT link, decided, decided_at, false, high_id FROM link
  )
  SELECT s.link, s.is_low AS "isLow", s.decided AS word,
    (extract(epoch FROM COALESCE(s.decided_at, to_timestamp(0))) * 1000)::float8 AS "decidedAt",
    o.cluster_id::text AS cluster, ${STORED}
  FROM side s
  JOIN person p ON p.shop_id = $1 AND p.id = s.person_id
  JOIN person m ON m.shop_id = $1 AND (m.id = COALESCE(p.root_id, p.id) OR m.root_id = COALESCE(p.root_id, p.id))
  JOIN shop_order so ON so.shop_id = $1 AND so.person_id = m.id
  JOIN identity_order o ON o.shop_id = $1 AND o.order_id = so.id
  WHERE o.words IS NOT NULL`;
