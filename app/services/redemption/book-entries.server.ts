import type pg from "pg";

import {
  entriesToBook,
  type Booked,
  type Entry,
  type Running,
} from "#app/domain/redemption/entries.ts";
import { isKnown, type OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { targetBalances, type JoinedCode } from "#app/domain/redemption/target.ts";
import type { Zone } from "#app/domain/shared/zone.ts";

export type BookedEntry = Entry & { orderId: string; currency: string };

/**
 * Appends to the ledger whatever brings these orders to what their facts say, and folds the same entries into the
 * rollups. Nothing is appended for an order whose balances are right already.
 */
export async function bookEntries(
  client: pg.PoolClient,
  shop: { id: number; zone: Zone; now: Date },
  orders: readonly OrderFacts[],
  codes: ReadonlyMap<string, JoinedCode[]>,
): Promise<BookedEntry[]> {
  const known = orders.filter(isKnown);
  if (known.length === 0) return [];
  const ledger = await readLedger(
    client,
    shop.id,
    known.map(({ id }) => id),
  );
  const dayOf = (instant: string) => shop.zone.dayOf(new Date(instant));
  const entries = known.flatMap((order) => {
    const { booked = [], running = [] } = ledger.get(order.id) ?? {};
    const target = targetBalances(order, codes.get(order.id) ?? [], dayOf);
    const found = entriesToBook(target, booked, running, order.version);
    return found.map((entry) => ({ ...entry, orderId: order.id, currency: order.currency }));
  });
  if (entries.length === 0) return [];
  await client.query(APPEND, [shop.id, shop.zone.name, shop.now, JSON.stringify(entries)]);
  await client.query(FOLD, [shop.id, JSON.stringify(entries)]);
  return entries;
}

type OrderLedger = { booked: Booked[]; running: Running[] };

/** What the ledger says of some orders, each account summed up. */
async function readLedger(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, OrderLedger>> {
  const { rows } = await client.query<
    Booked & { orderId: string; entries: number; redeemed: boolean }
  >(READ, [shopId, orderIds]);
  const ledger = new Map<string, OrderLedger>();
  for (const { orderId, entries, redeemed, ...balance } of rows) {
    const of = ledger.get(orderId) ?? { booked: [], running: [] };
    ledger.set(orderId, of);
    of.booked.push(balance);
    const total = of.running.find(({ key }) => key === balance.key);
    if (total) {
      total.sequence += entries;
      total.uses += balance.redemptions - balance.reversals;
      total.redeemedBefore ||= redeemed;
    } else {
      const uses = balance.redemptions - balance.reversals;
      of.running.push({ key: balance.key, sequence: entries, uses, redeemedBefore: redeemed });
    }
  }
  return ledger;
}

const READ = `
  SELECT order_id::text AS "orderId", code_key AS key, campaign_id AS "campaignId", code_id::text AS "codeId",
         to_char(effective_day, 'YYYY-MM-DD') AS day, count(*)::int AS entries,
         bool_or(kind = 'redemption') AS redeemed,
         sum(redemptions)::int AS redemptions, sum(reversals)::int AS reversals,
         sum(revenue_minor)::float8 AS "revenueMinor", sum(discount_minor)::float8 AS "discountMinor",
         sum(refund_minor)::float8 AS "refundMinor"
  FROM ledger_entry WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])
  GROUP BY 1, 2, 3, 4, effective_day`;

const ENTRY_COLUMNS = `(
    "orderId" bigint, key text, sequence int, kind text, at timestamptz, day date, "campaignId" uuid, "codeId" bigint,
    redemptions int, reversals int, uses int, "usesAfter" int, "revenueMinor" bigint, "discountMinor" bigint,
    "refundMinor" bigint, currency text)`;

const APPEND = `
  INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, time_zone,
    campaign_id, code_id, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor, refund_minor,
    currency, entered_at)
  SELECT $1, e."orderId", e.key, e.sequence, e.kind, e.at, e.day, $2, e."campaignId", e."codeId", e.redemptions,
    e.reversals, e.uses, e."usesAfter", e."revenueMinor", e."discountMinor", e."refundMinor", e.currency, $3
  FROM jsonb_to_recordset($4::jsonb) AS e ${ENTRY_COLUMNS}
  ORDER BY e."orderId", e.key, e.sequence`;

/** Grains: "code" and "campaign" by their ids; "shop" by "orders" (all of them) and "coded" (with a campaign's code). */
const FOLD = `
  INSERT INTO rollup AS r (shop_id, grain, key, day, currency, redemptions, reversals, revenue_minor, discount_minor, refund_minor)
  SELECT $1, g.grain, g.key, e.day, e.currency, sum(e.redemptions), sum(e.reversals), sum(e."revenueMinor"),
         sum(e."discountMinor"), sum(e."refundMinor")
  FROM jsonb_to_recordset($2::jsonb) AS e ${ENTRY_COLUMNS}
  CROSS JOIN LATERAL (VALUES
    ('code', e."codeId"::text),
    ('campaign', e."campaignId"::text),
    ('shop', CASE e.key WHEN '' THEN 'orders' WHEN '+' THEN 'coded' END)
  ) AS g (grain, key)
  WHERE g.key IS NOT NULL
  GROUP BY g.grain, g.key, e.day, e.currency
  ORDER BY g.grain, g.key, e.day
  ON CONFLICT (shop_id, grain, key, day, currency) DO UPDATE SET
    redemptions = r.redemptions + excluded.redemptions, reversals = r.reversals + excluded.reversals,
    revenue_minor = r.revenue_minor + excluded.revenue_minor,
    discount_minor = r.discount_minor + excluded.discount_minor,
    refund_minor = r.refund_minor + excluded.refund_minor`;
