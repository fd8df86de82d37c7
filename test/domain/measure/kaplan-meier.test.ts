import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { kaplanMeier, shareBy, type Observed } from "#app/domain/measure/kaplan-meier.ts";
import { weightedQuantile } from "#app/domain/measure/quantile.ts";

const event = (days: number, people = 1): Observed => ({ days, isEvent: true, people });
const left = (days: number, people = 1): Observed => ({ days, isEvent: false, people });

describe("Kaplan–Meier", () => {
  it("is the plain share when everybody was watched to the end", () => {
    const steps = kaplanMeier([event(3, 2), event(10), left(90, 7)], 90);
    expect(shareBy(steps, 2)).toBe(0);
    expect(shareBy(steps, 3)).toBeCloseTo(0.2);
    expect(shareBy(steps, 90)).toBeCloseTo(0.3);
  });

  it("agrees with the textbook's example of remission times", () => {
    // Freireich et al. 1963, the treated group: survival .857, .807, .753, .690, .627, .538, .448.
    const events = [
      [6, 3],
      [7, 1],
      [10, 1],
      [13, 1],
      [16, 1],
      [22, 1],
      [23, 1],
    ] as const;
    const leaving = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const observed = [
      ...events.map(([days, people]) => event(days, people)),
      ...leaving.map((days) => left(days)),
    ];
    const steps = kaplanMeier(observed, 35);
    const survival = events.map(([days]) => (1 - (shareBy(steps, days) ?? 0)).toFixed(3));
    expect(survival).toEqual(["0.857", "0.807", "0.753", "0.690", "0.627", "0.538", "0.448"]);
  });

  it("says nothing beyond the day the last one was watched", () => {
    const steps = kaplanMeier([event(2), left(5)], 90);
    expect(shareBy(steps, 5)).toBe(0.5);
    expect(shareBy(steps, 6)).toBeNull();
    expect(kaplanMeier([], 90)).toEqual([]);
  });

  it("never falls, and stays a share", () => {
    const observed = fc.record({
      days: fc.nat(100),
      isEvent: fc.boolean(),
      people: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(observed, { maxLength: 30 }), (all) => {
        const shares = kaplanMeier(all, 90).map(({ share }) => share);
        for (const [index, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual((shares[index - 1] ?? 0) - 1e-12);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe("a quantile of weighted values", () => {
  it.each([
    [
      [
        [1, 1],
        [2, 1],
        [9, 1],
      ],
      0.5,
      2,
    ],
    [
      [
        [9, 1],
        [1, 5],
      ],
      0.5,
      1,
    ],
    [[[4, 2]], 0.95, 4],
    [[], 0.5, null],
  ] as [[number, number][], number, number | null][])("%j at %d is %d", (pairs, share, value) => {
    const values = pairs.map(([each, weight]) => ({ value: each, weight }));
    expect(weightedQuantile(values, share)).toBe(value);
  });
});
