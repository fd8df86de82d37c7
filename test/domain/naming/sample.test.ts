import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut, spread } from "#app/domain/naming/infer/sample.ts";

test.each([
  [[10, 20, 30], 100, [10, 20, 30]],
  [[3, 1_000_000, 0], 100_000, [3, 99_997, 0]],
  [[1_000_000, 1_000_000], 100_000, [50_000, 50_000]],
  [[50_000, 1_000_000, 2_000], 100_000, [49_000, 49_000, 2_000]],
])("of %j sources, %i in all: %j", (sizes, most, shares) => {
  expect(shareOut(sizes, most)).toEqual(shares);
});

test("no more than asked, no fewer than there are, and no source left out for a larger one", () => {
  const sizes = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sizes, fc.nat(2_000), (all, most) => {
      const shares = shareOut(all, most);
      const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
      expect(sum(shares)).toBe(Math.min(sum(all), most));
      const cut = shares.filter((share, i) => share < all[i]!);
      for (const share of cut) expect(share).toBeGreaterThanOrEqual(Math.max(...shares) - 1);
    }),
    { seed: 26 },
  );
});

test("a part of a list is spread over all of it", () => {
  expect(spread([1, 2, 3], 9)).toEqual([1, 2, 3]);
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(spread([1, 2, 3], 0)).toEqual([]);
});
