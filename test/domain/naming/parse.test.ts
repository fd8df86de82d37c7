import { describe, expect, test } from "vitest";
import type { Field } from "#app/domain/naming/field.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";

const CONVENTION = compiled("{season}{yy}_{offer}[_{channel}]");

const refused = (text: string) => {
  const parsed = parseName(CONVENTION, text);
  if (parsed.ok) throw new Error(`${text} was read`);
  return parsed;
};

describe("reads", () => {
  test.each([
    ["SUMMER26_FREESHIP", { season: "SUMMER", yy: "26", offer: "FREESHIP" }],
    [" summer26_freeship\n", { season: "SUMMER", yy: "26", offer: "FREESHIP" }],
    ["BLACKFRIDAY26_15OFF_IG", { season: "BLACKFRIDAY", yy: "26", offer: "15OFF", channel: "IG" }],
    ["WINTER00_100OFF", { season: "WINTER", yy: "00", offer: "100OFF" }],
    [
      "Easter27_10eurOFF_Email",
      { season: "EASTER", yy: "27", offer: "10EUROFF", channel: "EMAIL" },
    ],
    ["XMAS26_DISCOUNT", { season: "XMAS", yy: "26", offer: "DISCOUNT" }],
  ])("%j", (text, dimensions) => {
    const parsed = parseName(CONVENTION, text);
    const name = text.trim().toUpperCase();
    expect(parsed).toEqual({ ok: true, name, dimensions, unique: null });
  });
});

describe("refuses, saying where and what was expected", () => {
  test.each([
    [
      "SUMER26_FREESHIP",
      1,
      "“SUMER” at position 1 is not a season. Expected one of SPRING, SUMMER",
    ],
    [
      "SUMMER2_FREESHIP",
      7,
      "“2” at position 7 is not a two-digit year. Expected two digits, such as 26.",
    ],
    ["SUMMERXX_FREESHIP", 7, "“XX” at position 7 is not a two-digit year."],
    ["SUMMER_FREESHIP", 7, "“_” at position 7 is not a two-digit year."],
    ["SUMMER26FREESHIP", 9, "Expected “_” at position 9, but found “FREESHIP”."],
    ["SUMMER26_FREESHIPS", 18, "Expected “_” at position 18, but found “S”."],
    ["SUMMER26_0OFF", 10, "“0OFF” at position 10 is not an offer."],
    ["SUMMER26_101OFF", 10, "“101OFF” at position 10 is not an offer."],
    ["SUMMER26_015OFF", 10, "“015OFF” at position 10 is not an offer."],
    ["SUMMER26_", 10, "The name is not complete. Expected FREESHIP, DISCOUNT"],
    ["SUMMER26_FREESHIP_", 19, "The name is not complete. Expected one of EMAIL"],
    ["SUMMER26_FREESHIP_IG_X", 21, "The name should end after “SUMMER26_FREESHIP_IG”"],
    ["FALL26_FREESHIP", 1, "“FALL” at position 1 is written AUTUMN here."],
    ["SUMMER26_FREESHIP_INSTAGRAM", 19, "“INSTAGRAM” at position 19 is written IG here."],
    ["", 1, "A code cannot be empty."],
    ["SUMMER 26_FREESHIP", 7, "A space at position 7"],
    ["SUMMER26_🎉", 10, "“🎉” at position 10"],
    ["\u202eSUMMER26_FREESHIP", 1, "An invisible character (U+202E)"],
    ["ЅUMMER26_FREESHIP", 1, "looks like S"],
    ["A".repeat(300), 256, "at most 255 characters"],
  ])("%j", (text, position, message) => {
    const { error } = refused(text);
    expect(error.position).toBe(position);
    expect(error.message).toContain(message);
    expect(error.expected).not.toBe("");
  });

  test("a number outside its range, though it has as many digits", () => {
    const week: Field = { id: "week", label: "week", type: { kind: "number", min: 1, max: 53 } };
    const convention = compiled("W{week}", [week]);
    expect(parseName(convention, "w53")).toMatchObject({ ok: true, dimensions: { week: "53" } });
    expect(parseName(convention, "W54")).toMatchObject({
      error: {
        position: 2,
        message: "“54” at position 2 is not a week. Expected a number from 1 to 53.",
      },
    });
    expect(parseName(convention, "W05")).toMatchObject({ ok: false });
  });
});

test("a field may have any name", () => {
  const fields = ["__proto__", "constructor", "toString"].map((id): Field => ({
    id,
    label: id,
    type: { kind: "word", min: 1, max: 3, charset: "letters" },
  }));
  const parsed = parseName(compiled("{__proto__}_{constructor}_{toString}", fields), "a_b_c");
  if (!parsed.ok) throw new Error(parsed.error.message);
  expect(Object.entries(parsed.dimensions)).toEqual([
    ["__proto__", "A"],
    ["constructor", "B"],
    ["toString", "C"],
  ]);
  expect(({} as Record<string, unknown>)["A"]).toBeUndefined();
  expect(Object.getPrototypeOf(parsed.dimensions)).toBeNull();
});
