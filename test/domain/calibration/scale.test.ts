import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fitScale, ownShare } from "#app/domain/calibration/fit-scale.ts";
import { isotonic } from "#app/domain/calibration/isotonic.ts";
import { highestScore, onScale, shippedScore } from "#app/domain/calibration/scale.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc.array(fc.record({ value: share, weight: fc.integer({ min: 1, max: 50 }) }), {
  maxLength: 30,
});
const verdicts = fc.array(fc.record({ score: share, isRight: fc.boolean() }), { maxLength: 60 });
const runs = { numRuns: 200 };
const rises = (values: readonly number[]) =>
  values.every((value, at) => at === 0 || value >= values[at - 1]!);

describe("isotonic regression", () => {
  test.each<[string, [number, number][], number[]]>([
    ["nothing", [], []],
    [
      "what rises stays",
      [
        [0.1, 1],
        [0.2, 3],
        [0.2, 1],
      ],
      [0.1, 0.2, 0.2],
    ],
    [
      "two in the wrong order are pooled",
      [
        [0.8, 1],
        [0.4, 1],
      ],
      [0.6, 0.6],
    ],
    [
      "by their weights",
      [
        [0.8, 3],
        [0.4, 1],
      ],
      [0.7, 0.7],
    ],
    [
      "back to where it rises",
      [
        [0.1, 1],
        [0.5, 1],
        [0.6, 1],
        [0.1, 1],
      ],
      [0.1, 0.4, 0.4, 0.4],
    ],
    [
      "all falling are one",
      [
        [3, 1],
        [2, 1],
        [1, 1],
      ],
      [2, 2, 2],
    ],
  ])("%s", (_, given, expected) => {
    const fitted = isotonic(given.map(([value, weight]) => ({ value, weight })));
    expect(fitted).toHaveLength(expected.length);
    for (const [at, value] of fitted.entries()) expect(value).toBeCloseTo(expected[at]!, 12);
  });

  test("never falls, keeps the weighted sum, and changes nothing a second time", () => {
    fc.assert(
      fc.property(points, (given) => {
        const fitted = isotonic(given);
        expect(rises(fitted)).toBe(true);
        const sum = (values: readonly number[]) =>
          given.reduce((total, { weight }, at) => total + weight * values[at]!, 0);
        expect(sum(fitted)).toBeCloseTo(sum(given.map(({ value }) => value)), 8);
        expect(isotonic(given.map(({ weight }, at) => ({ weight, value: fitted[at]! })))).toEqual(
          fitted,
        );
      }),
      runs,
    );
  });

  test("no other rising values are nearer", () => {
    fc.assert(
      fc.property(points, fc.array(share, { minLength: 30, maxLength: 30 }), (given, others) => {
        const distance = (values: readonly number[]) =>
          given.reduce(
            (sum, { value, weight }, at) => sum + weight * (value - values[at]!) ** 2,
            0,
          );
        const rising = others.toSorted((a, b) => a - b);
        expect(distance(isotonic(given))).toBeLessThanOrEqual(distance(rising) + 1e-9);
      }),
      runs,
    );
  });
});

describe("a shop's scale", () => {
  test("without verdicts is the shipped one", () => {
    fc.assert(
      fc.property(share, (score) => {
        expect(onScale(fitScale([]), score)).toBeCloseTo(score, 12);
        expect(onScale([], score)).toBe(score);
      }),
      runs,
    );
  });

  test("never falls and stays from 0 to 1, whatever was decided in whatever order", () => {
    fc.assert(
      fc.property(verdicts, share, share, (given, one, other) => {
        const scale = fitScale(given);
        expect(rises(scale.map(({ likely }) => likely))).toBe(true);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(onScale(scale, low)).toBeLessThanOrEqual(onScale(scale, high) + 1e-12);
        expect(onScale(scale, low)).toBeGreaterThanOrEqual(0);
        expect(onScale(scale, high)).toBeLessThanOrEqual(1);
        expect(fitScale(given.toReversed())).toEqual(scale);
      }),
      runs,
    );
  });

  test("one that was right instead of wrong never lowers it anywhere", () => {
    fc.assert(
      fc.property(verdicts, share, (given, score) => {
        const before = fitScale([...given, { score, isRight: false }]);
        const after = fitScale([...given, { score, isRight: true }]);
        for (const [at, knot] of after.entries())
          expect(knot.likely).toBeGreaterThanOrEqual(before[at]!.likely - 1e-12);
      }),
      runs,
    );
  });

  test("few verdicts move little, whatever they say and wherever they lie", () => {
    fc.assert(
      fc.property(verdicts, share, (given, score) => {
        const moved = Math.abs(onScale(fitScale(given), score) - score);
        expect(moved).toBeLessThanOrEqual(ownShare(given.length) + 1e-12);
      }),
      runs,
    );
    expect(ownShare(3)).toBeLessThan(0.06);
    expect(ownShare(10)).toBeLessThan(0.17);
  });

  test("what is surer as shipped is surer on every scale: no verdicts make one step of the top", () => {
    fc.assert(
      fc.property(verdicts, share, share, (given, one, other) => {
        const scale = fitScale(given);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const kept = (1 - ownShare(given.length)) * (high - low);
        expect(onScale(scale, high) - onScale(scale, low)).toBeGreaterThanOrEqual(kept - 1e-12);
      }),
      runs,
    );
  });

  test("many verdicts bring every score to what was observed at it", () => {
    const bands = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];
    const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), {
      minLength: bands.length,
      maxLength: bands.length,
    });
    fc.assert(
      fc.property(shares, (each) => {
        const observed = each.toSorted((a, b) => a - b);
        const given = bands.flatMap((score, band) =>
          Array.from({ length: 1_000 }, (_, at) => ({ score, isRight: at < observed[band]! })),
        );
        const scale = fitScale(given);
        for (const [band, score] of bands.entries())
          expect(Math.abs(onScale(scale, score) - observed[band]! / 1_000)).toBeLessThan(0.03);
      }),
      { numRuns: 20 },
    );
  });

  test("three of the first ten were right, all at the top: the top is still above every preset, and told apart", () => {
    const given = Array.from({ length: 10 }, (_, at) => ({ score: 0.999, isRight: at < 3 }));
    const scale = fitScale(given);
    expect(highestScore(scale)).toBeGreaterThan(0.95);
    expect(highestScore(scale)).toBeLessThan(1);
    expect(onScale(scale, 0.98)).toBeLessThan(highestScore(scale));
    expect(onScale(scale, 0.8)).toBeCloseTo(0.8, 2);
  });

  test("stays near the shipped one while verdicts are few, and follows them when they are many", () => {
    const wrong = (count: number) =>
      onScale(
        fitScale(Array.from({ length: count }, () => ({ score: 0.95, isRight: false }))),
        0.95,
      );
    expect(wrong(1)).toBeGreaterThan(0.94);
    expect(wrong(10)).toBeGreaterThan(0.85);
    expect(wrong(100)).toBeLessThan(0.6);
    expect(wrong(1_000)).toBeLessThan(0.15);
  });

  test("half of those around 0.9 were right: 0.9 comes to mean about a half", () => {
    const given = Array.from({ length: 500 }, (_, at) => ({ score: 0.9, isRight: at % 2 === 0 }));
    expect(onScale(fitScale(given), 0.9)).toBeCloseTo(0.55, 1);
    expect(onScale(fitScale(given), 1)).toBe(1);
  });

  test("the least shipped score that comes to a threshold does so, and one below does not", () => {
    fc.assert(
      fc.property(verdicts, fc.double({ min: 0.01, max: 1, noNaN: true }), (given, threshold) => {
        const scale = fitScale(given);
        const least = shippedScore(scale, threshold);
        if (least <= 1) expect(onScale(scale, least)).toBeGreaterThanOrEqual(threshold - 1e-9);
        if (least > 0.001)
          expect(onScale(scale, Math.min(1, least) - 0.001)).toBeLessThan(threshold);
      }),
      runs,
    );
  });
});
