import { expect, test } from "vitest";
import { daysToldHint } from "#app/components/campaign/form/days-told.ts";

test.each([
  ["19", "month"],
  ["30", "rolling"],
  [" 100 ", "season:3"],
  ["20", "period"],
])("%s uses by %s may be on more days than checkout is told of", (times, window) => {
  expect(daysToldHint(times, window)).toContain("the last 18 days");
});

test.each([
  ["18", "month"],
  ["1", "rolling"],
  ["", "month"],
  ["many", "month"],
  // Told by how often ever; all on one day.
  ["100", "lifetime"],
  ["100", "day"],
])("%s uses by %s are held", (times, window) => {
  expect(daysToldHint(times, window)).toBeUndefined();
});
