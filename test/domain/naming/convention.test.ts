import { describe, expect, test } from "vitest";
import { compileConvention, findSharedName } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { compiled } from "./compiled.ts";

const errorsOf = (text: string, fields: readonly Field[] = BUILT_IN_FIELDS) => {
  const result = compileConvention(text, fields);
  return result.ok ? [] : result.errors;
};

test.each([
  "{season}{yy}_{offer}",
  "{season}{yy}_{offer}[_{channel}]",
  "sale-{yyyy}-{quarter}",
  "{campaign}-{percent}",
  "{yy}{percent}",
  "{month}{yy}[_{campaign}]",
])("%s is a convention", (text) => {
  expect(errorsOf(text)).toEqual([]);
});

test.each([
  ["", 1, "cannot be empty"],
  ["{seazon}{yy}", 1, "There is no field {seazon}. Did you mean {season}?"],
  ["{Season}", 1, "Did you mean {season}?"],
  ["{ofer}", 1, "Did you mean {offer}?"],
  ["{nothing}", 1, "or make your own first under Fields"],
  ["{}", 1, "Write a field between “{” and “}”"],
  ["X{season", 2, "never closed"],
  ["{season}_{season}", 10, "a second time"],
  ["{season} {yy}", 9, "A space"],
  ["{season}€{yy}", 9, "“€”"],
  ["{season}}", 9, "“}”"],
  ["{season}[_{channel}", 9, "never closed"],
  ["{season}]", 9, "no “[” before it"],
  ["{season}[_[{channel}]]", 11, "inside another"],
  ["{season}[_SALE]", 9, "needs a field"],
  ["[{season}]", 1, "a name could be empty"],
  ["{__proto__}", 1, "There is no field {__proto__}"],
  ["{constructor}", 1, "There is no field {constructor}"],
  ["A".repeat(256), 1, "256 characters long"],
  ["{x}".repeat(1000), 501, "at most 500 characters"],
])("%s is refused at %i: %s", (text, position, message) => {
  const error = errorsOf(text).find((e) => e.message.includes(message));
  expect(error).toMatchObject({ position });
});

test("every mistake is reported at once", () => {
  expect(errorsOf("{a}_{b} {c}")).toHaveLength(4);
});

describe("what could be read in two ways is refused with a name that shows it", () => {
  const word = (id: string, min: number, max: number): Field => ({
    id,
    label: id,
    type: { kind: "word", min, max, charset: "letters_digits" },
  });
  test.each([
    ["{campaign}[{yy}]", BUILT_IN_FIELDS],
    ["{a}{b}", [word("a", 1, 3), word("b", 1, 3)]],
    ["{season}[_{channel}][_{campaign}]", BUILT_IN_FIELDS],
    ["{a}[-{b}]{c}", [word("a", 1, 2), word("b", 1, 2), word("c", 1, 2)]],
  ])("%s", (text, fields) => {
    const [error] = errorsOf(text, fields);
    expect(error?.message).toContain("could be read in two ways");
  });

  test("the name it shows really has two readings", () => {
    const fields = [word("a", 1, 3), word("b", 1, 3)];
    const [error] = errorsOf("{a}{b}", fields);
    expect(error?.message).toBe(
      "“AAA” could be read in two ways: a AA and b A, or a A and b AA. " +
        "Put a “_” or “-” between the parts.",
    );
  });

  test("fixed lengths need no separator", () => {
    expect(errorsOf("{a}{b}", [word("a", 3, 3), word("b", 1, 3)])).toEqual([]);
  });
});

describe("two conventions", () => {
  test("that share a name are told so, with the name", () => {
    const shared = findSharedName(compiled("{season}{yy}"), compiled("{campaign}"));
    expect(shared).toBe("XMAS00");
  });

  test("that are the same share every name", () => {
    expect(findSharedName(compiled("{season}{yy}"), compiled("{season}{yy}"))).not.toBeNull();
    const one = compiled("{quarter}");
    expect(findSharedName(one, one)).toBe("Q1");
  });

  test("that share none can be active together", () => {
    expect(findSharedName(compiled("{season}{yy}"), compiled("{season}_{yy}"))).toBeNull();
  });
});

describe("fields that cannot be", () => {
  const field = (type: Field["type"]): Field[] => [{ id: "f", label: "thing", type }];
  test.each([
    [field({ kind: "list", values: [] }), "has no values"],
    [field({ kind: "list", values: [{ value: "", label: "" }] }), "must be made of"],
    [field({ kind: "list", values: [{ value: "a", label: "a" }] }), "must be made of"],
    [field({ kind: "list", values: [{ value: "Ä", label: "Ä" }] }), "must be made of"],
    [
      field({
        kind: "list",
        values: [
          { value: "A", label: "A" },
          { value: "B", label: "B", synonyms: ["A"] },
        ],
      }),
      "stands twice",
    ],
    [field({ kind: "number", min: 5, max: 4 }), "from the smaller to the larger: 4 to 5"],
    [field({ kind: "number", min: 0, max: 1e12 }), "from 0 to 999999999"],
    [field({ kind: "word", min: 0, max: 4, charset: "letters" }), "whole numbers from 1 to 64"],
    [field({ kind: "word", min: 1, max: 65, charset: "letters" }), "whole numbers from 1 to 64"],
  ])("case %#: %s", (fields, message) => {
    expect(errorsOf("X{f}", fields)[0]).toMatchObject({
      position: 2,
      message: expect.stringContaining(message) as string,
    });
  });
});

test("a list that is too long for a convention is named, with where it stands", () => {
  const values = Array.from({ length: 2_000 }, (_, i) => {
    const value = `${i}PARTNERNUMBER`;
    return { value, label: value };
  });
  const partner: Field = { id: "partner", label: "partner", type: { kind: "list", values } };
  const result = compileConvention("{season}-{partner}", [...BUILT_IN_FIELDS, partner]);
  expect(result.ok ? [] : result.errors).toMatchObject([{ position: 10 }]);
  expect(result.ok || result.errors[0]?.message).toMatch(
    /^The list of partner is too long: it has 2\d{4} characters, and a convention at most 20000\./,
  );
});
