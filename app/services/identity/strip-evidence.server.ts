import type pg from "pg";

/**
 * Takes from orders what once made them over a limit and does no more, by the flags that say so, and has them weighed anew:
 * whatever else was found of them stays.
 */
export async function stripEvidence(
  client: pg.PoolClient,
  shopId: number,
  flagIds: readonly string[],
): Promise<void> {
  if (flagIds.length > 0) await client.query(STRIP, [shopId, flagIds]);
}

/** Of an order with several limited codes only the use that has just this evidence is stripped of it. */
const left = (signals: string) => `COALESCE((
  SELECT jsonb_agg(s ORDER BY place) FROM jsonb_array_elements(${signals}) WITH ORDINALITY AS e (s, place)
  WHERE s ->> 'kind' <> 'over_limit' OR s -> 'evidence' <> ALL (n.evidence)), '[]')`;

const STRIP = `
  WITH stripped AS (
  UPDATE identity_order o SET
    signals = CASE WHEN o.signals IS NOT NULL THEN ${left("o.signals")} END,
    further = CASE WHEN o.further IS NOT NULL THEN (
      SELECT jsonb_agg(jsonb_set(u, '{signals}', ${left("u -> 'signals'")}) ORDER BY at)
      FROM jsonb_array_elements(o.further) WITH ORDINALITY AS f (u, at)) END
  FROM (
    SELECT f.order_id, array_agg(s -> 'evidence') AS evidence FROM flag f, jsonb_array_elements(f.signals) s
    WHERE f.shop_id = $1 AND f.id = ANY ($2::uuid[]) AND s ->> 'name' = 'over_limit'
    GROUP BY f.order_id
  ) n
  WHERE o.shop_id = $1 AND o.order_id = n.order_id
  RETURNING o.order_id)
  INSERT INTO score_due (shop_id, order_id) SELECT $1, order_id FROM stripped ON CONFLICT DO NOTHING`;
