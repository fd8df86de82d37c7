import type { Hours } from "#app/domain/insight/day-part.ts";
import { lessSums, NO_SUMS, type Sums } from "#app/domain/insight/figures.ts";
import type { Range } from "#app/domain/insight/range.ts";
import {
  ALL_ORDERS,
  CODED,
  REDEEMED,
  sliceText,
  UNCODED,
  type Slice,
} from "#app/domain/insight/slice.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The sums of a slice by day: days on which nothing happened are not in it. */
export type DailySums = Map<string, Sums>;

/**
 * What some slices brought on each day of a range, in the order asked; from the rollups. `hours`: in those of each day
 * only. Of some no rollup is kept: orders without a code are all orders less those with one.
 */
export async function readSums(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  slices: readonly Slice[],
  { from, to }: Range,
  hours: Hours | null = null,
): Promise<DailySums[]> {
  const kept = await Promise.all(slices.map((slice) => keptOf(deps, shop.id, slice)));
  const asked = kept.flat();
  const values = [shop.id, shop.currency, asked.map(({ grain }) => grain)];
  const { rows } = await deps.database.pool.query<Sums & { place: number; day: string }>(
    hours ? HOURLY : DAILY,
    [...values, asked.map(({ key }) => key), from, to, ...(hours ? [hours.first, hours.last] : [])],
  );
  const found = asked.map((): DailySums => new Map());
  for (const { place, day, ...sums } of rows) found[place - 1]?.set(day, sums);
  let place = 0;
  return kept.map(({ length }) => {
    const [own = new Map<string, Sums>(), ...less] = found.slice(place, (place += length));
    return less.reduce(lessDaily, own);
  });
}

/** The slices with rollups that one without is made of: the first less all others. */
async function keptOf(deps: Deps, shopId: number, slice: Slice): Promise<Slice[]> {
  if (sliceText(slice) === sliceText(UNCODED)) return [ALL_ORDERS, CODED];
  if (slice.grain !== "without") return [slice];
  const { rows } = await deps.database.pool.query<{ value: string }>(VALUES, [shopId, slice.key]);
  const grain = `dimension:${slice.key}`;
  return [REDEEMED, ...rows.map(({ value }): Slice => ({ grain, key: value }))];
}

const VALUES = "SELECT DISTINCT value FROM dimension_value WHERE shop_id = $1 AND field = $2";

function lessDaily(all: DailySums, some: DailySums): DailySums {
  return new Map([...all].map(([day, sums]) => [day, lessSums(sums, some.get(day) ?? NO_SUMS)]));
}

/** What the days of a range add up to. */
export function sumOver(daily: DailySums, { from, to }: Range): Sums {
  const sums = { ...NO_SUMS };
  for (const [day, own] of daily) {
    if (day < from || day > to) continue;
    for (const measure of Object.keys(sums) as (keyof Sums)[]) sums[measure] += own[measure];
  }
  return sums;
}

/**
 * A use counts whatever the order's currency; amounts are of the shop's own only.
 * SQL over rows `r`, `currency` a parameter.
 */
export const sumColumns = (currency: string) => `
    sum(r.redemptions)::int AS redemptions, sum(r.reversals)::int AS reversals,
    COALESCE(sum(r.revenue_minor) FILTER (WHERE r.currency = ${currency}), 0)::float8 AS "revenueMinor",
    COALESCE(sum(r.discount_minor) FILTER (WHERE r.currency = ${currency}), 0)::float8 AS "discountMinor",
    COALESCE(sum(r.refund_minor) FILTER (WHERE r.currency = ${currency}), 0)::float8 AS "refundMinor",
    COALESCE(sum(r.redemptions - r.reversals) FILTER (WHERE r.currency = ${currency}), 0)::int AS "pricedUses"`;

const dailyOf = (table: string, condition: string) => `
  SELECT s.place::int AS place, to_char(r.day, 'YYYY-MM-DD') AS day, ${sumColumns("$2")}
  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS s (grain, key, place)
  JOIN ${table} r ON r.shop_id = $1 AND r.grain = s.grain AND r.key = s.key AND r.day BETWEEN $5::date AND $6::date
    ${condition}
  GROUP BY s.place, r.day`;

const DAILY = dailyOf("rollup", "");
const HOURLY = dailyOf("rollup_hour", "AND r.hour BETWEEN $7::smallint AND $8::smallint");
