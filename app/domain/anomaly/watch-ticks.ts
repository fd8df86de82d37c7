import { NEW_WATCH, watchTick, type WatchedCode } from "./watch-codes.ts";
import { addWeek, busyness, TICKS_A_WEEK, type WeekProfile } from "./week-profile.ts";

export const TICK_MS = 15 * 60_000;

/** How the watching of a shop stands: its week, the week that goes on by tick, and what is watched by key. */
export type Watch = {
  profile: WeekProfile;
  week: readonly number[];
  codes: ReadonlyMap<string, WatchedCode>;
};

/** A tick: its beginning in ms since 1970, its place in the shop's week from Monday 0:00, and what was claimed of whom. */
export type ClaimTick = {
  at: number;
  tickOfWeek: number;
  claims: ReadonlyMap<string, number>;
};

/** A launch or mailing of a key, in ms since 1970; `people` it was given to, so many claims are no wonder at any time. */
export type Announcement = { from: number; to: number; people: number };
export type Announced = ReadonlyMap<string, readonly Announcement[]>;

export type ClaimAlarm = { key: string; at: number; claims: number; expected: number };

/**
 * Takes in ticks, oldest first. A key is watched from its first claim on. The shop's week learns from what was neither
 * announced nor alarming.
 */
export function watchTicks(
  watch: Watch,
  ticks: readonly ClaimTick[],
  announced: Announced,
): { watch: Watch; alarms: ClaimAlarm[] } {
  let { profile } = watch;
  let week = [...watch.week];
  const codes = new Map(watch.codes);
  const alarms: ClaimAlarm[] = [];
  let busy = busyness(profile);
  for (const { at, tickOfWeek, claims } of ticks) {
    if (tickOfWeek === 0 && week.length > 0) {
      profile = addWeek(profile, week);
      busy = busyness(profile);
      week = [];
    }
    for (const key of claims.keys()) if (!codes.has(key)) codes.set(key, NEW_WATCH);
    const keys = [...codes.keys()];
    const underWay = (key: string) =>
      (announced.get(key) ?? []).filter(({ from, to }) => from <= at && at < to);
    const counts = keys.map((key) => ({
      claims: claims.get(key) ?? 0,
      isAnnounced: underWay(key).length > 0,
    }));
    const watched = keys.map((key) => codes.get(key) ?? NEW_WATCH);
    const next = watchTick(watched, counts, busy[tickOfWeek] ?? 1);
    keys.forEach((key, index) => codes.set(key, next.codes[index] ?? NEW_WATCH));
    for (const { index, ...alarm } of next.alarms) {
      const key = keys[index] ?? "";
      if (!underWay(key).some(({ people }) => alarm.claims <= people))
        alarms.push({ key, at, ...alarm });
    }
    week[tickOfWeek] = ordinary(next.codes, counts);
  }
  // What was not looked at, such as ticks before the first order, was not claimed at.
  const whole = Array.from({ length: week.length }, (_, tick) => week[tick] ?? 0);
  return { watch: { profile, week: whole.slice(0, TICKS_A_WEEK), codes }, alarms };
}

function ordinary(
  codes: readonly WatchedCode[],
  counts: readonly { claims: number; isAnnounced: boolean }[],
): number {
  return counts.reduce((sum, { claims, isAnnounced }, index) => {
    return isAnnounced || codes[index]?.quiet === 0 ? sum : sum + claims;
  }, 0);
}
