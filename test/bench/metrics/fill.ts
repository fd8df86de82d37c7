import { inTransaction } from "#app/infra/db/database.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import type { BenchShop } from "../bench-deps.ts";

/**
 * A year of a shop: 60 campaigns, a third of them with codes that work once, redemptions spread over all days, a quarter
 * as many orders without a code, a customer for every three orders. Rows are written as the pipeline would leave them,
 * then folded by the app.
 */
export async function fillShop({ deps, shop }: BenchShop, redemptions: number): Promise<void> {
  const { pool } = deps.database;
  await pool.query("SET synchronous_commit = off");
  for (const table of ["ledger_entry", "shop_order"])
    await pool.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of FILL) {
    const values = statement.includes("$2") ? [shop.id, redemptions] : [shop.id];
    await pool.query(statement, values);
  }
  await pool.query("ANALYZE");
  await inTransaction(pool, (client) => rebuildRollups(client, shop));
  await pool.query("VACUUM ANALYZE");
}

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
  `INSERT INTO code (shop_id, id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, created_at)
   SELECT c.shop_id, c.number * 1000000 + k, c.id, c.name || '-' || k, c.name || '-' || k, 'live', c.dimension_set_id,
     c.starts_at, now()
   FROM campaign c, generate_series(1, CASE c.code_kind WHEN 'unique' THEN 1 + $2::int / 60 ELSE 1 END) k
   WHERE c.shop_id = $1`,
  `INSERT INTO person (shop_id, id, created_at)
   SELECT $1, n, now() FROM generate_series(0, ${CODED} * 5 / 12) n`,
  `INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
     presentment_currency, presentment_total_minor, presentment_discount_minor, financial_status, test, codes, refunds,
     disputes, person_id, channel)
   SELECT $1, n, '#' || n, now() - make_interval(secs => (n * 7919::bigint % 31536000)::int), now(), 'EUR', 3000, 500,
     'EUR', 3000, 500, 'paid', false, '[]', '[]', '[]', n * 31::bigint % (${CODED} * 5 / 12 + 1),
     (ARRAY['web', 'web', 'web', 'pos'])[1 + n % 4]
   FROM generate_series(1, ${CODED} * 5 / 4) n`,
  ...["''", "'+'", "CODE"].map(
    (key) => `
   INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
     time_zone, campaign_id, code_id, channel, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor,
     refund_minor, currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor,
     presentment_refund_minor, entered_at)
   SELECT o.shop_id, o.id, ${key === "CODE" ? "k.code_key" : key}, 1, 'redemption', o.placed_at, (o.placed_at AT TIME ZONE 'UTC')::date,
     extract(hour FROM o.placed_at AT TIME ZONE 'UTC'), 'UTC', ${key === "CODE" ? "k.campaign_id, k.id" : "NULL, NULL"},
     o.channel, 1, 0, 1, 1, 3000, 500, 0, 'EUR', 'EUR', 3000, 500, 0, now()
   FROM shop_order o ${
     key === "CODE"
       ? `JOIN code k ON k.shop_id = o.shop_id AND k.id = (1 + o.id % 60) * 1000000
            + CASE WHEN (1 + o.id % 60) % 3 = 0 THEN 1 + o.id / 60 ELSE 1 END`
       : ""
   }
   WHERE o.shop_id = $1 ${key === "''" ? "" : "AND o.id <= $2"}`,
  ),
  `INSERT INTO issuance (shop_id, campaign_id, person_id, channel, at, created_at)
   SELECT $1, ('00000000-0000-4000-8000-' || lpad((1 + n % 60)::text, 12, '0'))::uuid, n, (ARRAY['mail', 'email', 'leaflet'])[1 + n % 3],
     now() - make_interval(days => (n % 300)::int), now()
   FROM generate_series(1, ${CODED} / 10) n`,
];
