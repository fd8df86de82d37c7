import { expect, test } from "vitest";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";

const CONVENTION = compiled("{season}{yy}_{offer}[_{channel}]");

const suggestionsFor = (text: string): string[] => {
  const parsed = parseName(CONVENTION, text);
  return parsed.ok ? [] : parsed.suggestions;
};

test.each([
  ["SUMER26_FRESHIP", "SUMMER26_FREESHIP"],
  ["SUMMER26FREESHIP", "SUMMER26_FREESHIP"],
  ["SUMMER-26_FREESHIP", "SUMMER26_FREESHIP"],
  ["SUMMER 26 FREESHIP", "SUMMER26_FREESHIP"],
  ["SUMMER26_FREESHIP🎉", "SUMMER26_FREESHIP"],
  ["SUMMER26_FREESHIPPING", "SUMMER26_FREESHIP"],
  ["FALL26_FREESHIP", "AUTUMN26_FREESHIP"],
  ["CHRISTMAS26_FRESHIP_INSTA", "XMAS26_FREESHIP_IG"],
  ["FREESHIP_SUMMER26", "SUMMER26_FREESHIP"],
  ["26SUMMER_FREESHIP", "SUMMER26_FREESHIP"],
  ["IG_FREESHIP_SUMER26", "SUMMER26_FREESHIP_IG"],
  ["SUMMER26_15OF", "SUMMER26_15OFF"],
])("%j: did you mean %s", (text, name) => {
  expect(suggestionsFor(text)[0]).toBe(name);
});

test("what is suggested is always valid, and at most three", () => {
  for (const text of ["SUMMER26_FREESHIP_XX", "SUMMER26_", "WINER26_1OFF_E", "XMAS26_FRESHIP_YX"]) {
    const suggestions = suggestionsFor(text);
    expect(suggestions.length).toBeLessThanOrEqual(3);
    for (const name of suggestions) {
      expect(parseName(CONVENTION, name)).toMatchObject({ ok: true, name });
    }
  }
});

test("no year and no word is ever made up", () => {
  expect(suggestionsFor("SUMMER_FREESHIP")).toEqual([]);
  expect(suggestionsFor("QQQQQQQQQQ")).toEqual([]);
});
