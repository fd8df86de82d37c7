import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaPath, lineOf, linePath } from "#app/components/chart/line-path.ts";

const SIZE = { width: 120, height: 32 };

describe("lineOf", () => {
  it("puts 0 at the bottom, the highest at the top, and days evenly apart", () => {
    expect(lineOf([0, 5, 10], SIZE).points).toEqual([
      [2, 30],
      [60, 16],
      [118, 2],
    ]);
  });

  it("draws nothing-at-all along the bottom", () => {
    expect(lineOf([0, 0], SIZE).points.map(([, y]) => y)).toEqual([30, 30]);
  });

  it("goes below the baseline on a day that gave back more than it took in", () => {
    const { points, baseline } = lineOf([3, -1], SIZE);
    expect(baseline).toBe(23);
    expect(points.map(([, y]) => y)).toEqual([2, 30]);
  });

  it("keeps every point inside the drawing and in order", () => {
    const days = fc.array(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), {
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(days, (values) => {
        const { points, baseline } = lineOf(values, SIZE);
        expect(baseline).toBeLessThanOrEqual(SIZE.height);
        expect(points).toHaveLength(values.length);
        let before = -1;
        for (const [x, y] of points) {
          expect(x).toBeGreaterThan(before);
          expect(x).toBeLessThanOrEqual(SIZE.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(SIZE.height);
          before = x;
        }
      }),
    );
  });
});

describe("paths", () => {
  it("start with a move and go on with lines", () => {
    expect(
      linePath([
        [0, 1],
        [2, 3],
      ]),
    ).toBe("M0 1L2 3");
    expect(
      areaPath(
        [
          [0, 1],
          [2, 3],
        ],
        32,
      ),
    ).toBe("M0 1L2 3L2 32L0 32Z");
  });

  it("of no points are empty", () => {
    expect(linePath([])).toBe("");
    expect(areaPath([], 32)).toBe("");
  });
});
