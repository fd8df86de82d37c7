import { expect, test } from "vitest";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
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

test.each([
  ["{handle}_{percent}", "ANNA15", "ANNA_15"],
  ["{campaign}_{yy}", "SUMMER26", "SUMMER_26"],
  ["{campaign}_{season}", "ANNASUMMER", "ANNA_SUMMER"],
  ["{campaign}-{unique:8}", "VIP22222222", "VIP-22222222"],
  ["{season}{yy}_{offer}", "SUMMER2615OFF", "SUMMER26_15OFF"],
  ["{yyyy}{mm}_{campaign}", "2026-07_LAUNCH", "202607_LAUNCH"],
  ["B2B-{percent}", "BB-10", "B2B-10"],
  ["{campaign}_{region}", "ANNADE", "ANNA_DE"],
])("%s: %s keeps all that was typed and is %s", (pattern, text, name) => {
  const parsed = parseName(compiled(pattern), text);
  expect(parsed.ok || parsed.suggestions[0]).toBe(name);
});

test.each([
  ["{yyyy}-{mm}-{dd}_{campaign}", "2026-02-30_ABC"],
  ["{campaign:4}_{percent}", "ANNA_1-5"],
  ["{yyyy}", "20-26"],
  ["{campaign:3}_{campaign2}", "AB1234"],
  ["{percent}_{campaign}", "150_ABC"],
])("%s: the digits of a number stay together (%s)", (pattern, text) => {
  const other = { ...BUILT_IN_FIELDS.find(({ id }) => id === "campaign")!, id: "campaign2" };
  const parsed = parseName(compiled(pattern, [...BUILT_IN_FIELDS, other]), text);
  expect(parsed.ok || parsed.suggestions).toEqual([]);
});

test.each([
  ["{number:001-999}_{percent}", "7_10", "007_10"],
  ["{number:1-50}_{campaign}", "007_X9", "7_X9"],
  ["{region}_{offer}", "GERMANY_15OFF", "DE_15OFF"],
  ["{region}_{offer}", "UNITED KINGDOM_15OFF", "UK_15OFF"],
  ["{region}_{offer}", "COTE DIVOIRE_15OFF", "CI_15OFF"],
  ["{season}{yy}_{offer}", "SUMMER26_FREE", "SUMMER26_FREESHIP"],
  ["{season}{yy}_{offer}", "SUMMER26_15PERCENT", "SUMMER26_15OFF"],
  ["{season}{yy}_{offer}", "SUMMER26_10EUR", "SUMMER26_10EUROFF"],
  ["{campaign:4}_{percent}", "ANNA_15OFF", "ANNA_15"],
  ["{campaign:4}_{percent}", "ANNA_05", "ANNA_5"],
])("%s: %s is written %s", (pattern, text, name) => {
  const parsed = parseName(compiled(pattern), text);
  expect(parsed.ok || parsed.suggestions[0]).toBe(name);
});

test.each(["150OFF", "10EUOFF", "10OF"])("no currency is made up (%s)", (offer) => {
  for (const name of suggestionsFor(`WINTER26_${offer}`)) expect(name).toMatch(/_[0-9]+OFF$/);
});
