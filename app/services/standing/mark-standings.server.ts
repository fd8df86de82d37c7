import type pg from "pg";

import type { KnownOrder } from "../redemption/order-rows.server.ts";

/** Notes that the standing of these people's customer accounts must be written to Shopify; new accounts are added. */
export async function markStandings(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
  orders: readonly KnownOrder[],
  now: Date,
): Promise<void> {
  const accounts = new Map<string, string>();
  for (const { customerId, personId } of orders) {
    if (customerId && personId && personIds.includes(personId)) accounts.set(customerId, personId);
  }
  const rows = [...accounts].map(([customerId, personId]) => ({ customerId, personId }));
  await client.query(ADD, [shopId, JSON.stringify(rows), now]);
  await client.query(MARK, [shopId, personIds, now]);
}

const ADD = `
  INSERT INTO standing AS s (shop_id, customer_id, person_id, segments, dirty_since)
  SELECT $1, a."customerId", a."personId", '{}', $3
  FROM jsonb_to_recordset($2::jsonb) AS a ("customerId" bigint, "personId" bigint)
  ON CONFLICT (shop_id, customer_id) DO UPDATE
  SET person_id = excluded.person_id, dirty_since = COALESCE(s.dirty_since, excluded.dirty_since),
      changes = s.changes + 1, error = NULL`;

const MARK = `
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3), changes = s.changes + 1, error = NULL
  FROM person p
  WHERE s.shop_id = $1 AND p.shop_id = s.shop_id AND p.id = s.person_id
    AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
