import { NO_SUMS, type Sums } from "#app/domain/insight/figures.ts";
import type { Range } from "#app/domain/insight/range.ts";
import type { Slice } from "#app/domain/insight/slice.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The sums of a slice by day: days on which nothing happened are not in it. */
export type DailySums = Map<string, Sums>;

/** What some slices brought on each day of a range, in the order asked; from the rollups. */
export async function readSums(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  slices: readonly Slice[],
  { from, to }: Range,
): Promise<DailySums[]> {
  const grains = slices.map(({ grain }) => grain);
  const keys = slices.map(({ key }) => key);
  const { rows } = await deps.database.pool.query<Sums & { place: number; day: string }>(DAILY, [
    ...[shop.id, shop.currency, grains, keys, from, to],
  ]);
  const found = slices.map((): DailySums => new Map());
  for (const { place, day, ...sums } of rows) found[place - 1]?.set(day, sums);
  return found;
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

/** A use counts whatever the order's currency; amounts are of the shop's own only. SQL over `rollup r`, $2 currency. */
export const SUM_COLUMNS = `
    sum(r.redemptions)::int AS redemptions, sum(r.reversals)::int AS reversals,
    COALESCE(sum(r.revenue_minor) FILTER (WHERE r.currency = $2), 0)::float8 AS "revenueMinor",
    COALESCE(sum(r.discount_minor) FILTER (WHERE r.currency = $2), 0)::float8 AS "discountMinor",
    COALESCE(sum(r.refund_minor) FILTER (WHERE r.currency = $2), 0)::float8 AS "refundMinor",
    COALESCE(sum(r.redemptions - r.reversals) FILTER (WHERE r.currency = $2), 0)::int AS "pricedUses"`;

const DAILY = `
  SELECT s.place::int AS place, to_char(r.day, 'YYYY-MM-DD') AS day, ${SUM_COLUMNS}
  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS s (grain, key, place)
  JOIN rollup r ON r.shop_id = $1 AND r.grain = s.grain AND r.key = s.key AND r.day BETWEEN $5::date AND $6::date
  GROUP BY s.place, r.day`;
