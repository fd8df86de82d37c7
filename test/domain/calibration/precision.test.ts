import { expect, test } from "vitest";

import {
  isChosen,
  isRight,
  precisionByBand,
  precisionBySignal,
  type DecidedCase,
} from "#app/domain/calibration/precision.ts";

const decided = (change: Partial<DecidedCase>): DecidedCase => ({
  ...{ kinds: ["over_limit"], signals: ["over_limit"], score: 0.97, isScored: true },
  decision: "abuse",
  ...change,
});

test.each<[DecidedCase["kinds"], DecidedCase["decision"], boolean]>([
  [["over_limit"], "abuse", true],
  [["over_limit"], "fine", false],
  [["over_limit"], "same_household", false],
  [["household_limit"], "same_household", true],
  [["household_limit"], "fine", false],
  [["household_limit", "over_limit"], "same_household", false],
])("%j decided to be %s", (kinds, decision, expected) => {
  expect(isRight({ kinds, decision })).toBe(expected);
});

test("by band: counts with an interval; bands without a case have none; exact rules have no band", () => {
  const cases = [
    ...Array.from({ length: 12 }, () => decided({})),
    ...Array.from({ length: 3 }, () => decided({ decision: "fine" })),
    decided({ score: 1 }),
    decided({ score: 0.8, decision: "same_household" }),
    decided({ score: null }),
  ];
  const bands = precisionByBand(cases).map(({ from, to, right, of }) => [from, to, right, of]);
  expect(bands).toEqual([
    [0, 0.5, 0, 0],
    [0.5, 0.8, 0, 0],
    [0.8, 0.9, 0, 1],
    [0.9, 0.95, 0, 0],
    [0.95, 0.99, 12, 15],
    [0.99, 1, 1, 1],
  ]);
  const [, , , empty, full] = precisionByBand(cases);
  expect(empty?.interval).toBeNull();
  // Wilson, 12 of 15: 0.548 to 0.930.
  expect(full?.interval?.map((bound) => bound.toFixed(3))).toEqual(["0.548", "0.930"]);
});

test("by signal: a case counts with each it has, the most frequent first", () => {
  const cases = [
    decided({ signals: ["velocity", "over_limit"] }),
    decided({ signals: ["over_limit"], decision: "fine" }),
    decided({ signals: ["chargeback"] }),
  ];
  expect(precisionBySignal(cases).map(({ kind, right, of }) => [kind, right, of])).toEqual([
    ["over_limit", 1, 2],
    ["chargeback", 1, 1],
    ["velocity", 1, 1],
  ]);
});

test("missed is abuse its score had not flagged, and mistaken what it had flagged and was fine", () => {
  const listed = (change: Partial<DecidedCase>) =>
    (["missed", "mistaken"] as const).filter((list) => isChosen(decided(change), { list }));
  expect(listed({})).toEqual([]);
  expect(listed({ isScored: false })).toEqual(["missed"]);
  expect(listed({ decision: "fine" })).toEqual(["mistaken"]);
  expect(listed({ decision: "fine", isScored: false })).toEqual([]);
  expect(listed({ decision: "same_household" })).toEqual([]);
});
