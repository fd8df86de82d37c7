import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, dayText } from "#app/domain/policy/day.ts";
import { periodOf } from "#app/domain/policy/period.ts";
import { seasonProblem, turnOf, type Season } from "#app/domain/policy/season.ts";
import { spanOf } from "#app/domain/policy/span.ts";
import { anyDate } from "./generated.ts";

const day = (text: string) => dayNumber(text) ?? NaN;
const span = (first: string, last: string) => ({ first: day(first), last: day(last) });

test.each([
  ["day", "2026-11-23", span("2026-11-23", "2026-11-23")],
  ["week", "2026-11-29", span("2026-11-23", "2026-11-29")],
  ["week", "2027-01-01", span("2026-12-28", "2027-01-03")],
  ["month", "2028-02-10", span("2028-02-01", "2028-02-29")],
  ["month", "2000-02-10", span("2000-02-01", "2000-02-29")],
  ["month", "2099-02-10", span("2099-02-01", "2099-02-28")],
  ["quarter", "2026-12-31", span("2026-10-01", "2026-12-31")],
  ["quarter", "2026-05-31", span("2026-04-01", "2026-06-30")],
  ["lifetime", "2026-11-23", { first: 0, last: null }],
  [{ kind: "rolling", days: 30 }, "2026-11-23", span("2026-10-25", "2026-11-23")],
  [{ kind: "rolling", days: 1 }, "2026-11-23", span("2026-11-23", "2026-11-23")],
  [
    { kind: "period", first: "2026-11-20", last: "2026-11-30" },
    "2026-11-20",
    span("2026-11-20", "2026-11-30"),
  ],
  [{ kind: "period", first: "2026-11-20", last: "2026-11-30" }, "2026-12-01", null],
  [{ kind: "period", first: "2026-11-20", last: "2026-11-30" }, "2026-11-19", null],
] as const)("%j on %s", (window, date, expected) => {
  expect(spanOf(window, day(date))).toEqual(expected);
});

test("windows of the calendar are those that have a name", () => {
  const windows = fc.constantFrom(
    "day" as const,
    "week" as const,
    "month" as const,
    "quarter" as const,
  );
  fc.assert(
    fc.property(windows, anyDate, (window, date) => {
      const found = spanOf(window, day(date));
      const [first, last] = [dayText(found?.first ?? 0), dayText(found?.last ?? 0)];
      const named = periodOf(window, date);
      expect(last).toBe(named?.lastDay);
      expect(periodOf(window, first)).toEqual(named);
      expect(periodOf(window, dayText((found?.first ?? 0) - 1))?.key).not.toBe(named?.key);
    }),
    { numRuns: 500 },
  );
});

test.each(["", "2026", "2026-13-01", "20261123", "abcd-ef-gh", "2026-11-23T", "11/23/2026"])(
  "%j is no day",
  (text) => {
    expect(dayNumber(text)).toBeNull();
  },
);

describe("a season", () => {
  const season = (first: string, last: string, yearly = true): Season => ({
    key: "s",
    name: "Season",
    first,
    last,
    yearly,
  });
  test.each([
    ["before it", season("2025-11-20", "2025-12-01"), "2025-03-01", "2025-11-20", "2025-12-01"],
    ["in it", season("2025-11-20", "2025-12-01"), "2025-11-25", "2025-11-20", "2025-12-01"],
    ["after it", season("2025-11-20", "2025-12-01"), "2025-12-02", "2026-11-20", "2026-12-01"],
    ["years later", season("2025-11-20", "2025-12-01"), "2031-12-01", "2031-11-20", "2031-12-01"],
    [
      "over the year's end",
      season("2025-12-01", "2026-02-28"),
      "2027-01-15",
      "2026-12-01",
      "2027-02-28",
    ],
    [
      "to a 29 February",
      season("2024-02-01", "2024-02-29"),
      "2025-02-10",
      "2025-02-01",
      "2025-02-28",
    ],
  ])("%s", (_, asked, date, first, last) => {
    expect(turnOf(asked, date)).toEqual({ kind: "period", first, last });
  });

  test("that does not come back is over when it is over", () => {
    expect(turnOf(season("2025-11-20", "2025-12-01", false), "2025-12-02")).toBeNull();
  });

  test.each([
    [season("2025-11-20", "2025-12-01"), null],
    [season("2025-01-01", "2025-12-31"), null],
    [season("2025-02-30", "2025-12-31"), "dates"],
    [season("2025-12-02", "2025-12-01"), "order"],
    [season("2025-01-01", "2026-01-01"), "longer_than_a_year"],
    [season("2025-01-01", "2029-01-01", false), null],
  ])("%j has the problem %s", (asked, problem) => {
    expect(seasonProblem(asked)).toBe(problem);
  });

  test("its turns never overlap and never end before they are asked for", () => {
    const seasons = fc
      .tuple(fc.integer({ min: 10_000, max: 20_000 }), fc.integer({ min: 0, max: 300 }))
      .map(([first, days]) => season(dayText(first), dayText(first + days)));
    fc.assert(
      fc.property(seasons, fc.integer({ min: 0, max: 9_000 }), (asked, later) => {
        const date = dayText(day(asked.first) + later);
        const turn = turnOf(asked, date);
        const next = turn && turnOf(asked, dayText(day(turn.last) + 1));
        expect(turn && turn.last >= date && turn.first <= turn.last).toBe(true);
        expect(next && turn && next.first > turn.last).toBe(true);
      }),
    );
  });
});
