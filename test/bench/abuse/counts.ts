import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NEW_WATCH, watchTick } from "#app/domain/anomaly/watch-codes.ts";
import type { CountSeries, Span } from "#test/worlds/claim-counts.ts";
import {
  addWeek,
  busyness,
  EMPTY_PROFILE,
  TICKS_A_WEEK,
} from "#app/domain/anomaly/week-profile.ts";

/** Runs the generator of counts at `path`. */
export function runCounts(path: string, seed: number): CountSeries {
  const out = mkdtempSync(join(tmpdir(), "counts-"));
  try {
    execFileSync(
      process.execPath,
      [join(path, "counts.mjs"), "--seed", String(seed), "--out", out],
      { stdio: "ignore" },
    );
    const claims: number[][] = [];
    for (const line of readFileSync(join(out, "counts.csv"), "utf8").trim().split("\n").slice(1)) {
      const [t = 0, code = 0, count = 0] = line.split(",").map(Number);
      (claims[code] ??= [])[t] = count;
    }
    const events = JSON.parse(readFileSync(join(out, "events.json"), "utf8")) as (Span & {
      type: string;
    })[];
    return {
      claims,
      launches: events.filter(({ type }) => type === "L"),
      anomalies: events.filter(({ type }) => type === "A"),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** An alarm this long after an anomaly has ended still belongs to it: two hours. */
const AFTER = 8;

export type AlarmQuality = { recall: number; falsePerCodeWeek: number; delayHours: number };

/** How the detector does on a series. The first week, in which it learns, is not counted. */
export function judgeAlarms({ claims, launches, anomalies }: CountSeries): AlarmQuality {
  const ticks = claims[0]?.length ?? 0;
  const alarms = alarmsOf(claims, launches, ticks);
  const belongs = (to: Span) =>
    alarms.filter(({ code, t }) => code === to.code && t >= to.t0 && t < to.t0 + to.dur + AFTER);
  const delays = anomalies.flatMap((anomaly) => {
    const [first] = belongs(anomaly);
    return first ? [(first.t - anomaly.t0 + 1) / 4] : [];
  });
  const right = new Set(anomalies.flatMap(belongs));
  const codeWeeks = (claims.length * (ticks - TICKS_A_WEEK)) / TICKS_A_WEEK;
  return {
    recall: delays.length / Math.max(1, anomalies.length),
    falsePerCodeWeek: (alarms.length - right.size) / codeWeeks,
    delayHours: delays.sort((a, b) => a - b)[delays.length >> 1] ?? 0,
  };
}

function alarmsOf(
  claims: readonly number[][],
  launches: readonly Span[],
  ticks: number,
): { code: number; t: number }[] {
  const announced = claims.map(() => new Uint8Array(ticks));
  for (const { code, t0, dur } of launches) announced[code]?.fill(1, t0, t0 + dur);
  let codes = claims.map(() => NEW_WATCH);
  let profile = EMPTY_PROFILE;
  let busy = busyness(profile);
  let week: number[] = [];
  const found: { code: number; t: number }[] = [];
  for (let t = 0; t < ticks; t++) {
    const counts = claims.map((of, code) => ({
      claims: of[t] ?? 0,
      isAnnounced: announced[code]![t] === 1,
    }));
    const tick = watchTick(codes, counts, busy[t % TICKS_A_WEEK]!);
    codes = tick.codes;
    for (const { index } of tick.alarms) found.push({ code: index, t });
    week.push(counts.reduce((sum, { claims: c, isAnnounced }) => sum + (isAnnounced ? 0 : c), 0));
    if (week.length === TICKS_A_WEEK) {
      profile = addWeek(profile, week);
      busy = busyness(profile);
      week = [];
    }
  }
  return found;
}
