import type pg from "pg";

import { PutTogether, type LinkWord } from "#app/domain/identity/cluster/put-together.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";

/** Whom staff's words make one person now; `until`: by what they had said by then. */
export async function putTogether(
  db: Transaction | Pick<pg.Pool, "query">,
  shopId: number,
  until: Date | null = null,
): Promise<PutTogether> {
  return new PutTogether(await queryIn<LinkWord>(db, WORDS, [shopId, until]));
}

const WORDS = `
  SELECT l.decided AS word, COALESCE(low.root_id, low.id)::text AS low, COALESCE(high.root_id, high.id)::text AS high,
    (extract(epoch FROM COALESCE(l.decided_at, to_timestamp(0))) * 1000)::float8 AS at
  FROM person_link l
  JOIN person low ON low.shop_id = l.shop_id AND low.id = l.low_id
  JOIN person high ON high.shop_id = l.shop_id AND high.id = l.high_id
  WHERE l.shop_id = $1::int AND l.decided IS NOT NULL AND ($2::timestamptz IS NULL OR l.decided_at <= $2)`;

/** The roots of all of whom it was ever said and stands: more than `putTogether` where another word puts some apart. */
export const ALL_TOLD_TOGETHER = `
  SELECT COALESCE(p.root_id, p.id) AS root
  FROM person_link l JOIN person p ON p.shop_id = l.shop_id AND p.id IN (l.low_id, l.high_id)
  WHERE l.shop_id = $1::int AND l.decided = 'together'`;
