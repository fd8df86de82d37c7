import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { discoveries } from "#app/domain/anomaly/discoveries.ts";
import { NO_LEAK, observeUse } from "#app/domain/anomaly/leak-alarm.ts";
import {
  logGamma,
  logNegativeBinomial,
  tailNegativeBinomial,
} from "#app/domain/anomaly/negative-binomial.ts";
import { NEW_WATCH, watchTick } from "#app/domain/anomaly/watch-codes.ts";
import {
  addWeek,
  busyness,
  EMPTY_PROFILE,
  TICKS_A_WEEK,
} from "#app/domain/anomaly/week-profile.ts";
import { claimCounts } from "#test/worlds/claim-counts.ts";

describe("the negative binomial", () => {
  it("has known values", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9);
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 9);
    // Size 1 is geometric: mean 3 is a chance of 3/4 to go on.
    expect(Math.exp(logNegativeBinomial(2, 3, 1))).toBeCloseTo(0.25 * 0.75 ** 2, 10);
    expect(tailNegativeBinomial(5, 3, 1)).toBeCloseTo(0.75 ** 5, 9);
  });

  it("has a tail that adds up and falls", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.double({ min: 0.05, max: 40, noNaN: true }),
        fc.double({ min: 0.3, max: 50, noNaN: true }),
        (count, mean, size) => {
          const [here, next] = [
            tailNegativeBinomial(count, mean, size),
            tailNegativeBinomial(count + 1, mean, size),
          ];
          expect(here - next).toBeCloseTo(Math.exp(logNegativeBinomial(count, mean, size)), 6);
        },
      ),
    );
  });
});

describe("many chances at once", () => {
  it("takes those below the rising bar, and none by habit", () => {
    expect(discoveries([0.9, 0.001, 0.5, 0.018, 0.2], 0.05)).toEqual([1, 3]);
    expect(discoveries([0.2, 0.4, 0.9], 0.05)).toEqual([]);
    expect(discoveries([], 0.05)).toEqual([]);
  });
});

describe("the week", () => {
  it("is flat until known, then as busy as it was", () => {
    expect(new Set(busyness(EMPTY_PROFILE))).toEqual(new Set([1]));
    const week = Array.from({ length: TICKS_A_WEEK }, (_, t) => (t % 96 >= 48 ? 30 : 10));
    const busy = busyness(addWeek(EMPTY_PROFILE, week));
    expect(busy[24]).toBeCloseTo(0.5, 1);
    expect(busy[72]).toBeCloseTo(1.5, 1);
  });
});

describe("watching codes", () => {
  const run = (series: (t: number) => number, announced: (t: number) => boolean = () => false) => {
    let codes = [NEW_WATCH];
    const alarms: number[] = [];
    for (let t = 0; t < 2 * TICKS_A_WEEK; t++) {
      const tick = watchTick(codes, [{ claims: series(t), isAnnounced: announced(t) }], 1);
      codes = tick.codes;
      if (tick.alarms.length > 0) alarms.push(t);
    }
    return alarms;
  };
  const steady = (t: number) => (t % 3 === 0 ? 1 : 0);
  const from = 900;

  it("is quiet when nothing happens, and once when something does", () => {
    expect(run(steady)).toEqual([]);
    const alarms = run((t) => (t >= from && t < from + 60 ? 4 : steady(t)));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]! - from).toBeLessThan(8);
  });

  it("lets an announced launch pass, and not what goes beyond any", () => {
    const isLaunch = (t: number) => t >= from && t < from + 60;
    expect(run((t) => (isLaunch(t) ? 2 : steady(t)), isLaunch)).toEqual([]);
    expect(run((t) => (isLaunch(t) ? 15 : steady(t)), isLaunch)).not.toEqual([]);
  });

  it("finds a code that is passed around in a shop's noise, without crying wolf", () => {
    const { claims, anomalies } = claimCounts(3, 20, 4);
    let codes = claims.map(() => NEW_WATCH);
    const found = new Set<number>();
    let busy = busyness(EMPTY_PROFILE);
    let profile = EMPTY_PROFILE;
    let week: number[] = [];
    for (let t = 0; t < claims[0]!.length; t++) {
      const tick = watchTick(
        codes,
        claims.map((of) => ({ claims: of[t]!, isAnnounced: false })),
        busy[t % TICKS_A_WEEK]!,
      );
      codes = tick.codes;
      for (const { index } of tick.alarms)
        if (anomalies.some(({ code, t0, dur }) => code === index && t >= t0 && t < t0 + dur))
          found.add(index);
      week.push(claims.reduce((sum, of) => sum + of[t]!, 0));
      if (week.length === TICKS_A_WEEK) {
        profile = addWeek(profile, week);
        busy = busyness(profile);
        week = [];
      }
    }
    expect(anomalies.length).toBeGreaterThan(0);
    expect(found.size / new Set(anomalies.map(({ code }) => code)).size).toBeGreaterThan(0.7);
  });
});

describe("the leak alarm", () => {
  const after = (uses: readonly boolean[], before = NO_LEAK) =>
    uses.reduce((watch, isOutside) => observeUse(watch, isOutside), before);

  it("rings within ten strangers and bears a friend", () => {
    const friends = Array.from({ length: 100 }, (_, i) => i % 40 === 7);
    expect(after(friends).isLeaking).toBe(false);
    expect(after([...friends, true, false, true, true, true]).isLeaking).toBe(true);
    expect(after(Array.from({ length: 10 }, () => true)).isLeaking).toBe(true);
  });

  it("goes on ringing until somebody ends it", () => {
    const ringing = after(Array.from({ length: 10 }, () => true));
    const well = Array.from({ length: 50 }, () => false);
    expect(after(well, ringing).isLeaking).toBe(true);
  });
});
