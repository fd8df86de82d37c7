import { expect, test } from "vitest";

import { reachedCap } from "#app/domain/campaign/budget.ts";

test.each([
  ["no cap", null, null, 9_999, 99, null],
  ["a cap that is not reached", 1_000, 10, 999, 9, null],
  ["a spend that is the cap", 1_000, null, 1_000, 0, "spend"],
  ["a spend beyond the cap", 1_000, null, 1_001, 0, "spend"],
  ["uses that are the cap", null, 10, 0, 10, "uses"],
  ["both at once: money first", 1_000, 10, 1_000, 10, "spend"],
  ["more given back than spent", 1_000, null, -5, 0, null],
])("%s", (_, spendCapMinor, totalCap, spentMinor, uses, reached) => {
  expect(reachedCap({ spendCapMinor, totalCap }, { spentMinor, uses })).toBe(reached);
});
