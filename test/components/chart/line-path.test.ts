import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaPath, linePath, pointsOf } from "#app/components/chart/line-path.ts";

const SIZE = { width: 120, height: 32 };

describe("pointsOf", () => {
  it("puts 0 at the bottom, the highest at the top, and days evenly apart", () => {
    expect(pointsOf([0, 5, 10], SIZE)).toEqual([
      [2, 30],
      [60, 16],
      [118, 2],
    ]);
  });

  it("draws nothing-at-all along the bottom", () => {
    expect(pointsOf([0, 0], SIZE).map(([, y]) => y)).toEqual([30, 30]);
  });

  it("keeps every point inside the drawing and in order", () => {
    const days = fc.array(fc.nat({ max: 10 ** 9 }), { minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(days, (values) => {
        const points = pointsOf(values, SIZE);
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
