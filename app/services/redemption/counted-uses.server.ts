import type { CountedUse } from "#app/domain/flag/overshoot.ts";
import type pg from "pg";

export type PersonUse = CountedUse & { personId: string; campaignId: string };

type Question = {
  shopId: number;
  /** Only uses by these people (their roots); everyone's when absent. */
  personIds?: readonly string[];
  campaignIds?: readonly string[];
};

/** The uses that still count, one row for each order and code, with who used it as far as is known. */
export async function countedUses(
  db: Pick<pg.Pool, "query">,
  { shopId, personIds, campaignIds }: Question,
): Promise<PersonUse[]> {
  const result = await db.query<PersonUse>(USES, [shopId, personIds ?? null, campaignIds ?? null]);
  return result.rows;
}

/** A use stands on the day it was entered, whatever day an earlier one was taken back. */
const USES = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId",
         l.campaign_id AS "campaignId",
         o.id::text AS "orderId",
         o.name AS "orderName",
         COALESCE(max(c.code), l.code_key) AS code,
         l.code_key AS "codeKey",
         to_char(o.placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "placedAt",
         to_char(max(l.effective_day) FILTER (WHERE l.redemptions > 0), 'YYYY-MM-DD') AS day
  FROM shop_order o
  JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  JOIN ledger_entry l ON l.shop_id = o.shop_id AND l.order_id = o.id
  LEFT JOIN code c ON c.shop_id = l.shop_id AND c.id = l.code_id
  WHERE o.shop_id = $1
    AND ($2::bigint[] IS NULL OR COALESCE(p.root_id, p.id) = ANY ($2))
    AND l.campaign_id IS NOT NULL
    AND ($3::uuid[] IS NULL OR l.campaign_id = ANY ($3))
  GROUP BY 1, l.campaign_id, o.shop_id, o.id, l.code_key
  HAVING sum(l.uses) > 0`;
