import type pg from "pg";

import type {
  Announced,
  Announcement,
  ClaimAlarm,
  ClaimTick,
  Watch,
} from "#app/domain/anomaly/watch-ticks.ts";
import { TICK_MS, watchTicks } from "#app/domain/anomaly/watch-ticks.ts";
import type { WatchedCode } from "#app/domain/anomaly/watch-codes.ts";
import { EMPTY_PROFILE, TICKS_A_WEEK, type WeekProfile } from "#app/domain/anomaly/week-profile.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const DAY_MS = 24 * 60 * 60_000;
/** A first look goes back so far: the shop's week and the usual rates are known by then. */
const HISTORY_MS = 63 * DAY_MS;
/** Orders of a tick that is over may still be on their way. */
const LATE_MS = 5 * 60_000;
/** What a start, a mailing or the like explains. */
const LAUNCH_MS = 2 * DAY_MS;

/**
 * Counts what was claimed of every campaign, and of each code of a list, in ticks of 15 minutes, and notes what runs high
 * beyond its own past. Goes on where it stopped, a week at a time; launches, mailings and changes that were made
 * on purpose are no alarm.
 */
export async function watchClaims(deps: Deps): Promise<void> {
  const shops = await deps.database.prisma.shop.findMany({
    where: { installedAt: { not: null }, uninstalledAt: null },
  });
  for (const shop of shops) while (await watchWeek(deps, shop));
}

/** @returns whether there is more to look at. */
function watchWeek(deps: Deps, shop: Shop): Promise<boolean> {
  const now = deps.now().getTime();
  const until = floorTick(now - LATE_MS);
  return inTransaction(deps.database.pool, async (client) => {
    const clock = await clockOf(client, shop.id, floorTick(now - HISTORY_MS));
    if (!clock || clock.from >= until) return false;
    const to = Math.min(until, clock.from + TICKS_A_WEEK * TICK_MS);
    const codes = await readWatches(client, shop.id);
    const ticks = await readTicks(client, shop, clock.from, to);
    const announced = await readAnnounced(client, shop.id, clock.from, to);
    const watch: Watch = { profile: clock.profile, week: clock.week, codes };
    const found = watchTicks(watch, ticks, announced);
    await keep(client, shop.id, to, found);
    return to < until;
  });
}

const floorTick = (time: number) => Math.floor(time / TICK_MS) * TICK_MS;

type Clock = { from: number; profile: WeekProfile; week: number[] };

/** Locks the shop's clock to the end of the transaction. Null while the shop has no orders. */
async function clockOf(
  client: pg.PoolClient,
  shopId: number,
  earliest: number,
): Promise<Clock | null> {
  const { rows: first } = await client.query<{ at: Date }>(FIRST_ORDER, [
    shopId,
    new Date(earliest),
  ]);
  if (!first[0]) return null;
  const begin = new Date(floorTick(first[0].at.getTime()));
  await client.query(BEGIN_CLOCK, [shopId, begin, JSON.stringify(EMPTY_PROFILE)]);
  const { rows } = await client.query<{ at: Date; profile: WeekProfile; week: number[] }>(CLOCK, [
    shopId,
  ]);
  const [clock] = rows;
  return clock ? { from: clock.at.getTime(), profile: clock.profile, week: clock.week } : null;
}

const FIRST_ORDER =
  "SELECT placed_at AS at FROM shop_order WHERE shop_id = $1 AND placed_at >= $2 ORDER BY placed_at LIMIT 1";
const BEGIN_CLOCK = `
  INSERT INTO claim_clock (shop_id, ticked_until, profile, week) VALUES ($1, $2, $3, '[]') ON CONFLICT DO NOTHING`;
const CLOCK = `
  SELECT ticked_until AS at, profile, week FROM claim_clock WHERE shop_id = $1 FOR UPDATE`;

const keyOf = (campaignId: string, codeId: string) => `${campaignId} ${codeId}`;

async function readWatches(
  client: pg.PoolClient,
  shopId: number,
): Promise<Map<string, WatchedCode>> {
  const { rows } = await client.query<{ campaign: string; code: string; state: WatchedCode }>(
    `SELECT campaign_id AS campaign, code_id::text AS code, state FROM claim_watch WHERE shop_id = $1
     ORDER BY campaign_id, code_id`,
    [shopId],
  );
  return new Map(rows.map(({ campaign, code, state }) => [keyOf(campaign, code), state]));
}

async function readTicks(
  client: pg.PoolClient,
  { id, timeZone }: Shop,
  from: number,
  to: number,
): Promise<ClaimTick[]> {
  const { rows } = await client.query<{
    campaign: string;
    code: string;
    tick: number;
    claims: number;
  }>(CLAIMS, [id, new Date(from), new Date(to), TICK_MS]);
  const byTick = Map.groupBy(rows, ({ tick }) => tick);
  const placeOf = placeInWeek(timeZone);
  return Array.from({ length: (to - from) / TICK_MS }, (_, index) => {
    const at = from + index * TICK_MS;
    const claims = (byTick.get(at / TICK_MS) ?? []).map(
      ({ campaign, code, claims: count }): [string, number] => [keyOf(campaign, code), count],
    );
    return { at, tickOfWeek: placeOf(at), claims: new Map(claims) };
  });
}

/** Which tick of the shop's week a moment is in, from Monday 0:00. */
function placeInWeek(timeZone: string): (at: number) => number {
  const zone = zoneOf(timeZone);
  return (at) => {
    const clock = zone.wallClockOf(new Date(at));
    const day = (new Date(`${clock.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
    const minutes = Number(clock.slice(11, 13)) * 60 + Number(clock.slice(14, 16));
    return day * 96 + Math.floor(minutes / 15);
  };
}

/** Of a campaign as a whole (code 0), and of each code of a list that may be used more than once. $4: a tick in ms. */
const CLAIMS = `
  WITH claim AS (
    SELECT l.campaign_id, l.code_id, floor(extract(epoch FROM l.effective_at) * 1000 / $4)::float8 AS tick, l.redemptions
    FROM shop_order o JOIN ledger_entry l ON l.shop_id = o.shop_id AND l.order_id = o.id
    WHERE o.shop_id = $1 AND o.placed_at >= $2 AND o.placed_at < $3 AND l.campaign_id IS NOT NULL
      AND l.redemptions <> 0 AND l.effective_at >= $2 AND l.effective_at < $3
  )
  SELECT campaign_id AS campaign, '0' AS code, tick, sum(redemptions)::int AS claims
  FROM claim GROUP BY 1, 3 HAVING sum(redemptions) > 0
  UNION ALL
  SELECT l.campaign_id, l.code_id::text, l.tick, sum(l.redemptions)::int
  FROM claim l JOIN campaign c ON c.shop_id = $1 AND c.id = l.campaign_id AND c.code_kind = 'list'
    AND c.uses_per_code IS DISTINCT FROM 1
  WHERE l.code_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(l.redemptions) > 0`;

async function readAnnounced(
  client: pg.PoolClient,
  shopId: number,
  from: number,
  to: number,
): Promise<Announced> {
  const { rows } = await client.query<{ campaign: string; at: Date; people: number }>(ANNOUNCED, [
    ...[shopId, new Date(from - LAUNCH_MS), new Date(to)],
  ]);
  const { rows: codes } = await client.query<{ campaign: string; code: string }>(
    "SELECT campaign_id AS campaign, code_id::text AS code FROM claim_watch WHERE shop_id = $1 AND code_id <> 0",
    [shopId],
  );
  const announced = new Map<string, Announcement[]>();
  for (const { campaign, at, people } of rows) {
    const span = { from: floorTick(at.getTime()), to: at.getTime() + LAUNCH_MS, people };
    const own = codes.filter((each) => each.campaign === campaign).map(({ code }) => code);
    for (const code of ["0", ...own]) {
      const key = keyOf(campaign, code);
      announced.set(key, [...(announced.get(key) ?? []), span]);
    }
  }
  return announced;
}

/** A start, what was given out (by the hour: a mailing is many rows), and changes that let a code be used more. */
const ANNOUNCED = `
  SELECT id AS campaign, starts_at AS at, 0 AS people FROM campaign
  WHERE shop_id = $1 AND starts_at >= $2 AND starts_at < $3
  UNION ALL
  SELECT campaign_id, date_trunc('hour', at), count(*)::int FROM issuance
  WHERE shop_id = $1 AND at >= $2 AND at < $3 GROUP BY 1, 2
  UNION ALL
  SELECT campaign_id, done_at, 0 FROM scheduled_change
  WHERE shop_id = $1 AND done_at >= $2 AND done_at < $3 AND action IN ('start', 'resume', 'extend', 'raise_cap', 'rotate')`;

async function keep(
  client: pg.PoolClient,
  shopId: number,
  to: number,
  { watch, alarms }: { watch: Watch; alarms: readonly ClaimAlarm[] },
): Promise<void> {
  const parts = (key: string) => {
    const [campaign = "", code = ""] = key.split(" ");
    return { campaign, code };
  };
  const states = [...watch.codes].map(([key, state]) => ({ ...parts(key), state }));
  const rows = alarms.map(({ key, at, claims, expected }) => ({
    ...{ ...parts(key), claims, expected },
    at: new Date(at).toISOString(),
  }));
  await client.query(KEEP_CLOCK, [
    ...[shopId, new Date(to), JSON.stringify(watch.profile), JSON.stringify(watch.week)],
  ]);
  await client.query(KEEP_WATCHES, [shopId, JSON.stringify(states)]);
  await client.query(KEEP_ALARMS, [shopId, JSON.stringify(rows)]);
}

const KEEP_CLOCK =
  "UPDATE claim_clock SET ticked_until = $2, profile = $3, week = $4 WHERE shop_id = $1";

const KEEP_WATCHES = `
  INSERT INTO claim_watch (shop_id, campaign_id, code_id, state)
  SELECT $1, s.campaign, s.code, s.state
  FROM json_to_recordset($2::json) AS s (campaign uuid, code bigint, state jsonb)
  ON CONFLICT (shop_id, campaign_id, code_id) DO UPDATE SET state = excluded.state`;

const KEEP_ALARMS = `
  INSERT INTO claim_alarm (shop_id, campaign_id, code_id, at, claims, expected)
  SELECT $1, a.campaign, a.code, a.at, a.claims, a.expected
  FROM json_to_recordset($2::json) AS a (campaign uuid, code bigint, at timestamptz, claims int, expected float8)
  ON CONFLICT DO NOTHING`;
