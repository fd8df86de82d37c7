import { expect, test } from "vitest";

import { NEW_WATCH, watchTick, type WatchedCode } from "#app/domain/anomaly/watch-codes.ts";

/** A code that is used every other day or so, seen for five weeks, at an hour when nobody ever orders. */
const SELDOM: WatchedCode = {
  ...NEW_WATCH,
  age: 3_360,
  rate: { ...NEW_WATCH.rate, claims: 4, exposure: 830 },
};
const AT_NIGHT = 0.02;
const after = (counts: readonly number[]) => {
  let codes = [SELDOM];
  let alarms = 0;
  for (const claims of counts) {
    const next = watchTick(codes, [{ claims, isAnnounced: false }], AT_NIGHT);
    codes = next.codes;
    alarms += next.alarms.length;
  }
  return alarms;
};

test.each([
  ["a single claim at night is no run", [1], 0],
  ["nor are two, an hour apart", [1, 0, 0, 0, 1], 0],
  ["nor are two at once", [2], 0],
  ["three at once are beyond belief", [3], 1],
  ["and one after another do not pass for long", [1, 1, 1, 1], 1],
])("%s", (_, counts, alarms) => {
  expect(after(counts)).toBe(alarms);
});
