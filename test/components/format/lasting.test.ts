import { expect, test } from "vitest";

import { formatLasting } from "#app/components/format/lasting.ts";

const number = (value: number) => value.toLocaleString("en-US");

test.each([
  [0, "0.1 s"],
  [430, "0.4 s"],
  [9_990, "10 s"],
  [59_400, "59 s"],
  [60_000, "1 minute"],
  [61_000, "2 minutes"],
  [3_600_000, "1 hour"],
  [290_166_500, "4 days"],
])("%i ms are %s", (ms, said) => {
  expect(formatLasting(ms, number)).toBe(said);
});
