import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { dateNumber, DATE_VALUES } from "#app/domain/naming/date-values.ts";
import type { DateSpelling, Field } from "#app/domain/naming/field.ts";
import { formatName } from "#app/domain/naming/format.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { compiled } from "./compiled.ts";

describe("numbers", () => {
  const numbers = (min: number, max: number, digits?: number) => {
    const type = { kind: "number", min, max, ...(digits ? { digits } : {}) } as const;
    return compiled("{n}", [{ id: "n", label: "number", type }]);
  };

  test("a range has exactly the numbers from its least to its greatest", () => {
    const bound = fc.oneof(fc.nat(120), fc.nat(3000), fc.nat(999_999_999));
    fc.assert(
      fc.property(bound, bound, bound, fc.boolean(), (a, b, other, filled) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const width = String(max).length;
        const convention = numbers(min, max, filled ? width : undefined);
        const near = [min, max].flatMap((edge) => [edge - 1, edge, edge + 1]);
        for (const n of [...near, other, min + (other % (max - min + 1))]) {
          if (n < 0) continue;
          const text = filled ? String(n).padStart(width, "0") : String(n);
          expect(readName(convention, text).ok).toBe(n >= min && n <= max);
          expect(readName(convention, `0${text}`).ok).toBe(false);
        }
      }),
      { numRuns: 500, seed: 26 },
    );
  });

  test("every number up to 1200 of every small range", () => {
    for (const [min, max] of [
      [0, 0],
      [0, 7],
      [1, 50],
      [9, 10],
      [98, 1021],
      [100, 999],
      [7, 1200],
    ] as const) {
      const convention = numbers(min, max);
      const read = Array.from({ length: 1201 }, (_, n) => n).filter(
        (n) => readName(convention, String(n)).ok,
      );
      expect([read.length, read[0], read.at(-1)]).toEqual([max - min + 1, min, max]);
    }
  });

  test("ambiguity is known exactly, because ranges are", () => {
    const fields = (max: number): Field[] => [
      { id: "a", label: "a", type: { kind: "number", min: 1, max } },
      { id: "b", label: "b", type: { kind: "number", min: 51, max: 99 } },
    ];
    expect(compileConvention("{a}{b}", fields(9))).toMatchObject({ ok: true });
    expect(compileConvention("{a}[{b}]", fields(50))).toMatchObject({ ok: true });
    expect(compileConvention("{a}[{b}]", fields(151))).toMatchObject({ ok: false });
  });

  test.each([
    [
      "{number:1-50}",
      "51",
      1,
      "“51” at position 1 is not a number. Expected a number from 1 to 50.",
    ],
    ["A{number:1-50}_B", "A75_B", 2, "“75” at position 2 is not a number."],
    ["{number:001-150}", "0", 1, "Expected a number from 001 to 150."],
    ["{number:1-50}", "00", 1, "“00” at position 1 is not a number."],
  ])("%s refuses %s", (pattern, text, position, message) => {
    const parsed = parseName(compiled(pattern), text);
    expect(parsed).toMatchObject({ ok: false, suggestions: [], error: { position } });
    expect(!parsed.ok && parsed.error.message).toContain(message);
  });
});

describe("dates", () => {
  const SPELLINGS = Object.keys(DATE_VALUES) as DateSpelling[];

  test.each(SPELLINGS)("%s reads its values and nothing else", (spelling) => {
    const type = { kind: "date", spelling } as const;
    const convention = compiled("{d}", [{ id: "d", label: "date", type }]);
    const values = DATE_VALUES[spelling];
    for (const { value, synonyms = [] } of values) {
      expect(readName(convention, value).ok).toBe(true);
      for (const synonym of synonyms) {
        expect(readName(convention, synonym).ok).toBe(false);
        expect(parseName(convention, synonym)).toMatchObject({ suggestions: [value] });
      }
    }
    const all = new Set(values.map(({ value }) => value));
    for (let n = 0; n < 3000; n++) {
      for (const text of [String(n), `W${String(n).padStart(2, "0")}`, `Q${n}`]) {
        expect(readName(convention, text).ok).toBe(all.has(text));
      }
    }
  });

  test.each([
    ["YY", "26", 2026],
    ["YYYY", "2099", 2099],
    ["Q", "Q3", 3],
    ["MON", "DEC", 12],
    ["MONTH", "MAY", 5],
    ["W", "W53", 53],
    ["DD", "32", NaN],
  ] as const)("%s %s is %s", (spelling, value, number) => {
    expect(dateNumber(spelling, value)).toBe(number);
  });

  test.each([
    ["{mm}{dd}", { mm: "02", dd: "29" }, null],
    [
      "{mm}{dd}",
      { mm: "02", dd: "30" },
      "“30” at position 3 is not a day of February. Expected a day from 01 to 29.",
    ],
    ["{dd}{month}", { dd: "31", month: "APR" }, "“31” at position 1 is not a day of April."],
    ["{monthname}-{dd}", { monthname: "MARCH", dd: "31" }, null],
    ["{month}{dd}{yy}", { month: "FEB", dd: "29", yy: "28" }, null],
    [
      "{month}{dd}{yy}",
      { month: "FEB", dd: "29", yy: "26" },
      "“29” at position 4 is not a day of February 2026. Expected a day from 01 to 28.",
    ],
    ["{month}{dd}{yy}", { month: "JUN", dd: "31", yy: "26" }, "is not a day of June."],
    ["{week}{yy}", { week: "W53", yy: "26" }, null],
    [
      "{week}{yy}",
      { week: "W53", yy: "27" },
      "“W53” at position 1 is not a week of 2027. Expected a week from W01 to W52.",
    ],
    ["{yyyy}{ww}", { yyyy: "2020", ww: "53" }, null],
    ["{yyyy}{ww}", { yyyy: "2021", ww: "53" }, "“53” at position 5 is not a week of 2021."],
    ["{dd}", { dd: "31" }, null],
    ["{week}", { week: "W53" }, null],
    ["{mm}[{dd}]", { mm: "02" }, null],
  ] as const)("%s of %j: %s", (pattern, dimensions, message) => {
    const convention = compiled(pattern);
    const given = dimensions as Record<string, string>;
    const name = pattern.replaceAll(/\[?\{([a-z]+)\}\]?/g, (_, id: string) => given[id] ?? "");
    const read = readName(convention, name);
    const written = formatName(convention, given);
    expect(read.ok).toBe(message === null);
    expect(written.ok).toBe(message === null);
    if (message !== null && !read.ok && !written.ok) {
      expect(read.error.message).toContain(message);
      const inWriting = read.error.message.replace(/ at position [0-9]+/, "");
      expect(written.errors[0]?.message).toBe(inWriting);
    }
  });

  test("weeks agree with a calendar walked day by day", () => {
    for (let year = 2000; year <= 2099; year++) {
      let thursdays = 0;
      for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year;) {
        if (day.getUTCDay() === 4) thursdays++;
        day = new Date(day.getTime() + 86_400_000);
      }
      const read = readName(compiled("{yyyy}-{week}"), `${year}-W53`);
      expect([year, read.ok]).toEqual([year, thursdays === 53]);
    }
  });

  test("days closer to another month go with that one", () => {
    const start: Field[] = [
      { id: "m", label: "month", type: { kind: "date", spelling: "MM" } },
      { id: "d", label: "day", type: { kind: "date", spelling: "DD" } },
      { id: "n", label: "month", type: { kind: "date", spelling: "MM" } },
      { id: "e", label: "day", type: { kind: "date", spelling: "DD" } },
    ];
    const convention = compiled("{m}{d}-{n}{e}", start);
    expect(readName(convention, "0131-0228").ok).toBe(true);
    expect(readName(convention, "0228-0131").ok).toBe(true);
    expect(readName(convention, "0131-0231")).toMatchObject({ error: { position: 8 } });
  });
});
