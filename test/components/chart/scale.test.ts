import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linear, ticks } from "#app/components/chart/scale.ts";

describe("ticks", () => {
  it.each([
    [22, 4, true, [0, 10, 20, 30]],
    [3, 4, true, [0, 1, 2, 3]],
    [1, 4, true, [0, 1]],
    [0, 4, true, [0, 1]],
    [0, 4, false, [0]],
    [100, 4, false, [0, 50, 100]],
  ])("up to %i in at most %i steps, whole: %s → %o", (max, count, whole, expected) => {
    expect(ticks(max, count, whole)).toEqual(expected);
  });

  it("start at 0, are evenly spaced, reach the maximum and are few", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), fc.boolean(), (max, whole) => {
        const marks = ticks(max, 4, whole);
        expect(marks[0]).toBe(0);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-9));
        expect(marks.length).toBeLessThanOrEqual(6);
        if (whole) expect(marks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("linear", () => {
  it("maps ends to ends, also upside down", () => {
    const y = linear([0, 10], [100, 20]);
    expect([y(0), y(10), y(5)]).toEqual([100, 20, 60]);
  });

  it("puts a single value into the middle", () => {
    expect(linear([3, 3], [0, 50])(3)).toBe(25);
  });
});
