import { expect, test } from "vitest";
import { parseName } from "#app/domain/naming/parse.ts";
import { suggestAcross } from "#app/domain/naming/suggest.ts";
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

test.each([
  ["SUMER26_FRESHIP", [[0, "SUMMER26_FREESHIP"]]],
  ["FREESHIP_SUMMER26", [[0, "SUMMER26_FREESHIP"]]],
  ["WELCOM10", [[2, "WELCOME10"]]],
  ["VOP-X7K2P9RT", [[1, "VIP-X7K2P9RT"]]],
  ["Q1_LAURA-INSTA", [[3, "Q1_LAURA-IG"]]],
  ["1Q_LAURA", [[3, "Q1_LAURA"]]],
  ["SOMETHINGELSE", []],
  ["", []],
  ["A".repeat(10_000), []],
])("of several conventions, %s: %j", (text, expected) => {
  const conventions = [
    "{season}{yy}_{offer}[_{channel}]",
    "VIP-{unique:8}",
    "WELCOME{percent}",
    "{quarter}_{campaign}[-{channel}]",
  ].map((pattern) => compiled(pattern));
  const found = suggestAcross(conventions, text);
  expect(found.map(({ convention, name }) => [convention, name])).toEqual(expected);
});

test.each([
  ["{number:1-50}", "51"],
  ["{mm}{dd}", "0230"],
  ["{season}{yy}_{percent}", "SUMMER26_105"],
  ["{season}{yy}_{percent}", "SUMMER226_10"],
  ["{campaign:3-12}_{yy}", "LAURA_2"],
])("%s: no digit of a number is left out or made another (%s)", (pattern, text) => {
  const parsed = parseName(compiled(pattern), text);
  expect(parsed).toMatchObject({ ok: false, suggestions: [] });
});
