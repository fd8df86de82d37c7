import type pg from "pg";

import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";

/** An order's facts with the person behind it, as far as they are known to be one with others. */
export type KnownOrder = OrderFacts & { personId: string | null };

/** What we know of some orders, by id. */
export async function readOrders(
  client: pg.PoolClient,
  shopId: number,
  ids: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const { rows } = await client.query<KnownOrder>(READ, [shopId, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const READ = `
  SELECT o.id::text, name, ${instantSql("placed_at")} AS "placedAt", ${instantSql("version")} AS version, currency,
         total_minor::float8 AS "totalMinor", discount_minor::float8 AS "discountMinor", channel, disputes,
         jsonb_build_object('currency', presentment_currency, 'totalMinor', presentment_total_minor,
           'discountMinor', presentment_discount_minor) AS presentment,
         financial_status AS "financialStatus", test, ${instantSql("cancelled_at")} AS "cancelledAt",
         ${instantSql("paid_at")} AS "paidAt", ${instantSql("expired_at")} AS "expiredAt", codes, refunds,
         customer_id::text AS "customerId", COALESCE(p.root_id, p.id)::text AS "personId"
  FROM shop_order o LEFT JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  WHERE o.shop_id = $1 AND o.id = ANY ($2::bigint[])`;

export async function writeOrders(
  client: pg.PoolClient,
  shopId: number,
  orders: readonly KnownOrder[],
): Promise<void> {
  await client.query(WRITE, [shopId, JSON.stringify(orders)]);
}

const WRITE = `
  INSERT INTO shop_order (shop_id, id, name, placed_at, version, currency, total_minor, discount_minor,
    financial_status, test, cancelled_at, paid_at, expired_at, codes, refunds, customer_id, person_id,
    presentment_currency, presentment_total_minor, presentment_discount_minor, channel, disputes)
  SELECT $1, o.id, o.name, o."placedAt", o.version, o.currency, o."totalMinor", o."discountMinor",
    o."financialStatus", o.test, o."cancelledAt", o."paidAt", o."expiredAt", o.codes, o.refunds, o."customerId", o."personId",
    o.presentment ->> 'currency', (o.presentment ->> 'totalMinor')::bigint,
    (o.presentment ->> 'discountMinor')::bigint, o.channel, o.disputes
  FROM json_to_recordset($2::json) AS o (id bigint, name text, "placedAt" timestamptz, version timestamptz,
    currency text, "totalMinor" bigint, "discountMinor" bigint, "financialStatus" text, test boolean,
    "cancelledAt" timestamptz, "paidAt" timestamptz, "expiredAt" timestamptz, codes jsonb, refunds jsonb,
    "customerId" bigint, "personId" bigint, presentment jsonb, channel text, disputes jsonb)
  ON CONFLICT (shop_id, id) DO UPDATE SET
    name = excluded.name, placed_at = excluded.placed_at, version = excluded.version, currency = excluded.currency,
    total_minor = excluded.total_minor, discount_minor = excluded.discount_minor,
    financial_status = excluded.financial_status, test = excluded.test, cancelled_at = excluded.cancelled_at,
    paid_at = excluded.paid_at, expired_at = excluded.expired_at, codes = excluded.codes,
    refunds = excluded.refunds, customer_id = excluded.customer_id, person_id = excluded.person_id,
    presentment_currency = excluded.presentment_currency, presentment_total_minor = excluded.presentment_total_minor,
    presentment_discount_minor = excluded.presentment_discount_minor, channel = excluded.channel,
    disputes = excluded.disputes`;
