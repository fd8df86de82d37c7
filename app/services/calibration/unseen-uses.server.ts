import type pg from "pg";

import { onScale, shippedScore, type Scale } from "#app/domain/calibration/scale.ts";
import type { Shown, UnseenUse } from "#app/domain/calibration/summary.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { foundUses } from "./found-uses.server.ts";

/**
 * Uses nobody looked at with a signal that stands alone, by people whose other orders were abuse; the likeliest first.
 * An order of which one use was flagged is here with another that was not, at that one's own score.
 */
export async function unseenUses(
  client: pg.PoolClient,
  shopId: number,
  { knots, flagFrom, most }: { knots: Scale; flagFrom: number; most: number },
): Promise<Shown<UnseenUse>> {
  const below = Math.min(1.1, shippedScore(knots, flagFrom));
  const single = await client.query<UnseenUse & { of: number }>(SINGLE, [shopId, below, most]);
  const others = await client.query<SeveralRow>(SEVERAL, [shopId]);
  const found = await foundUses(
    client,
    shopId,
    others.rows.map(({ id }) => id),
  );
  const several = others.rows.flatMap(({ flagged, codes, ...row }) =>
    (found.get(row.id) ?? []).flatMap(({ codeKey, score }) => {
      if (score === null || score >= below || flagged.includes(codeKey)) return [];
      return [{ ...row, score, code: codes.find(({ key }) => key === codeKey)?.code ?? codeKey }];
    }),
  );
  const rows = [...single.rows.map(({ of: _, ...row }) => row), ...several]
    .sort((a, b) => b.score - a.score || (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, most);
  return {
    of: (single.rows[0]?.of ?? 0) + several.length,
    rows: rows.map((row) => ({ ...row, score: onScale(knots, row.score) })),
  };
}

type SeveralRow = Pick<UnseenUse, "id" | "name" | "placedAt"> & {
  /** Keys of codes. */
  flagged: string[];
  codes: { key: string; code: string }[];
};

const ABUSIVE = `
  abusive AS (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root FROM flag f
    JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
    WHERE f.shop_id = $1 AND f.state = 'reviewed' AND f.decision = 'abuse'
  ), member AS (
    SELECT root AS id FROM abusive
    UNION SELECT p.id FROM person p JOIN abusive a ON a.root = p.root_id WHERE p.shop_id = $1
  )`;

const COLUMNS = `
  o.id::text, o.name, ${instantSql("o.placed_at")} AS "placedAt"`;

/** Orders of one use. */
const SINGLE = `
  WITH ${ABUSIVE}
  SELECT ${COLUMNS}, NULL AS code, i.score, count(*) OVER ()::int AS of
  FROM member m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  JOIN identity_order i ON i.shop_id = $1 AND i.order_id = o.id AND i.score < $2 AND i.further IS NULL
  WHERE NOT EXISTS (SELECT FROM flag f WHERE f.shop_id = $1 AND f.order_id = o.id AND f.state <> 'withdrawn')
  ORDER BY i.score DESC, o.id LIMIT $3`;

/** Orders of several uses, with those that were flagged. They are few. */
const SEVERAL = `
  WITH ${ABUSIVE}
  SELECT ${COLUMNS}, o.codes, ARRAY(
      SELECT f.code_key FROM flag f WHERE f.shop_id = $1 AND f.order_id = o.id AND f.state <> 'withdrawn'
    ) AS flagged
  FROM member m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  JOIN identity_order i ON i.shop_id = $1 AND i.order_id = o.id AND i.score IS NOT NULL AND i.further IS NOT NULL`;
