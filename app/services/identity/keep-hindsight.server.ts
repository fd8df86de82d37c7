import type pg from "pg";

import type { Hindsight } from "#app/domain/signal/look-back.ts";

/**
 * Keeps what later orders say of earlier ones, where it says more than what was found of them, and has them weighed anew. What
 * staff had taken from an order does not come back to it.
 */
export async function keepHindsight(
  client: pg.PoolClient,
  shopId: number,
  found: readonly Hindsight[],
): Promise<void> {
  if (found.length === 0) return;
  const strongest = new Map<string, Hindsight>();
  for (const each of found) {
    const known = strongest.get(each.orderId);
    if (!known || each.hit.bits > known.hit.bits) strongest.set(each.orderId, each);
  }
  const rows = [...strongest.values()].map(({ orderId, hit }) => ({
    ...{ id: orderId, bits: hit.bits, signal: { kind: "over_limit", ...hit } },
  }));
  await client.query(KEEP, [shopId, JSON.stringify(rows)]);
}

const KEEP = `
  WITH seen AS (
    UPDATE identity_order o SET signals = (
      SELECT jsonb_agg(CASE WHEN s ->> 'kind' = 'over_limit' THEN n.signal ELSE s END ORDER BY place)
      FROM jsonb_array_elements(o.signals) WITH ORDINALITY AS e (s, place))
    FROM json_to_recordset($2::json) AS n (id bigint, bits float8, signal jsonb)
    WHERE o.shop_id = $1 AND o.order_id = n.id AND EXISTS (
      SELECT FROM jsonb_array_elements(o.signals) s WHERE s ->> 'kind' = 'over_limit' AND (s ->> 'bits')::float8 < n.bits)
    RETURNING o.order_id)
  INSERT INTO score_due (shop_id, order_id) SELECT $1, order_id FROM seen ON CONFLICT DO NOTHING`;
