import { labelled, SUMS } from "./label-sql.ts";

/**
 * How entries of the ledger add up to rollups; the same text folds new entries as they are appended, all of them when
 * rollups are rebuilt, and what the check compares with. Grains, each by shop-local day and hour:
 *
 * - `code`, `campaign`: by their ids.
 * - `shop`: "orders" (all of them), "coded" (those with a campaign's code) and "redeemed" (the uses of campaigns' codes:
 *   an order with two campaigns' codes stands here twice, as it does under the campaigns).
 * - `channel`, `channel_coded`: all orders, and those with a campaign's code, by where they were placed.
 * - `segment`, `dimension:FIELD`: see `label-sql`. They follow from the codes' and campaigns' sums.
 * - `total`: a campaign's, over all days; of days only, where its day is 1970-01-01. Lists of campaigns read no other.
 */
const GRAINS = `
    ('campaign', e.campaign_id::text),
    ('code', e.code_id::text),
    ('shop', CASE WHEN e.code_key = '' THEN 'orders' WHEN e.code_key = '+' THEN 'coded'
      WHEN e.campaign_id IS NOT NULL THEN 'redeemed' END),
    ('channel', CASE e.code_key WHEN '' THEN e.channel END),
    ('channel_coded', CASE e.code_key WHEN '+' THEN e.channel END)`;

const MEASURES = "redemptions, reversals, revenue_minor, discount_minor, refund_minor";

export const DAY_COLUMNS = `shop_id, grain, key, day, currency, ${MEASURES}, time_zone`;
export const HOUR_COLUMNS = `shop_id, grain, key, day, hour, currency, ${MEASURES}, time_zone`;

const ADD = `
    redemptions = r.redemptions + excluded.redemptions, reversals = r.reversals + excluded.reversals,
    revenue_minor = r.revenue_minor + excluded.revenue_minor,
    discount_minor = r.discount_minor + excluded.discount_minor,
    refund_minor = r.refund_minor + excluded.refund_minor`;

/** What entries (`from`, a table or a CTE of the ledger's) add up to by day of a zone (`zone`, SQL). */
export function daysOf(from: string, zone: string): string {
  return `${allOf(from, zone, "", "day", DAY_COLUMNS)}
  UNION ALL
  SELECT shop_id, 'total', key, DATE '1970-01-01', e.currency, ${SUMS}, time_zone FROM own e WHERE grain = 'campaign'
  GROUP BY shop_id, key, e.currency, time_zone`;
}

/** As `daysOf`, by hour of the zone. */
export function hoursOf(from: string, zone: string): string {
  const hour = `extract(hour FROM e.effective_at AT TIME ZONE ${zone})::smallint AS hour,`;
  return allOf(from, zone, hour, "day, hour", HOUR_COLUMNS);
}

function allOf(from: string, zone: string, hour: string, time: string, columns: string): string {
  return `
  WITH own AS MATERIALIZED (
    SELECT e.shop_id, g.grain, g.key, (e.effective_at AT TIME ZONE ${zone})::date AS day, ${hour} e.currency, ${SUMS},
      ${zone} AS time_zone
    FROM ${from} e CROSS JOIN LATERAL (VALUES ${GRAINS}) AS g (grain, key)
    WHERE g.key IS NOT NULL
    GROUP BY e.shop_id, g.grain, g.key, ${time}, e.currency
  )
  SELECT ${columns} FROM own UNION ALL ${labelled("own", time)}`;
}

/** A statement that adds entries to the rollups by day. */
export function foldDays(from: string, zone: string): string {
  return `
  INSERT INTO rollup AS r (${DAY_COLUMNS})
  SELECT * FROM (${daysOf(from, zone)}) AS f ORDER BY grain, key, day
  ON CONFLICT (shop_id, grain, key, day, currency) DO UPDATE SET ${ADD}`;
}

/** A statement that adds entries to the rollups by hour. */
export function foldHours(from: string, zone: string): string {
  return `
  INSERT INTO rollup_hour AS r (${HOUR_COLUMNS})
  SELECT * FROM (${hoursOf(from, zone)}) AS f ORDER BY grain, key, day, hour
  ON CONFLICT (shop_id, grain, key, day, hour, currency) DO UPDATE SET ${ADD}`;
}
