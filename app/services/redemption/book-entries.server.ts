import type pg from "pg";

import {
  entriesToBook,
  type Booked,
  type Entry,
  type Running,
} from "#app/domain/redemption/entries.ts";
import { isKnown, type OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { targetBalances, type JoinedCode } from "#app/domain/redemption/target.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { markUsedCodes } from "./mark-used-codes.server.ts";
import { rebuildRollups } from "./rebuild-rollups.server.ts";
import { foldInto } from "./rollup-sql.ts";

export type BookedEntry = Entry & { orderId: string };

/**
 * Appends to the ledger whatever brings these orders to what their facts say, and folds the same entries into the
 * rollups. Nothing is appended for an order whose balances are right already.
 */
export async function bookEntries(
  client: pg.PoolClient,
  shop: Pick<Shop, "id" | "timeZone" | "rollupZone">,
  orders: readonly OrderFacts[],
  codes: ReadonlyMap<string, JoinedCode[]>,
  now: Date,
): Promise<BookedEntry[]> {
  const known = orders.filter(isKnown);
  if (known.length === 0) return [];
  const ledger = await readLedger(
    client,
    shop.id,
    known.map(({ id }) => id),
  );
  const entries = known.flatMap((order) => {
    const { booked = [], running = [] } = ledger.get(order.id) ?? {};
    const found = entriesToBook(targetBalances(order, codes.get(order.id) ?? []), booked, running);
    return found.map((entry) => ({ ...entry, orderId: order.id }));
  });
  if (entries.length === 0) return [];
  const values = [shop.id, shop.timeZone, now, JSON.stringify(entries)];
  if (shop.rollupZone === shop.timeZone) await client.query(APPEND_AND_FOLD, values);
  else {
    await client.query(APPEND, values);
    await rebuildRollups(client, shop);
  }
  await markUsedCodes(client, shop.id, entries);
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
  SELECT order_id::text AS "orderId", code_key AS key, campaign_id AS "campaignId", code_id::text AS "codeId", currency,
         presentment_currency AS "presentmentCurrency", channel,
         ${instantSql("effective_at")} AS at, count(*)::int AS entries,
         bool_or(kind = 'redemption') AS redeemed,
         sum(redemptions)::int AS redemptions, sum(reversals)::int AS reversals,
         sum(revenue_minor)::float8 AS "revenueMinor", sum(discount_minor)::float8 AS "discountMinor",
         sum(refund_minor)::float8 AS "refundMinor",
         sum(presentment_revenue_minor)::float8 AS "presentmentRevenueMinor",
         sum(presentment_discount_minor)::float8 AS "presentmentDiscountMinor",
         sum(presentment_refund_minor)::float8 AS "presentmentRefundMinor"
  FROM ledger_entry WHERE shop_id = $1 AND order_id = ANY ($2::bigint[])
  GROUP BY order_id, code_key, campaign_id, code_id, currency, presentment_currency, channel, effective_at`;

const APPEND = `
  INSERT INTO ledger_entry (shop_id, order_id, code_key, sequence, kind, effective_at, effective_day, effective_hour,
    time_zone, campaign_id, code_id, channel, redemptions, reversals, uses, uses_after, revenue_minor, discount_minor,
    refund_minor, currency, presentment_currency, presentment_revenue_minor, presentment_discount_minor,
    presentment_refund_minor, entered_at)
  SELECT $1, e."orderId", e.key, e.sequence, e.kind, e.at, (e.at AT TIME ZONE $2::text)::date,
    extract(hour FROM e.at AT TIME ZONE $2::text), $2::text, e."campaignId", e."codeId", e.channel, e.redemptions, e.reversals,
    e.uses, e."usesAfter", e."revenueMinor", e."discountMinor", e."refundMinor", e.currency, e."presentmentCurrency",
    e."presentmentRevenueMinor", e."presentmentDiscountMinor", e."presentmentRefundMinor", $3
  FROM json_to_recordset($4::json) AS e (
    "orderId" bigint, key text, sequence int, kind text, at timestamptz, "campaignId" uuid, "codeId" bigint,
    channel text, redemptions int, reversals int, uses int, "usesAfter" int, "revenueMinor" bigint,
    "discountMinor" bigint, "refundMinor" bigint, currency text, "presentmentCurrency" text,
    "presentmentRevenueMinor" bigint, "presentmentDiscountMinor" bigint, "presentmentRefundMinor" bigint)
  ORDER BY e."orderId", e.key, e.sequence`;

const APPEND_AND_FOLD = foldInto(`appended AS (${APPEND} RETURNING *)`, "appended", "$2::text");
