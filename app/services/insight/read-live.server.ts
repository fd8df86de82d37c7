import type { Live } from "#app/domain/insight/dashboard.ts";
import { addDays } from "#app/domain/shared/days.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const CAMPAIGNS_SHOWN = 5;

/** What is used right now: by hour of the shop's clock, and by campaign today. */
export async function readLive(deps: Deps, shop: Shop): Promise<Live> {
  const clock = zoneOf(shop.timeZone).wallClockOf(deps.now());
  const [today, hour] = [clock.slice(0, 10), Number(clock.slice(11, 13))];
  const { pool } = deps.database;
  const [{ rows: hours }, { rows: campaigns }] = await Promise.all([
    pool.query<{ day: string; hour: number; uses: number }>(HOURS, [shop.id, addDays(today, -1)]),
    pool.query<Live["campaigns"][number]>(CAMPAIGNS, [shop.id, today, hour, CAMPAIGNS_SHOWN]),
  ]);
  const on = (day: string, at: number) =>
    hours.find((row) => row.day === day && row.hour === at)?.uses ?? 0;
  const upToNow = Array.from({ length: hour + 1 }, (_, index) => index);
  const sum = (day: string) => upToNow.reduce((total, at) => total + on(day, at), 0);
  return {
    hours: Array.from({ length: 24 }, (_, index) => {
      const at = hour - 23 + index;
      const day = at < 0 ? addDays(today, -1) : today;
      const hourOfDay = (at + 24) % 24;
      return { hour: `${String(hourOfDay).padStart(2, "0")}:00`, value: on(day, hourOfDay) };
    }),
    ...{ today: sum(today), yesterday: sum(addDays(today, -1)), campaigns },
  };
}

const HOURS = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, hour, sum(redemptions - reversals)::int AS uses
  FROM rollup_hour WHERE shop_id = $1 AND grain = 'shop' AND key = 'redeemed' AND day >= $2::date
  GROUP BY day, hour`;

/** The hours of today only: by the rollups of the day, which has an index by day, who was used at all. */
const CAMPAIGNS = `
  SELECT c.id, c.name, sum(d.redemptions - d.reversals)::int AS today,
    COALESCE((SELECT sum(h.redemptions - h.reversals) FROM rollup_hour h WHERE h.shop_id = c.shop_id
      AND h.grain = 'campaign' AND h.key = c.id::text AND h.day = $2::date AND h.hour = $3), 0)::int AS "thisHour"
  FROM rollup d JOIN campaign c ON c.shop_id = d.shop_id AND c.id = d.key::uuid
  WHERE d.shop_id = $1 AND d.grain = 'campaign' AND d.day = $2::date
  GROUP BY c.shop_id, c.id, c.name
  ORDER BY today DESC, c.name LIMIT $4`;
