import fc from "fast-check";
import { expect, test } from "vitest";

import { wilsonInterval } from "#app/domain/measure/wilson.ts";

// Computed apart, with 40 digits: the roots of (p̂ − p)² = z²·p(1 − p)/n.
test.each([
  [0, 10, 0, 0.277532799862889],
  [1, 10, 0.017876213095073, 0.404150026795238],
  [5, 10, 0.236593090512564, 0.763406909487436],
  [10, 10, 0.722467200137111, 1],
  [12, 100, 0.069994064370195, 0.198120994267142],
])("%i of %i is from %f to %f", (hits, of, low, high) => {
  const [from, to] = wilsonInterval(hits, of) ?? [NaN, NaN];
  expect(from).toBeCloseTo(low, 10);
  expect(to).toBeCloseTo(high, 10);
});

test("of nothing there is none", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

const share = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));

test("it holds the share, lies within 0 and 1, mirrors, and its ends solve what defines them", () => {
  const Z2 = 1.959963984540054 ** 2;
  fc.assert(
    fc.property(share, ([hits, of]) => {
      const [low, high] = wilsonInterval(hits, of) ?? [NaN, NaN];
      const p = hits / of;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(p);
      expect(high).toBeGreaterThanOrEqual(p);
      for (const end of [low, high]) {
        // (p̂ − p)² = z²·p(1 − p)/n is the test of p that the interval turns round.
        expect((p - end) ** 2).toBeCloseTo((Z2 * end * (1 - end)) / of, 9);
      }
      const [mirrored] = wilsonInterval(of - hits, of) ?? [NaN];
      expect(mirrored).toBeCloseTo(1 - high, 9);
    }),
  );
});
