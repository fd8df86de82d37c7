import { usedShare } from "#app/domain/campaign/used-share.ts";
import type { UsedShare } from "#app/domain/campaign/summary.ts";
import type { Live } from "#app/domain/insight/dashboard.ts";
import { addDays } from "#app/domain/shared/days.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { RUNNING, togetherSql } from "./together-sql.ts";

const CAMPAIGNS_SHOWN = 5;

export type DailyRow = {
  day: string;
  uses: number;
  orders: number;
  revenueMinor: number;
  discountMinor: number;
};
type HourRow = { day: string; hour: number; uses: number };
type UsedRow = {
  codeKind: string;
  codeCount: number;
  usesPerCode: number | null;
  totalCap: number | null;
  uses: number;
};
type Rows = {
  daily: DailyRow[];
  hours: HourRow[];
  campaigns: Live["campaigns"];
  used: UsedRow[];
};

/**
 * What home shows of the rollups: by day from a day on; right now, by hour of the shop's clock and by campaign today; and
 * the share of the codes that can be used now (or of the caps) that has been.
 */
export async function readNumbers(
  deps: Deps,
  shop: Shop,
  from: string,
): Promise<{ daily: Map<string, DailyRow>; live: Live; usedShare: UsedShare | null }> {
  const clock = zoneOf(shop.timeZone).wallClockOf(deps.now());
  const [today, hour] = [clock.slice(0, 10), Number(clock.slice(11, 13))];
  const { rows } = await deps.database.pool.query<Rows>(NUMBERS, [
    ...[shop.id, deps.now(), from, shop.currency],
    ...[addDays(today, -1), today, hour, CAMPAIGNS_SHOWN],
  ]);
  const { daily, hours, campaigns, used } = rows[0]!;
  return {
    daily: new Map(daily.map((row) => [row.day, row])),
    live: liveOf(today, hour, hours, campaigns),
    usedShare: usedOf(used),
  };
}

function liveOf(
  today: string,
  hour: number,
  hours: readonly HourRow[],
  campaigns: Live["campaigns"],
): Live {
  const on = (day: string, at: number) =>
    hours.find((row) => row.day === day && row.hour === at)?.uses ?? 0;
  const upToNow = Array.from({ length: hour + 1 }, (_, index) => index);
  const sum = (day: string) => upToNow.reduce((total, at) => total + on(day, at), 0);
  return {
    hour,
    hours: Array.from({ length: 24 }, (_, index) => {
      const at = hour - 23 + index;
      const day = at < 0 ? addDays(today, -1) : today;
      const hourOfDay = (at + 24) % 24;
      return { hour: `${String(hourOfDay).padStart(2, "0")}:00`, value: on(day, hourOfDay) };
    }),
    ...{ today: sum(today), yesterday: sum(addDays(today, -1)), campaigns },
  };
}

function usedOf(rows: readonly UsedRow[]): UsedShare | null {
  const shares = rows.flatMap((row) => usedShare(row) ?? []);
  // Batches and caps are different bases and are not mixed: batches say more.
  const batches = shares.filter((share) => share.of === "codes made");
  const shown = batches.length > 0 ? batches : shares;
  const [first] = shown;
  if (!first) return null;
  return {
    of: first.of,
    used: shown.reduce((sum, { used }) => sum + used, 0),
    base: shown.reduce((sum, { base }) => sum + base, 0),
  };
}

/** $1 shop, $2 now, $3 the first day, $4 currency, $5 yesterday, $6 today, $7 the hour, $8 how many campaigns. */
const NUMBERS = togetherSql({
  // Uses and orders count whatever an order's currency; amounts are of the shop's own only.
  daily: `
    SELECT to_char(day, 'YYYY-MM-DD') AS day,
      COALESCE(sum(redemptions - reversals) FILTER (WHERE key = 'redeemed'), 0)::int AS uses,
      COALESCE(sum(redemptions - reversals) FILTER (WHERE key = 'orders'), 0)::int AS orders,
      COALESCE(sum(revenue_minor) FILTER (WHERE key = 'coded' AND currency = $4), 0)::float8 AS "revenueMinor",
      COALESCE(sum(discount_minor) FILTER (WHERE key = 'coded' AND currency = $4), 0)::float8 AS "discountMinor"
    FROM rollup
    WHERE shop_id = $1 AND day >= $3::date AND grain = 'shop' AND key IN ('orders', 'coded', 'redeemed')
    GROUP BY rollup.day`,
  hours: `
    SELECT to_char(day, 'YYYY-MM-DD') AS day, hour, sum(redemptions - reversals)::int AS uses
    FROM rollup_hour WHERE shop_id = $1 AND grain = 'shop' AND key = 'redeemed' AND day >= $5::date
    GROUP BY rollup_hour.day, hour`,
  // The hours of today only: by the rollups of the day, which has an index by day, who was used at all.
  campaigns: `
    SELECT c.id, c.name, sum(d.redemptions - d.reversals)::int AS today,
      COALESCE((SELECT sum(h.redemptions - h.reversals) FROM rollup_hour h WHERE h.shop_id = c.shop_id
        AND h.grain = 'campaign' AND h.key = c.id::text AND h.day = $6::date AND h.hour = $7), 0)::int AS "thisHour"
    FROM rollup d JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.key::uuid
    WHERE d.shop_id = $1 AND d.grain = 'campaign' AND d.day = $6::date
    GROUP BY c.shop_id, c.id, c.name
    ORDER BY today DESC, c.name LIMIT $8`,
  // Only campaigns whose share has a base are summed up.
  used: `
    SELECT c.code_kind AS "codeKind", c.code_count AS "codeCount", c.total_cap AS "totalCap",
      c.uses_per_code AS "usesPerCode",
      (SELECT COALESCE(sum(redemptions - reversals), 0)::int FROM rollup r
        WHERE r.shop_id = c.shop_id AND r.grain = 'total' AND r.key = c.id::text) AS uses
    FROM campaign c
    WHERE ${RUNNING} AND (c.code_kind <> 'public' OR c.total_cap IS NOT NULL)`,
});
