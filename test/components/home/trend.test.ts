import { expect, it } from "vitest";
import { tendencyOf } from "#app/components/home/trend.tsx";

it.each([
  [
    { value: 110, before: 100 },
    { word: "up", share: 0.1 },
  ],
  [
    { value: 50, before: 100 },
    { word: "down", share: -0.5 },
  ],
  [
    { value: 100, before: 100 },
    { word: "unchanged", share: 0 },
  ],
  // Reversals may weigh more than redemptions: less of a loss is up.
  [
    { value: -50, before: -100 },
    { word: "up", share: 0.5 },
  ],
  [{ value: 7, before: 0 }, null],
])("%o is %o", (measure, expected) => {
  expect(tendencyOf(measure)).toEqual(expected);
});
