import { createHash } from "node:crypto";

import type pg from "pg";

import type { CheckoutFacts } from "#app/domain/checkout/checkout-facts.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { rebuildRollups } from "../redemption/rebuild-rollups.server.ts";

/**
 * Keeps checkouts at which codes of campaigns were entered, and counts them by day, in the caller's transaction. In whatever
 * order they and their orders are told, and however often, each is one. The caller holds the shop's intake lock.
 */
export async function noteCheckouts(
  client: pg.PoolClient,
  shop: Pick<Shop, "id" | "timeZone" | "rollupZone">,
  checkouts: readonly CheckoutFacts[],
): Promise<void> {
  if (checkouts.length === 0) return;
  const rows = checkouts.map(({ token, ...facts }) => ({ hash: hashOf(token), ...facts }));
  const values = [shop.id, JSON.stringify(rows)];
  if (!(await isFolded(client, shop))) {
    // A shop that moved gets all of its days anew.
    await client.query(KEEP, values);
    await rebuildRollups(client, shop);
    return;
  }
  const emptied = await client.query(KEEP_AND_COUNT, [...values, shop.timeZone]);
  // A checkout that turns out to have begun a day earlier may leave a day without any.
  if (emptied.rowCount) await client.query(FORGET_EMPTY, [shop.id]);
}

/** Whether the days of a shop are those of its time zone; the orders of this very batch may have seen to it. */
async function isFolded(
  client: pg.PoolClient,
  { id, timeZone, rollupZone }: Pick<Shop, "id" | "timeZone" | "rollupZone">,
): Promise<boolean> {
  if (rollupZone === timeZone) return true;
  return (await client.query(FOLDED, [id, timeZone])).rowCount === 1;
}

const FOLDED = "SELECT FROM shop WHERE id = $1 AND rollup_zone = $2";

/** Shopify's token opens the checkout for whoever has it: as much of its hash is kept as tells checkouts apart. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 32);
}

/** What is told, one row a checkout and campaign; what of it was known before; and what is known now, where that differs. */
const KEPT = `
  told AS MATERIALIZED (
    SELECT k.campaign_id, decode(t.hash, 'hex') AS token_hash, min(t."startedAt") AS started_at,
      bool_or(t."isOrdered") AS is_ordered, max(t."orderId") AS order_id,
      array_agg(DISTINCT k.id ORDER BY k.id) AS code_ids
    FROM json_to_recordset($2::json)
      AS t (hash text, "startedAt" timestamptz, "isOrdered" boolean, "orderId" bigint, "codeKeys" jsonb)
    CROSS JOIN jsonb_array_elements_text(t."codeKeys") AS entered (key)
    JOIN code k ON k.shop_id = $1 AND k.code_key = entered.key AND k.assigned_from <= t."startedAt"
      AND (k.assigned_until IS NULL OR t."startedAt" < k.assigned_until)
    GROUP BY 1, 2
  ), known AS MATERIALIZED (
    SELECT c.* FROM told JOIN checkout c USING (campaign_id, token_hash) WHERE c.shop_id = $1
  ), kept AS (
    INSERT INTO checkout AS c (shop_id, campaign_id, token_hash, code_ids, started_at, is_ordered, order_id)
    SELECT $1, campaign_id, token_hash, code_ids, started_at, is_ordered, order_id FROM told
    ON CONFLICT (shop_id, campaign_id, token_hash) DO UPDATE SET
      code_ids = ARRAY(SELECT DISTINCT unnest(c.code_ids || excluded.code_ids) ORDER BY 1), order_id = COALESCE(c.order_id, excluded.order_id),
      started_at = LEAST(c.started_at, excluded.started_at), is_ordered = c.is_ordered OR excluded.is_ordered
    WHERE excluded.started_at < c.started_at OR (excluded.is_ordered AND NOT c.is_ordered)
      OR NOT excluded.code_ids <@ c.code_ids
      OR (excluded.order_id IS NOT NULL AND c.order_id IS NULL)
    RETURNING campaign_id, token_hash, started_at, is_ordered
  )`;

const KEEP = `WITH ${KEPT} SELECT`;

const KEEP_AND_COUNT = `
  WITH ${KEPT}, change AS (
    SELECT campaign_id, day, sum(checkouts)::int AS checkouts, sum(ordered)::int AS ordered FROM (
      SELECT campaign_id, (started_at AT TIME ZONE $3)::date AS day, 1 AS checkouts, is_ordered::int AS ordered
      FROM kept
      UNION ALL
      SELECT campaign_id, (known.started_at AT TIME ZONE $3)::date, -1, -known.is_ordered::int
      FROM known JOIN kept USING (campaign_id, token_hash)
    ) AS each GROUP BY 1, 2
  ), counted AS (
    UPDATE checkout_day d SET checkouts = d.checkouts + c.checkouts, ordered = d.ordered + c.ordered
    FROM change c WHERE d.shop_id = $1 AND d.campaign_id = c.campaign_id AND d.day = c.day
    RETURNING d.campaign_id, d.day, d.checkouts
  ), added AS (
    INSERT INTO checkout_day (shop_id, campaign_id, day, checkouts, ordered)
    SELECT $1, campaign_id, day, checkouts, ordered FROM change c
    WHERE NOT EXISTS (SELECT FROM counted WHERE counted.campaign_id = c.campaign_id AND counted.day = c.day)
  )
  SELECT 1 FROM counted WHERE checkouts = 0 LIMIT 1`;

const FORGET_EMPTY = "DELETE FROM checkout_day WHERE shop_id = $1 AND checkouts = 0";
