import fc from "fast-check";
import { expect, test } from "vitest";

import { nextPieceSize } from "#app/domain/shared/piece-size.ts";

test.each([
  [200, 100, 200, "as long as it should"],
  [200, 200, 100, "twice as long: half as many"],
  [200, 80, 250, "a little quicker: a little more"],
  [200, 0, 400, "no time at all: twice as many, no more"],
  [1_500, 10, 2_000, "never so many that one piece could be felt"],
  [200, 60_000, 20, "however slow, it goes on"],
])("%d rows in %d ms: %d next (%s)", (size, took, next) => {
  expect(nextPieceSize(size, took)).toBe(next);
});

test("whatever a row takes, pieces come to the time they should take and stay there", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.06, max: 4, noNaN: true }), (rowMs) => {
      let size = 200;
      for (let piece = 0; piece < 6; piece += 1) size = nextPieceSize(size, size * rowMs);
      expect(size * rowMs).toBeGreaterThan(75);
      expect(size * rowMs).toBeLessThanOrEqual(101);
    }),
    { numRuns: 200 },
  );
});
