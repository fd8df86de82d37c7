import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { letIntakeGo } from "../person/let-intake-go.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { bookAllAgain } from "./book-again.server.ts";

/** Codes looked at together. */
const CODES = 500;
/** Orders found with one look at a code's entries. */
const FOUND_AT_ONCE = 10_000;

/** An assignment that orders with the code may have been placed in while it was nobody's. */
type Assigned = { key: string; codeId: string; from: string; until: string | null };

/** Orders with the code (`unmatched_code u`) may have been placed while it was assigned so (`code k`). */
const MAY_MATCH = `k.shop_id = u.shop_id AND k.code_key = u.code_key AND k.assigned_from <= u.newest_at
    AND (k.assigned_until IS NULL OR u.oldest_at < k.assigned_until)`;

/** Shops with a code that was nobody's and may have found its campaign: one row a code, however often it was used. */
export const SHOPS_TO_MATCH = `SELECT u.shop_id FROM unmatched_code u JOIN code k ON ${MAY_MATCH}`;

/**
 * Books the orders of a shop again whose code was nobody's and is a campaign's by now, of the time they were placed.
 * Stopped anywhere, it goes on with the next sweep.
 */
export async function matchCodes(deps: Deps, shopId: number): Promise<void> {
  let after = "";
  for (;;) {
    await letIntakeGo(deps, shopId);
    const assigned = await lookUp(deps, shopId, after);
    const last = assigned.at(-1);
    if (!last) return;
    await bookOrders(deps, shopId, assigned);
    await settle(deps, shopId, assigned);
    after = last.key;
  }
}

/**
 * Under the intake's lock, for a moment: whoever booked an order before knew less than this, and has committed it; whoever
 * books one later knows these assignments.
 */
function lookUp(deps: Deps, shopId: number, after: string): Promise<Assigned[]> {
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    return (await client.query<Assigned>(LOOK_UP, [shopId, after, CODES])).rows;
  });
}

async function bookOrders(
  deps: Deps,
  shopId: number,
  assigned: readonly Assigned[],
): Promise<void> {
  for (let after = "0"; ;) {
    const values = [shopId, JSON.stringify(assigned), after, FOUND_AT_ONCE];
    const { rows } = await deps.database.pool.query<{ id: string }>(ORDERS, values);
    const last = rows.at(-1);
    if (!last) return;
    const ids = rows.map(({ id }) => id);
    await bookAllAgain(deps, shopId, ids);
    after = last.id;
  }
}

/** Forgets what was looked at: the orders of a code that are still nobody's are those of other times. */
function settle(deps: Deps, shopId: number, assigned: readonly Assigned[]): Promise<void> {
  return inTransaction(deps.database.pool, async (client: pg.PoolClient) => {
    await lockPeople(client, shopId);
    await client.query(SETTLE, [shopId, JSON.stringify(assigned)]);
  });
}

const LOOK_UP = `
  SELECT u.code_key AS key, k.id::text AS "codeId", ${instantSql("k.assigned_from")} AS from,
    ${instantSql("k.assigned_until")} AS until
  FROM (
    SELECT * FROM unmatched_code u
    WHERE shop_id = $1 AND code_key > $2 AND EXISTS (SELECT FROM code k WHERE ${MAY_MATCH})
    ORDER BY code_key LIMIT $3
  ) u
  JOIN code k ON ${MAY_MATCH}
  ORDER BY u.code_key`;

const ASSIGNED = `json_to_recordset($2::json)
    AS a (key text, "codeId" bigint, "from" timestamptz, until timestamptz)`;

/** An order's code is nobody's where the last thing booked of it belongs to no campaign. */
const NOBODYS = `l.campaign_id IS NULL AND l.code_key NOT IN ('', '+') AND NOT EXISTS (
    SELECT FROM ledger_entry m WHERE m.shop_id = l.shop_id AND m.order_id = l.order_id AND m.code_key = l.code_key
      AND m.sequence > l.sequence)`;

const WITHIN = `o.placed_at >= a.from AND (a.until IS NULL OR o.placed_at < a.until)`;

const ORDERS = `
  SELECT DISTINCT l.order_id::text AS id, l.order_id
  FROM ${ASSIGNED} JOIN ledger_entry l ON l.shop_id = $1 AND l.code_key = a.key
  JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id AND ${WITHIN}
  WHERE l.order_id > $3 AND ${NOBODYS} ORDER BY l.order_id LIMIT $4`;

/** An assignment that was changed meanwhile does not count as looked at. */
const SETTLE = `
  WITH assigned AS MATERIALIZED (
    SELECT a.* FROM ${ASSIGNED} JOIN code k ON k.shop_id = $1 AND k.id = a."codeId" AND k.code_key = a.key
      AND k.assigned_from = a.from AND k.assigned_until IS NOT DISTINCT FROM a.until
  ), key AS MATERIALIZED (
    SELECT DISTINCT key FROM ${ASSIGNED}
  ), still AS MATERIALIZED (
    SELECT l.code_key, min(o.placed_at) AS oldest_at, max(o.placed_at) AS newest_at
    FROM key JOIN ledger_entry l ON l.shop_id = $1 AND l.code_key = key.key
    JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
    WHERE ${NOBODYS} AND NOT EXISTS (SELECT FROM assigned a WHERE a.key = l.code_key AND ${WITHIN})
    GROUP BY l.code_key
  ), gone AS (
    DELETE FROM unmatched_code WHERE shop_id = $1 AND code_key IN (SELECT key FROM key)
      AND code_key NOT IN (SELECT code_key FROM still)
  )
  UPDATE unmatched_code u SET oldest_at = s.oldest_at, newest_at = s.newest_at FROM still s
  WHERE u.shop_id = $1 AND u.code_key = s.code_key`;
