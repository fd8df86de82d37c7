import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/domain/shared/days.ts";
import type { DateSpelling, Field } from "#app/domain/naming/field.ts";
import { lintName } from "#app/domain/naming/lint/lint-name.ts";
import { easter, orthodoxEaster } from "#app/domain/naming/lint/season-days.ts";
import { spellDay } from "#app/domain/naming/spell-day.ts";
import { compiled } from "./compiled.ts";
import { between, JUNE } from "./lint-named.ts";

const SPELLINGS: DateSpelling[] = ["YY", "YYYY", "Q", "MON", "MONTH", "MM", "W", "WW", "DD"];
const FIELDS = SPELLINGS.map((spelling): Field => ({
  id: spelling,
  label: spelling,
  type: { kind: "date", spelling },
}));

const lints = (spelling: string, value: string, first: string, last: string | null) =>
  lintName(compiled(`S_{${spelling}}`, FIELDS), { [spelling]: value }, between(first, last), {});

/** The run moved to where the name says it is, otherwise as like as can be. */
const MOVED: Record<string, { first: string; last: string | null }> = {
  "YY 26": { first: "2026-06-01", last: null },
  "YYYY 2026": { first: "2026-06-01", last: "2026-06-09" },
  "Q Q3": { first: "2026-09-10", last: null },
  "MON MAY": { first: "2026-05-10", last: null },
  "MM 05": { first: "2026-05-10", last: null },
  "W W07": { first: "2026-02-10", last: null },
  "DD 01": { first: "2026-06-01", last: "2026-06-01" },
};

describe("the date in the name", () => {
  test.each([
    ["YY", "26", "2026-06-01", null],
    ["YY", "26", "2025-12-15", "2026-01-15"],
    ["YYYY", "2027", "2025-06-01", "2028-06-01"],
    ["YY", "26", "2025-12-31", null],
    ["Q", "Q4", "2026-10-01", "2026-12-31"],
    ["MON", "JAN", "2026-12-10", "2027-02-03"],
    ["MONTH", "JUNE", "2026-06-01", "2026-06-30"],
    ["MM", "07", "2026-06-30", "2026-06-30"],
    ["W", "W53", "2026-12-28", null],
    ["WW", "01", "2026-01-01", null],
    ["DD", "28", "2026-11-27", null],
    ["DD", "26", "2026-11-27", null],
    ["DD", "05", "2026-01-20", "2026-02-10"],
  ])("{%s} %s is true from %s to %s", (spelling, value, first, last) => {
    expect(lints(spelling, value, first, last)).toEqual([]);
  });

  test.each([
    ["YY", "26", "2025-06-01", null, "year", "2026, but the discount starts on 1 June 2025", "25"],
    [
      "YYYY",
      "2026",
      "2025-06-01",
      "2025-06-09",
      "year",
      "2026, but the discount runs from 1 June 2025 to 9 June 2025",
      "2025",
    ],
    [
      "Q",
      "Q3",
      "2026-10-10",
      null,
      "quarter",
      "quarter 3, but the discount starts on 10 October 2026",
      "Q4",
    ],
    [
      "MON",
      "MAY",
      "2026-06-10",
      null,
      "month",
      "May, but the discount starts on 10 June 2026",
      "JUN",
    ],
    ["MM", "05", "2026-06-10", null, "month", "May, but the discount starts on 10 June 2026", "06"],
    [
      "W",
      "W07",
      "2026-06-10",
      null,
      "week",
      "week 7, but the discount starts on 10 June 2026",
      "W24",
    ],
    [
      "DD",
      "01",
      "2026-06-10",
      "2026-06-10",
      "day",
      "day 1, but the discount runs on 10 June 2026 only",
      "10",
    ],
  ])("{%s} %s from %s to %s", (spelling, value, first, last, rule, says, right) => {
    expect(lints(spelling, value, first, last)).toEqual([
      {
        rule,
        severity: "warning",
        field: spelling,
        message: `“${value}” says ${says}.`,
        fixes: [
          { kind: "rename", name: `S_${right}` },
          { kind: "set_dates", ...MOVED[`${spelling} ${value}`] },
        ],
      },
    ]);
  });

  test("days are those of the shop’s clock", () => {
    const parts = { MM: "03", DD: "01" };
    const [lint] = lintName(compiled("S_{MM}{DD}", FIELDS), parts, JUNE, {});
    expect(lint?.fixes).toEqual([
      { kind: "rename", name: "S_0601" },
      { kind: "set_dates", first: "2026-03-01", last: "2026-03-30" },
    ]);
  });

  test("any day spelled rightly is right, and putting a part right leaves nothing to say of it", () => {
    const day = fc.integer({ min: 0, max: 36_000 }).map((n) => addDays("2000-06-01", n));
    const anySpelling = fc.constantFrom(...SPELLINGS);
    fc.assert(
      fc.property(day, day, anySpelling, (first, other, spelling) => {
        const [right, wrong] = [spellDay(first, spelling)!, spellDay(other, spelling)!];
        expect(lints(spelling, right, first, null)).toEqual([]);
        for (const { fixes } of lints(spelling, wrong, first, null)) {
          const [renamed, moved] = fixes;
          expect(renamed).toEqual({ kind: "rename", name: `S_${right}` });
          // Not every week has a day in every year near.
          if (moved?.kind === "set_dates") {
            expect(lints(spelling, wrong, moved.first, null)).toEqual([]);
          }
        }
      }),
      { numRuns: 500, seed: 26 },
    );
  });
});

describe("the parts of a date together", () => {
  const FULL = compiled("{YYYY}-{MM}-{DD}", FIELDS);
  const told = (date: string, first: string, last: string | null) => {
    const [YYYY = "", MM = "", DD = ""] = date.split("-");
    return lintName(FULL, { YYYY, MM, DD }, between(first, last), {});
  };

  test.each([
    ["2026-02-14", "2026-02-01", "2026-02-20"],
    ["2026-02-14", "2026-02-14", null],
    ["2026-02-14", "2026-02-15", null],
    ["2024-02-29", "2023-01-01", "2026-01-01"],
  ])("%s is a day from %s to %s", (date, first, last) => {
    expect(told(date, first, last)).toEqual([]);
  });

  test("are no day of the discount, though each is right of some", () => {
    expect(told("2026-02-28", "2026-01-25", "2026-02-10")).toEqual([
      {
        rule: "date",
        severity: "warning",
        field: "DD",
        message:
          "“2026”, “02” and “28” together say no day of the discount, which runs from 25 January 2026 to 10 February 2026.",
        fixes: [
          { kind: "rename", name: "2026-01-25" },
          { kind: "set_dates", first: "2026-02-28", last: "2026-03-16" },
        ],
      },
    ]);
    expect(told("2025-02-10", "2025-12-20", "2026-02-20").map(({ rule }) => rule)).toEqual([
      "date",
    ]);
  });

  test("are told apart where one is wrong by itself", () => {
    const found = told("2026-05-28", "2026-01-25", "2026-02-10");
    expect(found.map(({ rule }) => rule)).toEqual(["month"]);
    // The name's other parts are kept to, too.
    expect(found[0]?.fixes[1]).toMatchObject({ kind: "set_dates", first: "2026-05-28" });
  });
});

describe("days everybody knows", () => {
  const season = (value: string, first: string, last: string | null) =>
    lintName(compiled("{season}"), { season: value }, between(first, last), {});

  test.each([
    ["BLACKFRIDAY", "2026-11-27", null],
    ["BLACKFRIDAY", "2026-11-01", "2026-11-30"],
    ["CYBERMONDAY", "2025-12-01", null],
    ["XMAS", "2026-12-01", "2026-12-24"],
    ["XMAS", "2027-01-02", null],
    ["NEWYEAR", "2026-12-28", null],
    ["NEWYEAR", "2027-02-01", null],
    ["VALENTINES", "2026-02-01", "2026-02-14"],
    ["EASTER", "2026-04-05", null],
    ["EASTER", "2027-05-02", null],
    ["HALLOWEEN", "2026-10-15", null],
    ["SINGLESDAY", "2026-11-11", null],
    ["XMAS", "2026-01-20", "2029-01-01"],
    // Half the world has it in January.
    ["SUMMER", "2026-01-05", null],
    ["MOTHERSDAY", "2026-01-05", null],
  ])("%s from %s to %s", (value, first, last) => {
    expect(season(value, first, last)).toEqual([]);
  });

  test.each([
    ["BLACKFRIDAY", "2026-06-01"],
    ["CYBERMONDAY", "2026-10-01"],
    ["XMAS", "2026-07-25"],
    ["NEWYEAR", "2026-03-15"],
    ["VALENTINES", "2026-03-01"],
    ["EASTER", "2026-08-01"],
    ["HALLOWEEN", "2026-12-01"],
    ["SINGLESDAY", "2026-12-01"],
  ])("%s from %s is told", (value, first) => {
    expect(season(value, first, null)).toMatchObject([
      { rule: "season", severity: "info", fixes: [] },
    ]);
  });

  test("in words", () => {
    expect(season("XMAS", "2026-07-01", "2026-07-26")[0]?.message).toBe(
      "“XMAS” says Christmas, but the discount runs from 1 July 2026 to 26 July 2026.",
    );
  });

  test.each([
    [2000, "2000-04-23", "2000-04-30"],
    [2024, "2024-03-31", "2024-05-05"],
    [2025, "2025-04-20", "2025-04-20"],
    [2026, "2026-04-05", "2026-04-12"],
    [2027, "2027-03-28", "2027-05-02"],
    [2038, "2038-04-25", "2038-04-25"],
    [2049, "2049-04-18", "2049-04-25"],
    [2076, "2076-04-19", "2076-04-26"],
  ])("Easter %i", (year, western, eastern) => {
    expect([easter(year), orthodoxEaster(year)]).toEqual([western, eastern]);
  });
});
