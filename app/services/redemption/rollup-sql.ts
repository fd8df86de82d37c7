import { LABELLED, SUMS } from "./label-sql.ts";

const MEASURES = "redemptions, reversals, revenue_minor, discount_minor, refund_minor";

export const DAY_COLUMNS = `shop_id, grain, key, day, currency, ${MEASURES}, time_zone`;
export const HOUR_COLUMNS = `shop_id, grain, key, day, hour, currency, ${MEASURES}, time_zone`;

const ADD = `
    redemptions = r.redemptions + excluded.redemptions, reversals = r.reversals + excluded.reversals,
    revenue_minor = r.revenue_minor + excluded.revenue_minor,
    discount_minor = r.discount_minor + excluded.discount_minor,
    refund_minor = r.refund_minor + excluded.refund_minor`;

/** The end of an insertion whose rows take the place of those there are. */
export const REPLACE = `DO UPDATE SET (${MEASURES}, time_zone) = (${[
  ...MEASURES.split(", "),
  "time_zone",
]
  .map((column) => `excluded.${column}`)
  .join(", ")})`;

/**
 * What entries (`from`, a table or a CTE of the ledger's) add up to by hour of a zone (`zone`, SQL): rows of
 * `HOUR_COLUMNS`. The same text folds new entries as they are appended, all of them when rollups are rebuilt, and what
 * the check compares with. Grains:
 *
 * - `code`, `campaign`: by their ids.
 * - `shop`: "orders" (all of them), "coded" (those with a campaign's code) and "redeemed" (the uses of campaigns' codes:
 *   an order with two campaigns' codes stands here twice, as it does under the campaigns).
 * - `channel`, `channel_coded`: all orders, and those with a campaign's code, by where they were placed.
 * - `segment`, `dimension:FIELD`: see `label-sql`. They follow from the codes' and campaigns' sums.
 *
 * Entries are first brought together by what all grains have in common, so that few rows are left to sum up again.
 */
export function hoursOf(from: string, zone: string): string {
  const sumsBy = (grain: string, key: string, where: string, by: string) => `
    SELECT e.shop_id, ${grain} AS grain, ${key} AS key, e.day, e.hour, e.currency, ${SUMS}, ${zone} AS time_zone
    FROM entries e WHERE ${where} GROUP BY e.shop_id, ${by}, e.day, e.hour, e.currency`;
  return `
  WITH entries AS MATERIALIZED (
    SELECT e.shop_id, e.campaign_id, e.code_id, e.channel, e.currency, ${SUMS},
      CASE WHEN e.code_key IN ('', '+') THEN e.code_key ELSE 'code' END AS account,
      (e.effective_at AT TIME ZONE ${zone})::date AS day,
      extract(hour FROM e.effective_at AT TIME ZONE ${zone})::smallint AS hour
    FROM ${from} e GROUP BY e.shop_id, e.campaign_id, e.code_id, e.channel, e.currency, account, day, hour
  ), own AS MATERIALIZED (
    ${sumsBy("'campaign'", "e.campaign_id::text", "e.campaign_id IS NOT NULL", "e.campaign_id")}
    UNION ALL
    ${sumsBy("'code'", "e.code_id::text", "e.code_id IS NOT NULL", "e.code_id")}
    UNION ALL
    ${sumsBy("'shop'", ACCOUNT, "e.account <> 'code' OR e.campaign_id IS NOT NULL", "e.account")}
    UNION ALL
    ${sumsBy(CHANNEL, "e.channel", "e.account <> 'code' AND e.channel IS NOT NULL", "e.account, e.channel")}
  )
  SELECT ${HOUR_COLUMNS} FROM own UNION ALL (${LABELLED})`;
}

const ACCOUNT = "CASE e.account WHEN '' THEN 'orders' WHEN '+' THEN 'coded' ELSE 'redeemed' END";
const CHANNEL = "CASE e.account WHEN '' THEN 'channel' ELSE 'channel_coded' END";

/**
 * What sums by hour (`hours`, a table or a CTE) add up to by day: rows of `DAY_COLUMNS`. Of days only there is a `total`,
 * a campaign's over all days, where its day is 1970-01-01. Lists of campaigns read no other.
 */
export function daysOf(hours: string): string {
  return `
  SELECT e.shop_id, e.grain, e.key, e.day, e.currency, ${SUMS}, e.time_zone
  FROM ${hours} e GROUP BY e.shop_id, e.grain, e.key, e.day, e.currency, e.time_zone
  UNION ALL
  SELECT e.shop_id, 'total', e.key, DATE '1970-01-01', e.currency, ${SUMS}, e.time_zone
  FROM ${hours} e WHERE e.grain = 'campaign' GROUP BY e.shop_id, e.key, e.currency, e.time_zone`;
}

/**
 * A statement's end that adds entries to the rollups by hour and by day.
 * `before`: its CTEs so far, of which `from` may be one.
 */
export function foldInto(before: string, from: string, zone: string): string {
  return `
  WITH ${before}, hours AS MATERIALIZED (${hoursOf(from, zone)}), by_hour AS (
    INSERT INTO rollup_hour AS r (${HOUR_COLUMNS})
    SELECT * FROM hours ORDER BY grain, key, day, hour
    ON CONFLICT (shop_id, grain, key, day, hour, currency) DO UPDATE SET ${ADD}
  )
  INSERT INTO rollup AS r (${DAY_COLUMNS})
  SELECT * FROM (${daysOf("hours")}) AS f ORDER BY grain, key, day
  ON CONFLICT (shop_id, grain, key, day, currency) DO UPDATE SET ${ADD}`;
}
