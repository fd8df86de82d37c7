import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completePattern } from "#app/domain/naming/complete-pattern.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";

/** `|` is where the cursor stands; the answer is each text with its completion put in. */
function completed(marked: string, fields = BUILT_IN_FIELDS): string[] {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, options } = completePattern(text, cursor, fields);
  return options.map((option) => text.slice(0, from) + option.text + text.slice(to));
}

describe("while a convention is typed", () => {
  test.each([
    ["{sea|", ["{season}"]],
    ["{SEA|", ["{season}"]],
    ["{sea|son}{yy}", ["{season}{yy}"]],
    ["{|}_{season}{yy}{yyyy}", expect.not.arrayContaining(["{season}_{season}{yy}{yyyy}"])],
    ["{y|", ["{yy}", "{yyyy}"]],
    // By a word of the label.
    ["{year|", ["{yy}", "{yyyy}"]],
    ["{lang|", ["{locale}"]],
    ["SALE_{percent|_X", ["SALE_{percent}_X"]],
    ["{season}|", []],
    ["SALE|", []],
    ["{nosuch|", []],
    [
      "{campaign:|",
      [
        ...["{campaign:3-12}", "{campaign:2-20}", "{campaign:8}"],
        ...["{campaign:3-12,letters}", "{campaign:3-12,digits}"],
      ],
    ],
    ["{campaign:3-12,l|}_{yy}", ["{campaign:3-12,letters}_{yy}"]],
    ["{number:0|", ["{number:001-999}"]],
    ["{season:|", []],
    ["S{unique:10,d|", ["S{unique:10,digits}", "S{unique:10,digits,check}"]],
    ["S{unique:9,c|", ["S{unique:9,check}"]],
    ["S{unique:99|", []],
  ])("%s", (marked, texts) => {
    expect(completed(marked)).toEqual(texts);
  });

  test("the unique part’s arguments come with what they mean", () => {
    const { options } = completePattern("S{unique:8", 10, BUILT_IN_FIELDS);
    expect(options).toContainEqual({
      text: "{unique:8,digits,check}",
      label: "8 digits, the last to catch typing errors",
    });
    expect(options[0]).toEqual({ text: "{unique:8}", label: "8 characters nobody mixes up" });
    expect(options.length).toBeLessThanOrEqual(8);
  });

  test("an empty convention begins with good ones, which compile", () => {
    const { from, to, options } = completePattern("", 0, BUILT_IN_FIELDS);
    expect([from, to]).toEqual([0, 0]);
    expect(options.length).toBeGreaterThan(4);
    for (const { text } of options) {
      expect(compileConvention(text, BUILT_IN_FIELDS)).toMatchObject({ ok: true });
    }
    expect(completePattern("", 0, []).options).toEqual([]);
  });
});

test("any text and cursor are answered, within the text", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    "season",
    "uni",
    "unique",
    "8",
    ",",
    "_",
    "yy",
    "-",
  );
  const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), fc.nat(40), (text, at) => {
      const cursor = Math.min(at, text.length);
      const { from, to, options } = completePattern(text, cursor, BUILT_IN_FIELDS);
      expect(from >= 0 && from <= cursor && to <= text.length).toBe(true);
      for (const option of options) expect(option.text).toMatch(/^.*\{[a-z]+(:[0-9a-z,-]+)?\}/);
    }),
    { seed: 26 },
  );
});
