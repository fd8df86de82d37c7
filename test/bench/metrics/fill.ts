import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import type { BenchShop } from "../bench-deps.ts";
import { withoutIndexes } from "../without-indexes.ts";

/**
 * A year of a shop: 60 campaigns, a third of them with codes that work once, redemptions spread over all days, a quarter
 * as many orders without one, a customer for every three orders, one order in 25 refunded and its use freed, codes
 * that are nobody's, and as many checkouts as orders with a code, half of them with one campaign's. Rows are written as the pipeline would leave them. @returns the shop; its rollups are to be folded.
 */
export async function fillShop({ deps, shop }: BenchShop, redemptions: number): Promise<void> {
  const client = await deps.database.pool.connect();
  try {
    await withoutIndexes(client, TABLES, async () => {
      for (const statement of FILL) {
        const values = statement.includes("$2") ? [shop.id, redemptions] : [shop.id];
        await client.query(statement, values);
      }
    });
    await client.query("VACUUM (ANALYZE, FREEZE)");
  } finally {
    client.release();
  }
}

/** The product's own folding of all of it, as `npm run rebuild` does. @returns seconds. */
export async function foldAll({ deps, shop }: BenchShop): Promise<number> {
  const { pool } = deps.database;
  const started = performance.now();
  await inTransaction(pool, (client: pg.PoolClient) => rebuildRollups(client, shop));
  const seconds = (performance.now() - started) / 1_000;
  await pool.query("VACUUM (ANALYZE, FREEZE)");
  return seconds;
}

const TABLES = ["code", "person", "shop_order", "ledger_entry", "issuance", "checkout"];

const CODED = "($2::int)";

const FILL = [
  `INSERT INTO dimension_set (shop_id, id, convention_id, convention_version, dimensions)
   SELECT $1, n, c.id, c.version, jsonb_build_object('season', (ARRAY['SPRING', 'SUMMER', 'AUTUMN', 'WINTER'])[1 + n % 4],
     'yy', (ARRAY['25', '26'])[1 + n % 2], 'offer', (ARRAY['10OFF', '15OFF', '20OFF', 'FREESHIP', 'GIFT'])[1 + n % 5])
   FROM generate_series(1, 20) n, (SELECT id, version FROM convention WHERE shop_id = $1 LIMIT 1) c`,
  `INSERT INTO campaign (shop_id, id, number, name, dimension_set_id, offer_kind, basis_points, currency, starts_at,
     guest_policy, eligibility, code_kind, code_count, uses_per_code, total_cap, wanted, revision, sync_state, customer_ids,
     created_at, updated_at, created_by)
   SELECT $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, n, 'CAMPAIGN' || n, 1 + n % 20, 'percentage',
     1000, 'EUR', now() - interval '1 year', 'match',
     CASE WHEN n % 5 = 0 THEN jsonb_build_object('all', '[]'::jsonb, 'any', jsonb_build_array('1' || n % 3),
       'none', '[]'::jsonb, 'customers', 'everyone', 'signedIn', false) END,
     CASE WHEN n % 3 = 0 THEN 'unique' ELSE 'public' END, CASE WHEN n % 3 = 0 THEN $2::int / 60 ELSE 1 END,
     CASE WHEN n % 3 = 0 THEN 1 END, CASE WHEN n % 7 = 0 THEN 100000000 END, 'on', 1, 'synced', '{}', now(), now(), 'Bench'
   FROM generate_series(1, 60) n`,
  `INSERT INTO code (shop_id, id, campaign_id, code, code_key, tail, state, dimension_set_id, assigned_from, created_at)
   SELECT c.shop_id, c.number * 1000000 + k, c.id, concat(c.name, t.made), concat(c.name, t.made), t.made, 'live',
     c.dimension_set_id, c.starts_at, now()
   FROM campaign c, generate_series(1, CASE c.code_kind WHEN 'unique' THEN 1 + $2::int / 60 ELSE 1 END) k,
     LATERAL (SELECT CASE c.code_kind WHEN 'unique' THEN '-' || upper(substr(md5(c.number || '/' || k), 1, 10)) END AS made) t
   WHERE c.shop_id = $1`,
  `INSERT INTO person (shop_id, id, created_at)
   SELECT $1, n, now() FROM generate_series(0, ${CODED} * 5 / 12) n`,
  `INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
     presentment_currency, presentment_total_minor, presentment_discount_minor, financial_status, test, codes, refunds,
     disputes, person_id, channel)
   SELECT $1, n, '#' || n, now() - make_interval(secs => (n * 7919::bigint % 31536000)::int), now(), 'EUR', o.total, 500,
     'EUR', o.total, 500, CASE WHEN n % 25 = 7 THEN 'refunded' ELSE 'paid' END, false, '[]', '[]', '[]',
     n * 31::bigint % (${CODED} * 5 / 12 + 1), (ARRAY['web', 'web', 'web', 'pos'])[1 + n % 4]
   FROM generate_series(1, ${CODED} * 5 / 4) n, LATERAL (SELECT 1500 + n * 7919::bigint % 9000 AS total) o`,
  ...["''", "'+'", "CODE", "NOBODYS"].map(
    (key) => `
   INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
     time_zone, campaign_id, code_id, channel, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor,
     refund_minor, currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor,
     presentment_refund_minor, entered_at)
   SELECT o.shop_id, o.id, ${{ CODE: "k.code_key", NOBODYS: "'OTHER' || o.id % 997" }[key] ?? key}, s.step,
     CASE s.step WHEN 1 THEN 'redemption' ELSE 'reversal' END, o.placed_at,
     (o.placed_at AT TIME ZONE 'UTC')::date, extract(hour FROM o.placed_at AT TIME ZONE 'UTC'), 'UTC',
     ${key === "CODE" ? "k.campaign_id, k.id" : "NULL, NULL"}, o.channel, 2 - s.step, s.step - 1, 3 - 2 * s.step,
     2 - s.step, CASE s.step WHEN 1 THEN o.total_minor ELSE 0 END, CASE s.step WHEN 1 THEN 500 ELSE 0 END,
     CASE s.step WHEN 2 THEN o.total_minor ELSE 0 END, 'EUR', 'EUR', CASE s.step WHEN 1 THEN o.total_minor ELSE 0 END,
     CASE s.step WHEN 1 THEN 500 ELSE 0 END, CASE s.step WHEN 2 THEN o.total_minor ELSE 0 END, now()
   FROM shop_order o ${
     key === "CODE"
       ? `JOIN code k ON k.shop_id = o.shop_id AND k.id = (1 + o.id % 60) * 1000000
            + CASE WHEN (1 + o.id % 60) % 3 = 0 THEN 1 + o.id / 60 ELSE 1 END`
       : ""
   } CROSS JOIN LATERAL generate_series(1, CASE WHEN o.id % 25 = 7 THEN 2 ELSE 1 END) AS s (step)
   WHERE o.shop_id = $1 ${{ "''": "", NOBODYS: "AND o.id > $2 AND o.id % 5 = 0" }[key] ?? "AND o.id <= $2"}`,
  ),
  `INSERT INTO unmatched_code (shop_id, code_key, oldest_at, newest_at)
   SELECT l.shop_id, l.code_key, min(o.placed_at), max(o.placed_at)
   FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
   WHERE l.shop_id = $1 AND l.campaign_id IS NULL AND l.code_key NOT IN ('', '+') GROUP BY l.shop_id, l.code_key`,
  `INSERT INTO issuance (shop_id, campaign_id, person_id, channel, at, created_at)
   SELECT $1, ('00000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid, n, (ARRAY['mail', 'email', 'leaflet'])[1 + n % 3],
     now() - make_interval(days => (n % 300)::int), now()
   FROM generate_series(1, ${CODED} / 10) n`,
  `INSERT INTO checkout (shop_id, campaign_id, token_hash, code_ids, started_at, is_ordered, order_id)
   SELECT $1, k.campaign_id, decode(md5('checkout/' || n), 'hex'), ARRAY[k.id],
     now() - make_interval(secs => (n * 7919::bigint % 31536000)::int), n % 3 = 0, CASE WHEN n % 3 = 0 THEN n END
   FROM generate_series(1, ${CODED}) n
   JOIN code k ON k.shop_id = $1 AND k.id = CASE WHEN n % 2 = 0 THEN 7 ELSE 1 + n % 60 END * 1000000 + 1`,
  ...["person", "code", "dimension_set"].map(
    (table) =>
      `SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table} WHERE shop_id = $1`,
  ),
];
