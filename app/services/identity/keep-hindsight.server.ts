import type pg from "pg";

import type { Hindsight } from "#app/domain/signal/look-back.ts";

/**
 * Keeps what later orders say of earlier ones, where it says more than what was found of them, and has them weighed anew: it
 * rests on the orders of then as well. What staff had taken from an order does not come back to it.
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

const WITH_THOSE_OF_THEN = `jsonb_set(n.signal, '{evidence,orders}', (n.signal #> '{evidence,orders}') || COALESCE((
          SELECT jsonb_agg(e ORDER BY at) FROM jsonb_array_elements(s #> '{evidence,orders}') WITH ORDINALITY AS t (e, at)
          WHERE NOT n.signal #> '{evidence,orders}' @> jsonb_build_array(jsonb_build_object('orderId', e -> 'orderId'))), '[]'))`;

const KEEP = `
  WITH seen AS (
    UPDATE identity_order o SET signals = (
      SELECT jsonb_agg(CASE WHEN s ->> 'kind' = 'over_limit' THEN ${WITH_THOSE_OF_THEN} ELSE s END ORDER BY place)
      FROM jsonb_array_elements(o.signals) WITH ORDINALITY AS e (s, place))
    FROM json_to_recordset($2::json) AS n (id bigint, bits float8, signal jsonb)
    WHERE o.shop_id = $1 AND o.order_id = n.id AND EXISTS (
      SELECT FROM jsonb_array_elements(o.signals) s WHERE s ->> 'kind' = 'over_limit' AND (s ->> 'bits')::float8 < n.bits)
    RETURNING o.order_id)
  INSERT INTO score_due (shop_id, order_id) SELECT $1, order_id FROM seen ON CONFLICT DO NOTHING`;
