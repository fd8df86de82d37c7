/**
 * How entries of the ledger add up to rollups; the same text folds new entries as they are appended and all of them when
 * rollups are rebuilt. Grains, each by shop-local day:
 *
 * - `code`, `campaign`: by their ids. Reports by part of the name and by segment join campaigns, a few hundred rows.
 * - `shop`: "orders" (all of them) and "coded" (those with a campaign's code); also by hour, as campaigns are.
 * - `channel`: all orders, by where they were placed.
 */
const HOURLY = `
    ('campaign', e.campaign_id::text),
    ('shop', CASE e.code_key WHEN '' THEN 'orders' WHEN '+' THEN 'coded' END)`;

const DAILY = `${HOURLY},
    ('code', e.code_id::text),
    ('channel', CASE e.code_key WHEN '' THEN e.channel END)`;

const SUMS = `sum(e.redemptions), sum(e.reversals), sum(e.revenue_minor), sum(e.discount_minor), sum(e.refund_minor)`;

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
  return `
  SELECT e.shop_id, g.grain, g.key, (e.effective_at AT TIME ZONE ${zone})::date AS day, e.currency, ${SUMS}, ${zone}
  FROM ${from} e CROSS JOIN LATERAL (VALUES ${DAILY}) AS g (grain, key)
  WHERE g.key IS NOT NULL
  GROUP BY e.shop_id, g.grain, g.key, 4, e.currency`;
}

/** As `daysOf`, by hour of the zone. */
export function hoursOf(from: string, zone: string): string {
  return `
  SELECT e.shop_id, g.grain, g.key, (e.effective_at AT TIME ZONE ${zone})::date AS day,
    extract(hour FROM e.effective_at AT TIME ZONE ${zone})::smallint AS hour, e.currency, ${SUMS}, ${zone}
  FROM ${from} e CROSS JOIN LATERAL (VALUES ${HOURLY}) AS g (grain, key)
  WHERE g.key IS NOT NULL
  GROUP BY e.shop_id, g.grain, g.key, 4, 5, e.currency`;
}

/** A statement that adds entries to the rollups by day. */
export function foldDays(from: string, zone: string): string {
  return `
  INSERT INTO rollup AS r (${DAY_COLUMNS}) ${daysOf(from, zone)} ORDER BY 2, 3, 4
  ON CONFLICT (shop_id, grain, key, day, currency) DO UPDATE SET ${ADD}`;
}

/** A statement that adds entries to the rollups by hour. */
export function foldHours(from: string, zone: string): string {
  return `
  INSERT INTO rollup_hour AS r (${HOUR_COLUMNS}) ${hoursOf(from, zone)} ORDER BY 2, 3, 4, 5
  ON CONFLICT (shop_id, grain, key, day, hour, currency) DO UPDATE SET ${ADD}`;
}
