import fc from "fast-check";
import { expect, test } from "vitest";
import { isDate, periodOf } from "#app/domain/policy/period.ts";

test.each([
  ["lifetime", "2026-11-23", "L", null],
  ["day", "2026-11-23", "2026-11-23", "2026-11-23"],
  ["month", "2026-11-23", "2026-11", "2026-11-30"],
  ["month", "2028-02-01", "2028-02", "2028-02-29"],
  ["month", "2026-12-31", "2026-12", "2026-12-31"],
  ["quarter", "2026-01-01", "2026-Q1", "2026-03-31"],
  ["quarter", "2026-06-30", "2026-Q2", "2026-06-30"],
  ["quarter", "2026-12-31", "2026-Q4", "2026-12-31"],
  // Weeks around New Year, from ISO 8601's own examples.
  ["week", "2005-01-01", "2004-W53", "2005-01-02"],
  ["week", "2005-12-31", "2005-W52", "2006-01-01"],
  ["week", "2007-01-01", "2007-W01", "2007-01-07"],
  ["week", "2008-12-29", "2009-W01", "2009-01-04"],
  ["week", "2010-01-03", "2009-W53", "2010-01-03"],
  ["week", "2026-11-22", "2026-W47", "2026-11-22"],
  ["week", "2026-11-23", "2026-W48", "2026-11-29"],
] as const)("%s of %s is %s", (window, date, key, lastDay) => {
  expect(periodOf(window, date)).toEqual({ key, lastDay });
});

test.each([
  "",
  "2026",
  "2026-13-01",
  "2026-02-29",
  "2026-2-01",
  "2026-02-30T",
  "20261123",
  "abcd-ef-gh",
  "2026-11-23 ",
])("%j is no date", (text) => {
  expect(isDate(text)).toBe(false);
  for (const window of ["day", "week", "month", "quarter"] as const) {
    expect(periodOf(window, text)).toBeNull();
  }
  expect(periodOf("lifetime", text)).toEqual({ key: "L", lastDay: null });
});

/** ISO week by its definition: the week with the year's first Thursday is week 1. */
function naiveWeek(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  while (day.getUTCDay() !== 4) {
    const direction = day.getUTCDay() === 0 || day.getUTCDay() > 4 ? -1 : 1;
    day.setUTCDate(day.getUTCDate() + direction);
  }
  const year = day.getUTCFullYear();
  let week = 0;
  const walk = new Date(Date.UTC(year, 0, 1));
  for (; walk <= day; walk.setUTCDate(walk.getUTCDate() + 1)) if (walk.getUTCDay() === 4) week++;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

test("weeks are as the definition says, on any day of four centuries", () => {
  const days = fc.integer({ min: -70 * 365, max: 330 * 365 });
  fc.assert(
    fc.property(days, (n) => {
      const date = new Date(n * 86_400_000).toISOString().slice(0, 10);
      expect(periodOf("week", date)?.key).toBe(naiveWeek(date));
    }),
    { numRuns: 300 },
  );
});

test("a period's last day is its last: the next day is another period", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("day" as const, "week" as const, "month" as const, "quarter" as const),
      fc.integer({ min: 0, max: 60_000 }),
      (window, n) => {
        const period = periodOf(window, new Date(n * 86_400_000).toISOString().slice(0, 10));
        const next = new Date(Date.parse(period?.lastDay ?? "") + 86_400_000)
          .toISOString()
          .slice(0, 10);
        expect(periodOf(window, period?.lastDay ?? "")).toEqual(period);
        expect(periodOf(window, next)?.key).not.toBe(period?.key);
      },
    ),
  );
});
