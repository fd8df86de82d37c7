import type { CountedUse, PlacedUse } from "#app/domain/flag/overshoot.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type pg from "pg";

import { FREED_AT, STANDS } from "./placed-use-sql.ts";
import { refundedShare } from "./refunded-share-sql.ts";

export type PersonUse = CountedUse & { personId: string };
export type PlacedPersonUse = PlacedUse & { personId: string };

type Question = {
  shopId: number;
  /** Only uses by these people (their roots); everyone's when absent. */
  personIds?: readonly string[];
  campaignIds?: readonly string[];
  /** As it stood then: what was effective and entered by this instant. As it stands now when absent or null. */
  until?: Date | null;
};

/** The uses that still count, one row for each order and code, with who used it as far as is known. */
export async function countedUses(
  db: Pick<pg.Pool, "query">,
  { shopId, personIds, campaignIds, until }: Question,
): Promise<PersonUse[]> {
  const result = await db.query<PersonUse>(personIds ? USES_OF_SOME : USES_OF_ALL, [
    ...[shopId, personIds ?? null, campaignIds ?? null, until ?? null],
  ]);
  return result.rows;
}

/** The uses of these people (their roots) as they were placed, with since when they do not count any more. */
export async function placedUses(
  db: Pick<pg.Pool, "query">,
  { shopId, personIds }: { shopId: number; personIds: readonly string[] },
): Promise<PlacedPersonUse[]> {
  const result = await db.query<PlacedPersonUse>(PLACED_USES, [shopId, personIds, null, null]);
  return result.rows;
}

/**
 * The accounts of people (given by their roots) come first, then their orders, then the ledger (`entries`). A use stands
 * on the day it was entered last, whatever was taken back before. What it costs is what a budget says of its order
 * (`budgetBurn`).
 */
const usesIn = (entries: string, { columns = "", having = "sum(l.uses) > 0" } = {}) => `
  WITH member AS (
    SELECT id, id AS root FROM person
    WHERE shop_id = $1 AND root_id IS NULL AND ($2::bigint[] IS NULL OR id = ANY ($2))
    UNION ALL
    SELECT id, root_id FROM person
    WHERE shop_id = $1 AND root_id IS NOT NULL AND ($2::bigint[] IS NULL OR root_id = ANY ($2))
  )
  SELECT m.root::text AS "personId",
         l.campaign_id AS "campaignId",
         o.id::text AS "orderId",
         o.name AS "orderName",
         COALESCE(max(c.code), l.code_key) AS code,
         l.code_key AS "codeKey",
         ${instantSql("o.placed_at")} AS "placedAt",
         to_char((array_agg(l.effective_at ORDER BY l.sequence DESC) FILTER (WHERE l.redemptions > 0))[1]
                 AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS day,
         CASE WHEN max(k.customer_cap_minor) IS NULL THEN 0 ELSE round(
           COALESCE(sum(l.discount_minor) FILTER (WHERE l.currency = k.currency), 0)
           * (1 - ${refundedShare("max(back.minor)")}))::float8 END AS "costMinor"${columns}
  FROM member m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  ${entries}
  JOIN campaign k ON k.shop_id = l.shop_id AND k.id = l.campaign_id
  LEFT JOIN code c ON c.shop_id = l.shop_id AND c.id = l.code_id
  LEFT JOIN LATERAL (
    SELECT sum(r.refund_minor)::numeric AS minor FROM ledger_entry r
    WHERE k.customer_cap_minor IS NOT NULL
      AND r.shop_id = $1 AND r.campaign_id = l.campaign_id AND r.order_id = o.id AND r.refund_minor <> 0
      AND ($4::timestamptz IS NULL OR (r.effective_at <= $4 AND r.entered_at <= $4))
  ) back ON true
  WHERE l.campaign_id IS NOT NULL AND ($3::uuid[] IS NULL OR l.campaign_id = ANY ($3))
    AND ($4::timestamptz IS NULL OR (l.effective_at <= $4 AND l.entered_at <= $4))
  GROUP BY m.root, l.campaign_id, o.shop_id, o.id, l.code_key
  HAVING ${having}`;

const USES_OF_ALL = usesIn("JOIN ledger_entry l ON l.shop_id = $1 AND l.order_id = o.id");

/** Order by order by an index, however many others a shop has: PostgreSQL would rather read all that carried a code. */
const ORDER_BY_ORDER = `CROSS JOIN LATERAL (
    SELECT * FROM ledger_entry WHERE shop_id = $1 AND order_id = o.id OFFSET 0) l`;

const USES_OF_SOME = usesIn(ORDER_BY_ORDER);

const PLACED_USES = usesIn(ORDER_BY_ORDER, {
  columns: `, ${instantSql(`(${FREED_AT})`)} AS "freedAt"`,
  having: STANDS,
});
