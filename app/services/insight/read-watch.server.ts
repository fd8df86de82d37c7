import { claimBand } from "#app/domain/anomaly/claim-band.ts";
import type { WatchedCode } from "#app/domain/anomaly/watch-codes.ts";
import { busyness, TICKS_A_WEEK, type WeekProfile } from "#app/domain/anomaly/week-profile.ts";
import { TICK_MS } from "#app/domain/anomaly/watch-ticks.ts";
import {
  COMES_BACK_MS,
  type Anomaly,
  type CampaignWatch,
  type WatchedHour,
} from "#app/domain/insight/watch.ts";
import { addDays, lastDays } from "#app/domain/shared/days.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const DAYS_SHOWN = 7;
const TICKS_AN_HOUR = 4;

type AskedAnomalies = {
  /** All when null. */
  campaignId: string | null;
  since: Date;
  /** So many in all, or `ofEach`: of those that were set aside and of the others. */
  most: number;
  ofEach?: boolean;
};

/**
 * What ran high lately, newest first. One that was set aside counts as new again when it still stands out `COMES_BACK_MS`
 * later; a new run is an alarm of its own anyway.
 */
export async function readAnomalies(
  deps: Deps,
  shopId: number,
  { campaignId, since, most, ofEach = false }: AskedAnomalies,
): Promise<Anomaly[]> {
  const { rows } = await deps.database.pool.query<Anomaly>(ANOMALIES, [
    ...[shopId, campaignId, since, most],
    ...[ofEach, TICK_MS, COMES_BACK_MS],
  ]);
  return rows;
}

/** Of each, with when it last stood out (the beginning of that tick), which belongs to the newest alarm. $6 and $7 in ms. */
const ANOMALIES = `
  WITH alarm AS (
    SELECT a.*, high.at AS high_at,
      a.set_aside_at IS NOT NULL AND NOT COALESCE(high.at >= a.set_aside_at + $7 * interval '1 millisecond', false) AS aside
    FROM claim_alarm a
    LEFT JOIN LATERAL (
      SELECT k.ticked_until - ((w.state ->> 'quiet')::int + 1) * $6 * interval '1 millisecond' AS at
      FROM claim_clock k JOIN claim_watch w ON w.shop_id = k.shop_id
      WHERE k.shop_id = a.shop_id AND w.campaign_id = a.campaign_id AND w.code_id = a.code_id
        AND NOT EXISTS (SELECT FROM claim_alarm n WHERE n.shop_id = a.shop_id AND n.campaign_id = a.campaign_id
          AND n.code_id = a.code_id AND n.at > a.at)
    ) high ON true
    WHERE a.shop_id = $1 AND ($2::uuid IS NULL OR a.campaign_id = $2::uuid)
  )
  SELECT a.campaign_id || '.' || a.code_id || '.' || floor(extract(epoch FROM a.at) * 1000)::bigint AS id,
    jsonb_build_object('id', c.id, 'name', c.name) AS campaign, k.code,
    to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, a.claims, a.expected,
    CASE WHEN a.aside THEN jsonb_build_object('by', a.set_aside_by,
      'at', to_char(a.set_aside_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS aside
  FROM (
    SELECT *, row_number() OVER (PARTITION BY $5 AND aside ORDER BY at DESC, campaign_id, code_id) AS place
    FROM alarm WHERE GREATEST(at, high_at) >= $3
  ) a
  JOIN campaign c ON c.shop_id = a.shop_id AND c.id = a.campaign_id
  LEFT JOIN code k ON k.shop_id = a.shop_id AND k.id = a.code_id
  WHERE a.place <= $4
  ORDER BY a.at DESC, a.campaign_id, a.code_id`;

/** A campaign's claims by hour over the last days, with the band they usually stay in. */
export async function readCampaignWatch(
  deps: Deps,
  shop: Shop,
  campaignId: string,
): Promise<CampaignWatch> {
  const clock = zoneOf(shop.timeZone).wallClockOf(deps.now());
  const today = clock.slice(0, 10);
  const since = addDays(today, 1 - DAYS_SHOWN);
  const [{ rows: states }, { rows: counts }, anomalies] = await Promise.all([
    deps.database.pool.query<{ state: WatchedCode; profile: WeekProfile }>(STATE, [
      shop.id,
      campaignId,
    ]),
    deps.database.pool.query<{ day: string; hour: number; claims: number }>(HOURS, [
      ...[shop.id, campaignId, since],
    ]),
    readAnomalies(deps, shop.id, {
      campaignId,
      since: new Date(deps.now().getTime() - DAYS_SHOWN * 86_400_000),
      most: 10,
    }),
  ]);
  const [state] = states;
  if (!state || state.state.age < TICKS_A_WEEK) return { hours: [], anomalies };
  const busy = busyness(state.profile);
  const hourNow = Number(clock.slice(11, 13));
  const hours = lastDays(today, DAYS_SHOWN).flatMap((day) => {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const last = day === today ? hourNow : 24;
    return Array.from({ length: last }, (_, hour): WatchedHour => {
      const tick = (weekday * 24 + hour) * TICKS_AN_HOUR;
      const band = claimBand(state.state.rate, busy.slice(tick, tick + TICKS_AN_HOUR));
      const counted = counts.find((row) => row.day === day && row.hour === hour);
      return { day, hour, claims: counted?.claims ?? 0, hasLines: counted !== undefined, ...band };
    });
  });
  return { hours, anomalies };
}

const STATE = `
  SELECT w.state, k.profile FROM claim_watch w JOIN claim_clock k ON k.shop_id = w.shop_id
  WHERE w.shop_id = $1 AND w.campaign_id = $2 AND w.code_id = 0`;

const HOURS = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, hour, sum(redemptions)::int AS claims
  FROM rollup_hour WHERE shop_id = $1 AND grain = 'campaign' AND key = $2::text AND day >= $3::date
  GROUP BY day, hour`;
