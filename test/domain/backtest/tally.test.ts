import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { judgeRing } from "#app/domain/backtest/judge-ring.ts";
import { addRing, emptyTally, estimateOf, resultOf } from "#app/domain/backtest/tally.ts";
import { DAYS, SETTING, ban, decidedOn, ringOf, thrice, way } from "./rings.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("added up", () => {
  test("orders by outcome, money, cases by day, and who is probably good", () => {
    const tally = emptyTally();
    const rings = [
      ringOf(thrice()),
      ringOf(thrice(), [decidedOn("2026-05-01", "fine")]),
      ringOf([[DAYS[0], null]]),
    ];
    for (const ring of rings) addRing(tally, ring, judgeRing(ring, way(ban({})), SETTING));
    const { orders, refused, cases, ...rest } = resultOf(tally);
    expect(orders).toEqual({
      passes: 3,
      watched: 0,
      asks_sign_in: 0,
      held: 0,
      disqualifies: 2,
      refused: 4,
    });
    expect(rest).toMatchObject({ savedMinor: 2_000, atStakeMinor: 1_000 });
    expect(rest.busiest).toEqual({ day: DAYS[1], cases: 2 });
    for (const estimate of [refused, cases]) {
      expect(estimate).toMatchObject({ of: 2, decided: 1 });
      expect(estimate.expected).toBeCloseTo(1.01, 10);
    }
  });

  test("without anybody nobody is hurt", () => {
    expect(estimateOf([])).toEqual({ of: 0, expected: 0, low: 0, high: 0, decided: 0 });
    expect(resultOf(emptyTally()).busiest).toBeNull();
  });

  test("whom staff decided on are known: the range is about the others", () => {
    const known = [0, 0, 0, 1, 1].map((good) => ({ good, isDecided: true }));
    expect(estimateOf(known)).toEqual({ of: 5, expected: 2, low: 2, high: 2, decided: 5 });
    const unknown = { good: 0.3, isDecided: false };
    const alone = estimateOf([unknown]);
    expect(estimateOf([...known, unknown])).toMatchObject({
      ...{ of: 6, decided: 5, low: 2 + alone.low, high: 2 + alone.high },
    });
  });

  test("the expected number lies within its bounds, and those within nobody and all", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 50 }), (chances) => {
        const found = estimateOf(chances.map((good) => ({ good, isDecided: false })));
        expect(found.low).toBeGreaterThanOrEqual(-1e-9);
        expect(found.low).toBeLessThanOrEqual(found.expected + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.expected - 1e-9);
        expect(found.high).toBeLessThanOrEqual(chances.length + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
