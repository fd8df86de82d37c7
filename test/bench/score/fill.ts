import type pg from "pg";

import { KEYS } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import type { IdentityIndex } from "#app/domain/identity/index/identity-index.ts";
import { NEWEST_MOST } from "#app/domain/identity/index/value-row.ts";
import {
  bytes,
  copyRows,
  float8,
  instant,
  int4,
  int8,
  int8s,
  jsonb,
  nothing,
  text,
} from "#app/infra/db/binary-copy.ts";
import { bytesOf } from "#app/services/identity/stored-order.server.ts";
import { withoutIndexes } from "../without-indexes.ts";
import type { KnownOrder } from "./known-orders.ts";

const TABLES = ["identity_order", "identity_value", "person", "shop_order", "ledger_entry"];
const FACTS = { codes: [], totalMinor: 4_000, isTest: false, couponSite: null };

/**
 * Writes orders as if the product had scored them: the index as it counts in memory, row by row, and the orders, people
 * and entries of the ledger behind them. @returns the same index, in memory.
 */
export async function fillIndex(
  client: pg.PoolClient,
  shopId: number,
  orders: readonly KnownOrder[],
): Promise<IdentityIndex> {
  const index = memoryIndex();
  const clusters = new Set<string>();
  for (const { encoded, cluster } of orders) {
    index.add(encoded, { cluster, absorbed: [], isRing: false });
    clusters.add(cluster);
  }
  const at = orders.at(-1)!.encoded.at;
  await withoutIndexes(client, TABLES, async () => {
    await copyRows(client, ORDER_COLUMNS, orderRows(shopId, orders));
    await copyRows(client, VALUE_COLUMNS, valueRows(shopId, index, orders, at));
    for (const statement of BEHIND) await client.query(statement, [shopId]);
    const { heat } = index.total(at);
    await client.query(INDEX, [shopId, clusters.size, heat, at / 1_000, orders.length]);
  });
  for (const campaign of new Set(orders.map(({ encoded }) => encoded.campaign))) {
    if (campaign === null) continue;
    const { uses, rings } = index.ringsOf(campaign);
    await client.query("INSERT INTO identity_scope VALUES ($1, $2, $3, $4)", [
      ...[shopId, campaign, uses, rings],
    ]);
  }
  await client.query("VACUUM (ANALYZE, FREEZE)");
  return index;
}

const ORDER_COLUMNS = `identity_order (shop_id, order_id, placed_at, version, words, keys, scope, facts, sequence, cluster_id)`;

function* orderRows(shopId: number, orders: readonly KnownOrder[]) {
  const shop = int4(shopId);
  const facts = jsonb(FACTS);
  for (const [place, { encoded, cluster }] of orders.entries()) {
    const { id, at, words, keys, campaign } = encoded;
    yield [
      ...[shop, int8(id), instant(at), instant(at), bytes(bytesOf(words)), bytes(bytesOf(keys))],
      ...[campaign === null ? nothing : text(campaign), facts, int8(place + 1), int8(cluster)],
    ];
  }
}

const VALUE_COLUMNS = "identity_value (shop_id, key, clusters, heat, heat_at, newest)";

/** By key, so that the primary key's index grows at its end. */
function* valueRows(
  shopId: number,
  index: IdentityIndex,
  orders: readonly KnownOrder[],
  at: number,
) {
  const keys = new Float64Array(orders.length * KEYS);
  for (const [n, { encoded }] of orders.entries()) keys.set(encoded.keys, n * KEYS);
  keys.sort();
  const [shop, now] = [int4(shopId), instant(at)];
  let last = 0;
  for (const key of keys) {
    if (key === last) continue;
    last = key;
    const { clusters, heat } = index.countOf(key, at);
    const newest = index.newest(key, NEWEST_MOST).map(({ order }) => order.id);
    yield [shop, int8(key), int4(clusters), float8(heat), now, int8s(newest)];
  }
}

/** A person a cluster; an order's own entry and, with a campaign's code, that and the one of coded orders. */
const BEHIND = [
  `INSERT INTO person (shop_id, id, created_at)
   SELECT DISTINCT $1::int, cluster_id, now() FROM identity_order WHERE shop_id = $1`,
  `INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
     presentment_currency, presentment_total_minor, presentment_discount_minor, financial_status, test, codes, refunds,
     disputes, person_id, channel)
   SELECT shop_id, order_id, '#' || order_id, placed_at, placed_at, 'EUR', 4000, 500, 'EUR', 4000, 500, 'paid', false,
     CASE WHEN scope IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('code', c.name, 'key', c.name,
       'discountMinor', 500, 'presentmentMinor', 500)) END, '[]', '[]', cluster_id, 'web'
   FROM identity_order o LEFT JOIN (SELECT id::text AS id, name FROM campaign WHERE shop_id = $1) c ON c.id = o.scope
   WHERE shop_id = $1`,
  ...["''", "'+'", "c.name"].map(
    (key) => `
   INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
     time_zone, campaign_id, code_id, channel, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor,
     refund_minor, currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor,
     presentment_refund_minor, entered_at)
   SELECT o.shop_id, o.order_id, ${key}, s.step, CASE s.step WHEN 1 THEN 'redemption' ELSE 'reversal' END, o.placed_at,
     o.placed_at::date, extract(hour FROM o.placed_at), 'UTC', ${key === "c.name" ? "c.id" : "NULL"}, NULL, 'web',
     2 - s.step, s.step - 1, 3 - 2 * s.step, 2 - s.step, 4000, 500, 0, 'EUR', 'EUR', 4000, 500, 0, now()
   FROM identity_order o LEFT JOIN campaign c ON c.shop_id = o.shop_id AND c.id::text = o.scope
   CROSS JOIN LATERAL generate_series(1, CASE WHEN o.order_id % 25 = 7 THEN 2 ELSE 1 END) AS s (step)
   WHERE o.shop_id = $1 ${key === "''" ? "" : "AND o.scope IS NOT NULL"}`,
  ),
  `SELECT setval(pg_get_serial_sequence('person', 'id'), max(id)) FROM person WHERE shop_id = $1`,
];

const INDEX = `
  INSERT INTO identity_index (shop_id, clusters, heat, heat_at, sequence, version, placed_at, scored_at)
  VALUES ($1, $2, $3, to_timestamp($4), $5, 1, to_timestamp($4), now())`;
