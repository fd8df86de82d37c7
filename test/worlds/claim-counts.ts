import { chanceOf } from "./random.ts";

export type Span = { code: number; t0: number; dur: number };

/** Claims by code and tick of 15 minutes, announced launches, and anomalies that a detector should find. */
export type CountSeries = { claims: number[][]; launches: Span[]; anomalies: Span[] };

const DAY = 96;

/**
 * A shop's claims over some weeks: two peaks a day (noon and evening), quiet Mondays, codes that fade or grow, counts that
 * scatter by day, mailings that were announced, and codes that are passed around: at once or creeping.
 */
export function claimCounts(seed: number, codes = 120, weeks = 8): CountSeries {
  const chance = chanceOf(seed);
  const ticks = weeks * 7 * DAY;
  const series: CountSeries = { claims: [], launches: [], anomalies: [] };
  for (let code = 0; code < codes; code++) {
    const base = Math.exp(-1.2 + 1.2 * chance.normal());
    const trend = chance.normal() * 0.3;
    const spans: { t0: number; dur: number; factor: number; more: number; creeps: boolean }[] = [];
    if (chance.is(0.3)) {
      const anomaly = {
        code,
        t0: chance.between(2 * 7 * DAY, ticks - 2 * DAY),
        dur: chance.between(16, 120),
      };
      series.anomalies.push(anomaly);
      spans.push({
        ...anomaly,
        factor: 3 + chance.wait(4),
        more: 1 + chance.wait(1.5),
        creeps: chance.is(0.4),
      });
    }
    const launch = { code, t0: chance.between(7 * DAY, ticks - 2 * DAY), dur: DAY };
    series.launches.push(launch);
    const launched = 2 + 5 * chance.next();
    let mood = 0;
    series.claims.push(
      Array.from({ length: ticks }, (_, t) => {
        if (t % DAY === 0) mood = chance.normal() * 0.25;
        let mean = base * rhythm(t) * Math.exp(mood + (trend * t) / ticks);
        if (t >= launch.t0 && t < launch.t0 + launch.dur)
          mean *= 1 + launched * Math.exp((-3 * (t - launch.t0)) / DAY);
        for (const { t0, dur, factor, more, creeps } of spans) {
          if (t < t0 || t >= t0 + dur) continue;
          const rise = creeps ? Math.min(1, (2 * (t - t0)) / dur) : 1;
          mean = mean * (1 + (factor - 1) * rise) + more * rise;
        }
        return poisson(mean * chance.wait(1) ** 0.35 * 1.12, chance.next());
      }),
    );
  }
  return series;
}

function rhythm(t: number): number {
  const hour = (t % DAY) / 4;
  const day = Math.floor(t / DAY) % 7;
  const peak = (at: number, width: number) => Math.exp(-((hour - at) ** 2) / width);
  return (0.08 + peak(12.5, 6) + 1.4 * peak(20, 7)) * [0.75, 0.9, 1, 1, 1.1, 1.3, 1.2][day]!;
}

function poisson(mean: number, chance: number): number {
  let count = 0;
  let term = Math.exp(-mean);
  let below = term;
  while (chance > below && count < 500) {
    count++;
    term *= mean / count;
    below += term;
  }
  return count;
}
