import type pg from "pg";

import { saidTogether } from "../person/put-together.server.ts";

/**
 * Notes that the standing of every customer account of these people must be written to Shopify. An account that only
 * ordered without a code is one of them, too: its next use is counted with those its owner had as a guest. So are the
 * accounts of whom staff put together with them.
 */
export async function markStandings(
  client: pg.PoolClient,
  shopId: number,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const people = (await saidTogether(client, shopId)).withOthers(personIds);
  await client.query(ADD, [shopId, people]);
  await client.query(MARK, [shopId, people, now]);
}

const MEMBER = `
  WITH member AS (
    SELECT id, id AS root FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])
    UNION SELECT id, root_id FROM person WHERE shop_id = $1 AND root_id = ANY ($2::bigint[])
  )`;

const ADD = `${MEMBER}
  INSERT INTO standing AS s (shop_id, customer_id, person_id, memberships)
  SELECT DISTINCT ON (o.customer_id) $1::int, o.customer_id, m.root, '{}'::text[]
  FROM member m JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  WHERE o.customer_id IS NOT NULL
  ORDER BY o.customer_id, o.placed_at DESC
  ON CONFLICT (shop_id, customer_id) DO UPDATE SET person_id = excluded.person_id`;

/**
 * `ordered_at` is where the lag is measured from: the payment (or the placing) of the first order since the last write
 * that is to be written now. An order told of long after, as when a store's past is read, tells of no lag.
 */
const MARK = `${MEMBER}, lately AS MATERIALIZED (
    SELECT m.root, COALESCE(o.paid_at, o.placed_at) AS at
    FROM member m JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
    WHERE COALESCE(o.paid_at, o.placed_at) BETWEEN $3::timestamptz - interval '7 days' AND $3::timestamptz
  ), bought AS MATERIALIZED (
    SELECT s.customer_id, min(l.at) AS at
    FROM lately l
    JOIN member m ON m.root = l.root
    JOIN standing s ON s.shop_id = $1 AND s.person_id = m.id
    WHERE s.written_at IS NULL OR l.at > s.written_at
    GROUP BY s.customer_id
  )
  UPDATE standing s SET dirty_since = COALESCE(s.dirty_since, $3), changes = s.changes + 1, error = NULL, urgency = 0,
    ordered_at = COALESCE(s.ordered_at, (SELECT b.at FROM bought b WHERE b.customer_id = s.customer_id))
  FROM member m WHERE s.shop_id = $1 AND s.person_id = m.id`;
