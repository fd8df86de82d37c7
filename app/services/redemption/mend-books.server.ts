import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { bookAllAgain } from "./book-again.server.ts";
import { matchCodes, SHOPS_TO_MATCH } from "./match-codes.server.ts";
import { rebuildRollups } from "./rebuild-rollups.server.ts";
import { relabelRollups } from "./relabel-rollups.server.ts";

/** Orders found with one look. */
const FOUND_AT_ONCE = 10_000;

/**
 * Brings the books of all shops to what is known by now, where that changed without an order's doing: a code that was
 * nobody's found its campaign, a campaign lets other things free a use or says something else of itself, a shop moved
 * to another time zone. Stopped anywhere, it goes on with the next sweep.
 */
export async function mendBooks(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<{ shopId: number }>(SHOPS);
  for (const { shopId } of rows) {
    await foldAnew(deps, shopId);
    await relabelRollups(deps, shopId);
    await matchCodes(deps, shopId);
    await followPolicies(deps, shopId);
  }
}

const SHOPS = `
  SELECT id AS "shopId" FROM shop s WHERE s.rollup_zone IS DISTINCT FROM s.time_zone
    AND EXISTS (SELECT FROM rollup r WHERE r.shop_id = s.id)
  UNION SELECT shop_id FROM campaign WHERE books_stale OR labels_stale
  UNION SELECT shop_id FROM label_fold
  UNION ${SHOPS_TO_MATCH}`;

async function foldAnew(deps: Deps, shopId: number): Promise<void> {
  await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    const shop = await shopOf(deps, shopId);
    if (shop.rollupZone !== shop.timeZone) await rebuildRollups(client, shop);
  });
}

async function followPolicies(deps: Deps, shopId: number): Promise<void> {
  const { pool } = deps.database;
  const { rows: stale } = await pool.query<{ id: string; frees: unknown }>(STALE, [shopId]);
  for (const { id, frees } of stale) {
    for (let after = "0"; ;) {
      const { rows } = await pool.query<{ id: string }>(ORDERS, [shopId, id, after, FOUND_AT_ONCE]);
      const last = rows.at(-1);
      if (!last) break;
      const ids = rows.map((row) => row.id);
      await bookAllAgain(deps, shopId, ids);
      after = last.id;
    }
    // Unless it was changed again meanwhile.
    await pool.query(CLEAN, [shopId, id, JSON.stringify(frees)]);
  }
}

const FREES = `jsonb_build_array(frees_on_cancel, frees_on_full_refund, frees_on_partial_refund, frees_on_chargeback,
  frees_on_expiry)`;

const STALE = `SELECT id, ${FREES} AS frees FROM campaign WHERE shop_id = $1 AND books_stale`;

const CLEAN = `UPDATE campaign SET books_stale = false WHERE shop_id = $1 AND id = $2 AND ${FREES} = $3::jsonb`;

const ORDERS = `
  SELECT DISTINCT order_id::text AS id, order_id FROM ledger_entry
  WHERE shop_id = $1 AND campaign_id = $2 AND order_id > $3 ORDER BY order_id LIMIT $4`;
