import type pg from "pg";

import { FREED_AT, MAY_BE_NONE, STANDS } from "../redemption/placed-use-sql.ts";
import { SHOWN } from "./find-scored-flags.server.ts";

/**
 * Withdraws open flags of uses beyond a limit that are none any more: the use itself does not stand as it was placed, or so
 * many of the earlier ones it rests on did not count then that the limit holds. @returns the people they are about.
 */
export async function findFreedFlags(client: pg.PoolClient, shopId: number): Promise<string[]> {
  const { rows } = await client.query<{ personId: string | null }>(WITHDRAW, [
    ...[shopId, SHOWN - 1],
  ]);
  return rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** Whether an order's use of a code (its key) stands as it was placed, and more. */
const stands = (order: string, code: string, more = "") => `EXISTS (
  SELECT FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE l.shop_id = f.shop_id AND l.order_id = ${order} AND l.campaign_id IS NOT NULL AND l.code_key = ${code}
  GROUP BY o.shop_id, o.id, l.campaign_id, l.code_key HAVING ${STANDS}${more})`;

/** Of an earlier one: whether it counted when the flag's order was placed; see `countedAt`. */
const COUNTED_THEN = ` AND COALESCE(${FREED_AT}, 'infinity') >= (
    SELECT placed_at FROM shop_order WHERE shop_id = f.shop_id AND id = f.order_id)`;

/** Evidence names a code as it was typed; what is not among the order's codes is the code's key. */
const KEY_TYPED = `COALESCE((
  SELECT c ->> 'key' FROM shop_order o, jsonb_array_elements(o.codes) c
  WHERE o.shop_id = f.shop_id AND o.id = (e ->> 'orderId')::bigint AND c ->> 'code' = e ->> 'code' LIMIT 1), e ->> 'code')`;

/**
 * Only flags that rest on an order of which some use was given back are looked at closely: they are few. Money paid back
 * after the flag's own order was placed changes nothing, so that alone is no reason to look. Those orders are looked up one
 * by one, because a shop has far more uses that were given back than open flags. A flag's own use is the last it shows. $2:
 * how many others it shows at most.
 */
const WITHDRAW = `
  WITH own AS MATERIALIZED (
    SELECT f.id, f.order_id, f.evidence, o.placed_at FROM flag f
    JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
    WHERE f.shop_id = $1 AND f.state = 'open' AND f.kind IN ('over_limit', 'household_limit')
  ), rests_on AS MATERIALIZED (
    SELECT id, order_id, placed_at FROM own
    UNION SELECT id, (e ->> 'orderId')::bigint, placed_at FROM own, jsonb_array_elements(evidence -> 'orders') e
  ), shaken AS MATERIALIZED (
    SELECT DISTINCT r.id FROM rests_on r
    CROSS JOIN LATERAL (
      SELECT FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
      WHERE l.shop_id = $1 AND l.order_id = r.order_id AND l.uses < 0
        AND (l.effective_at <= r.placed_at OR ${MAY_BE_NONE}) LIMIT 1) given_back
  )
  UPDATE flag f SET state = 'withdrawn'
  WHERE f.shop_id = $1 AND f.id IN (SELECT id FROM shaken) AND (
    NOT ${stands("f.order_id", "f.code_key")}
    OR f.evidence ->> 'limit' IS NOT NULL AND LEAST((f.evidence ->> 'limit')::int, $2::int) > (
      SELECT count(*) FROM jsonb_array_elements(f.evidence -> 'orders') WITH ORDINALITY AS u (e, place)
      WHERE place < jsonb_array_length(f.evidence -> 'orders') AND ${stands("(e ->> 'orderId')::bigint", KEY_TYPED, COUNTED_THEN)}))
  RETURNING f.person_id::text AS "personId"`;
