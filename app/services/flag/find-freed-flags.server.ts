import type pg from "pg";

/**
 * Withdraws open flags of uses beyond a limit that are none any more: the use itself was given back, or so many of the
 * earlier ones it rests on that the limit holds. @returns the people they are about.
 */
export async function findFreedFlags(client: pg.PoolClient, shopId: number): Promise<string[]> {
  const { rows } = await client.query<{ personId: string | null }>(WITHDRAW, [shopId]);
  return rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** Whether an order's use of a code, of any when `code` is null, still counts. */
const counts = (order: string, code: string | null) => `EXISTS (
  SELECT FROM ledger_entry l WHERE l.shop_id = f.shop_id AND l.order_id = ${order}
    AND ${code === null ? "l.campaign_id IS NOT NULL" : `l.code_key = ${code}`}
  GROUP BY l.code_key HAVING sum(l.uses) > 0)`;

/**
 * Only flags that rest on an order of which some use was given back are looked at closely: they are few. Those orders are
 * looked up one by one, because a shop has far more uses that were given back than open flags.
 */
const WITHDRAW = `
  WITH own AS MATERIALIZED (
    SELECT id, order_id, evidence FROM flag
    WHERE shop_id = $1 AND state = 'open' AND kind IN ('over_limit', 'household_limit')
  ), rests_on AS MATERIALIZED (
    SELECT id, order_id FROM own
    UNION SELECT id, (e ->> 'orderId')::bigint FROM own, jsonb_array_elements(evidence -> 'orders') e
  ), shaken AS MATERIALIZED (
    SELECT DISTINCT r.id FROM rests_on r
    CROSS JOIN LATERAL (
      SELECT FROM ledger_entry l WHERE l.shop_id = $1 AND l.order_id = r.order_id AND l.uses < 0 LIMIT 1) given_back
  )
  UPDATE flag f SET state = 'withdrawn'
  WHERE f.shop_id = $1 AND f.id IN (SELECT id FROM shaken) AND (
    NOT ${counts("f.order_id", "f.code_key")}
    OR (f.evidence ->> 'limit')::int > (
      SELECT count(*) FROM jsonb_array_elements(f.evidence -> 'orders') e
      WHERE (e ->> 'orderId')::bigint <> f.order_id AND ${counts("(e ->> 'orderId')::bigint", null)}))
  RETURNING f.person_id::text AS "personId"`;
