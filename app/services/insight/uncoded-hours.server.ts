import type { Range } from "#app/domain/insight/range.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

type Hour = { day: string; hour: number };

/**
 * The hours in which orders without a code were placed, taken back or refunded, the newest up to `last` first, and no more than
 * hold `most` lines: so that a list of few among many orders with a code does not walk them all. What was entered wrongly and
 * taken back within an hour may be missing. As the rollups have them, so in the zone they are folded in.
 */
export async function uncodedHours(
  deps: Deps,
  shop: Pick<Shop, "id">,
  { from, to }: Range,
  last: Hour,
  most: number,
): Promise<Hour[]> {
  const { rows } = await deps.database.pool.query<Hour>(HOURS, [
    ...[shop.id, from, to, last.day, last.hour, most],
  ]);
  return rows;
}

const less = (measure: string) =>
  `sum(CASE key WHEN 'orders' THEN ${measure} ELSE -${measure} END)`;
const LEFT = ["redemptions", "reversals", "revenue_minor", "refund_minor"].map(less).join(", ");

/**
 * SQL: of a table of rollups the newest `places` (columns) up to the `last` with anything left, until there are enough lines.
 * The last may be read in part already, so it is not counted; an order is at least one line.
 */
const newest = (table: string, places: string, last: string, condition = "true") => `
  SELECT ${places} FROM (
    SELECT ${places}, sum(lines) FILTER (WHERE (${places}) < (${last}))
      OVER (ORDER BY (${places}) DESC) - lines AS later
    FROM (
      SELECT ${places}, ${less("redemptions")} AS lines FROM ${table}
      WHERE shop_id = $1 AND grain = 'shop' AND key IN ('orders', 'coded')
        AND day BETWEEN $2::date AND $3::date AND (${places}) <= (${last}) AND ${condition}
      GROUP BY ${places} HAVING (${LEFT}) <> (0, 0, 0, 0)
    ) l
  ) n WHERE later IS NULL OR later < $6`;

/** The days first: there are few, and only theirs are the hours looked at. */
const HOURS = `
  WITH days AS MATERIALIZED (${newest("rollup", "day", "$4::date")}),
    hours AS (${newest("rollup_hour", "day, hour", "$4::date, $5::smallint", "day IN (SELECT day FROM days)")})
  SELECT to_char(h.day, 'YYYY-MM-DD') AS day, h.hour FROM hours h ORDER BY h.day DESC, h.hour DESC`;
