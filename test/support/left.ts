import type pg from "pg";

import type { Standin } from "#test/standin/server.ts";

/** Something that is not done yet: which thing, and how far it is. */
export type Left = { what: string; state: string };

/**
 * What is left to be done, by Shopify and by us, for one shop or for all. What Shopify tells while the database answers
 * counts as left: it was not in the inbox yet.
 */
export async function leftToDo(
  { standin, pool }: { standin: Standin; pool: pg.Pool },
  domain?: string,
): Promise<Left[]> {
  const told = () =>
    standin.outbound.sender
      .deliveries()
      .filter(({ shop }) => domain === undefined || shop === domain);
  const before = told();
  const undelivered = before.filter(({ state }) => state !== "delivered");
  const { rows } = await pool.query<Left>(LEFT, [domain ?? null]);
  const onTheWay = [...undelivered, ...told().slice(before.length)];
  return [...onTheWay.map(({ topic, state }) => ({ what: topic, state })), ...rows];
}

/**
 * Of campaigns their own state tells: a job that found another at work comes once more, late, and finds nothing to do.
 * Sweeps, comparisons of orders and checks come by themselves and wait for nobody. What a killed process held stays
 * "active" until the next one has sent it anew. Changes wait for their time, and orders a moment until they are scored.
 */
const LEFT = `
  WITH s AS (SELECT id FROM shop WHERE $1::text IS NULL OR domain = $1)
  SELECT 'campaign' AS what, c.sync_state AS state FROM campaign c JOIN s ON s.id = c.shop_id
  WHERE c.sync_state <> 'synced'
  UNION ALL
  SELECT 'webhook', m.topic FROM inbox_message m JOIN s ON s.id = m.shop_id
  WHERE m.state = 'new'
  UNION ALL
  SELECT 'standing', n.customer_id::text FROM standing n JOIN s ON s.id = n.shop_id
  WHERE n.dirty_since IS NOT NULL AND n.error IS NULL
  UNION ALL
  SELECT 'job', j.name || ' ' || j.state FROM pgboss.job j JOIN s ON s.id = (j.data ->> 'shopId')::int
  WHERE j.name NOT IN ('sync-campaign', 'sweep-discounts', 'compare-orders', 'check-books', 'keep-subscriptions', 'score-orders') AND (j.name <> 'run-changes' OR j.start_after < now()) AND (j.state IN ('created', 'retry') OR (j.state = 'active' AND j.started_on > (
    SELECT max(backend_start) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'bonafide-listen')))`;
