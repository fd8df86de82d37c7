import type pg from "pg";

import { useKey } from "#app/domain/replay/judge-history.ts";
import type { JudgedUse, PricedUse } from "#app/domain/replay/tally-history.ts";

/** The uses with what their codes took off, and what their orders came to. */
export async function priceUses(
  client: pg.PoolClient,
  shopId: number,
  uses: readonly JudgedUse[],
): Promise<PricedUse[]> {
  if (uses.length === 0) return [];
  const asked = uses.map(({ orderId, codeKey }) => ({ orderId, codeKey }));
  const { rows } = await client.query<Priced>(PRICED, [shopId, JSON.stringify(asked)]);
  const priced = new Map(rows.map((row) => [useKey(row), row]));
  return uses.map((use) => {
    const { discountMinor = 0, totalMinor = 0 } = priced.get(useKey(use)) ?? {};
    return { ...use, discountMinor, totalMinor };
  });
}

type Priced = { orderId: string; codeKey: string; discountMinor: number; totalMinor: number };

const PRICED = `
  SELECT n."orderId"::text AS "orderId", n."codeKey", o.total_minor::float8 AS "totalMinor",
    COALESCE(sum(l.discount_minor), 0)::float8 AS "discountMinor"
  FROM json_to_recordset($2::json) AS n ("orderId" bigint, "codeKey" text)
  JOIN shop_order o ON o.shop_id = $1 AND o.id = n."orderId"
  LEFT JOIN ledger_entry l ON l.shop_id = $1 AND l.order_id = o.id AND l.code_key = n."codeKey"
  GROUP BY n."orderId", n."codeKey", o.total_minor`;
