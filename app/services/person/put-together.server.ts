import type pg from "pg";

import { PutTogether, type LinkWord } from "#app/domain/identity/cluster/put-together.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";

/**
 * Whom staff's words make one person. `until`: of the words that stand now, those that were said by then; a word that was
 * taken back or said otherwise since is not kept.
 */
export async function putTogether(
  db: Transaction | Pick<pg.Pool, "query">,
  shopId: number,
  until: Date | null = null,
): Promise<PutTogether> {
  return new PutTogether(await queryIn<LinkWord>(db, WORDS, [shopId, until]));
}

/**
 * Everybody who is linked by "together", also where another word puts them apart: at least whom `putTogether` makes one
 * person, and whom it did before people turned out to be one. For what may be done once too often.
 */
export async function saidTogether(
  db: Transaction | Pick<pg.Pool, "query">,
  shopId: number,
): Promise<PutTogether> {
  return new PutTogether(await queryIn<LinkWord>(db, TOLD, [shopId]));
}

const LINK = (word: string) => `
  SELECT l.decided AS word, COALESCE(low.root_id, low.id) AS low, COALESCE(high.root_id, high.id) AS high, l.decided_at
  FROM person_link l
  JOIN person low ON low.shop_id = l.shop_id AND low.id = l.low_id
  JOIN person high ON high.shop_id = l.shop_id AND high.id = l.high_id
  WHERE l.shop_id = $1::int AND l.decided = '${word}'`;

const ROW = `
  SELECT word, low::text AS low, high::text AS high,
    (extract(epoch FROM COALESCE(decided_at, to_timestamp(0))) * 1000)::float8 AS at`;

const TOLD = `WITH told AS (${LINK("together")}) ${ROW} FROM told`;

/** "Apart" is the usual word, and of interest only between people of whom "together" was said. */
const WORDS = `
  WITH told AS MATERIALIZED (
    SELECT * FROM (${LINK("together")}) l WHERE $2::timestamptz IS NULL OR l.decided_at <= $2
  ), root AS MATERIALIZED (
    SELECT low AS id FROM told UNION SELECT high FROM told
  ), member AS MATERIALIZED (
    SELECT id, id AS root FROM root
    UNION ALL
    SELECT m.id, root.id FROM root
    CROSS JOIN LATERAL (SELECT p.id FROM person p WHERE p.shop_id = $1::int AND p.root_id = root.id OFFSET 0) m
  )
  ${ROW} FROM (
    SELECT * FROM told
    UNION ALL
    SELECT 'apart', low.root, high.root, l.decided_at
    FROM member low
    CROSS JOIN LATERAL (
      SELECT k.high_id, k.decided_at FROM person_link k
      WHERE k.shop_id = $1::int AND k.low_id = low.id AND k.decided = 'apart' OFFSET 0) l
    JOIN member high ON high.id = l.high_id
    WHERE $2::timestamptz IS NULL OR l.decided_at <= $2
  ) said`;

/** The roots of all of whom it was said, as `saidTogether` has them. */
export const ALL_SAID_TOGETHER = `
  SELECT COALESCE(p.root_id, p.id) AS root
  FROM person_link l JOIN person p ON p.shop_id = l.shop_id AND p.id IN (l.low_id, l.high_id)
  WHERE l.shop_id = $1::int AND l.decided = 'together'`;
