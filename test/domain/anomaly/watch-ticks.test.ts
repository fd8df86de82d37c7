import { describe, expect, it } from "vitest";

import { claimBand } from "#app/domain/anomaly/claim-band.ts";
import { NEW_CODE } from "#app/domain/anomaly/claim-rate.ts";
import { tailNegativeBinomial } from "#app/domain/anomaly/negative-binomial.ts";
import { sizeOf } from "#app/domain/anomaly/claim-rate.ts";
import {
  TICK_MS,
  watchTicks,
  type Announced,
  type ClaimTick,
  type Watch,
} from "#app/domain/anomaly/watch-ticks.ts";
import { EMPTY_PROFILE, TICKS_A_WEEK } from "#app/domain/anomaly/week-profile.ts";

const NEW: Watch = { profile: EMPTY_PROFILE, week: [], codes: new Map() };
const BURST = 800;

/** One claim an hour, and many at once at `BURST`. */
const ticks = (from: number, to: number): ClaimTick[] =>
  Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const claims = n === BURST ? 40 : n % 4 === 0 ? 1 : 0;
    return {
      ...{ at: n * TICK_MS, tickOfWeek: n % TICKS_A_WEEK },
      claims: new Map(claims > 0 ? [["a", claims]] : []),
    };
  });

const run = (announced: Announced = new Map()) => watchTicks(NEW, ticks(0, 1_000), announced);

describe("watching ticks", () => {
  it("notes what runs high, when and against what", () => {
    const { alarms } = run();
    expect(alarms).toMatchObject([{ key: "a", at: BURST * TICK_MS, claims: 40 }]);
    expect(alarms[0]?.expected).toBeLessThan(1);
  });

  it.each([
    [40, []],
    [39, [BURST]],
  ])("a mailing to %d people explains so many claims in one tick, and no more", (people, at) => {
    const span = { from: BURST * TICK_MS, to: (BURST + 1) * TICK_MS, people };
    const { alarms } = run(new Map([["a", [span]]]));
    expect(alarms.map((alarm) => alarm.at / TICK_MS)).toEqual(at);
  });

  it("in pieces, it comes to the same", () => {
    const whole = run();
    const first = watchTicks(NEW, ticks(0, 333), new Map());
    const second = watchTicks(first.watch, ticks(333, 1_000), new Map());
    expect(second.watch).toEqual(whole.watch);
    expect([...first.alarms, ...second.alarms]).toEqual(whole.alarms);
  });

  it("the shop's week does not learn from an alarm", () => {
    const { watch } = run();
    expect(watch.week[BURST % TICKS_A_WEEK]).toBe(0);
    expect(watch.profile.weight).toBe(1);
  });
});

describe("the band", () => {
  it("holds 95 of 100 counts", () => {
    const rate = { ...NEW_CODE, claims: 40, exposure: 20, excess: 4, square: 8 };
    const { expected, low, high } = claimBand(rate, [1, 1, 2, 2]);
    expect(expected).toBeCloseTo(12, 9);
    const size = 4 * sizeOf(rate);
    expect(tailNegativeBinomial(high + 1, 12, size)).toBeLessThanOrEqual(0.025);
    expect(tailNegativeBinomial(high, 12, size)).toBeGreaterThan(0.025);
    expect(1 - tailNegativeBinomial(low, 12, size)).toBeLessThan(0.025);
    expect(1 - tailNegativeBinomial(low + 1, 12, size)).toBeGreaterThanOrEqual(0.025);
  });
});
