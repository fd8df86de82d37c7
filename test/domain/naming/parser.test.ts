import fc from "fast-check";
import { expect, test } from "vitest";
import type { Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { compileParser } from "#app/domain/naming/parser.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { compiled } from "./compiled.ts";
import { anyNamed } from "./generated.ts";

/** What the parser must give: the first convention that reads the text. */
function readByFirst(conventions: readonly Convention[], text: string) {
  for (const [convention, each] of conventions.entries()) {
    const read = readName(each, text);
    if (read.ok) return { convention, dimensions: read.dimensions, unique: read.unique };
  }
  return null;
}

/** A name with one character put in, taken out or made another. */
const slip = (name: string, at: number, how: number, character: string): string => {
  const i = at % (name.length + 1);
  if (how === 0) return name.slice(0, i) + character + name.slice(i);
  return name.slice(0, i) + (how === 1 ? "" : character) + name.slice(i + 1);
};

const anyCharacter = fc.constantFrom(..."AX0279-_ aé\u200b\u202eА\u{1f389}\n");

const anyText = (names: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names).map((name) => ` ${name.toLowerCase()}\n`),
    fc
      .tuple(fc.constantFrom(...names), fc.nat(300), fc.nat(2), anyCharacter)
      .map(([name, at, how, character]) => slip(name, at, how, character)),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("", " ", "__proto__", "A".repeat(255), "A".repeat(10_000), "ı", "ſ", "K"),
  );

test("reads every text as the first convention that fits reads it", () => {
  let fits = 0;
  let none = 0;
  const shop = fc.array(anyNamed, { minLength: 1, maxLength: 5 }).chain((named) => {
    const conventions = named.flatMap(({ compiled: each }) => (each.ok ? [each.convention] : []));
    const texts = fc.array(anyText(named.map(({ name }) => name)), { maxLength: 12 });
    return fc.tuple(fc.constant(conventions), texts);
  });
  fc.assert(
    fc.property(shop, ([conventions, texts]) => {
      const parse = compileParser(conventions);
      for (const text of texts) {
        const expected = readByFirst(conventions, text);
        const parsed = parse(text);
        expect(parsed).toEqual(expected);
        if (parsed && expected) {
          expect(Object.keys(parsed.dimensions)).toEqual(Object.keys(expected.dimensions));
          expect(Object.getPrototypeOf(parsed.dimensions)).toBeNull();
        }
        if (expected) fits++;
        else none++;
      }
    }),
    { numRuns: 300, seed: 26 },
  );
  expect(fits).toBeGreaterThan(300);
  expect(none).toBeGreaterThan(300);
});

test("an older version answers where the newer one does not, even for its calendar", () => {
  const conventions = [
    "{mm}{dd}",
    "{season}{yy}",
    "{number:0001-9999}",
    "{season}{yy}[-{percent}]",
  ];
  const parse = compileParser(conventions.map((text) => compiled(text)));
  expect(parse("0228")).toMatchObject({ convention: 0, dimensions: { mm: "02", dd: "28" } });
  expect(parse("0230")).toMatchObject({ convention: 2, dimensions: { number: "0230" } });
  expect(parse("summer26")).toMatchObject({ convention: 1 });
  expect(parse("SUMMER26-10")).toMatchObject({ convention: 3, dimensions: { percent: "10" } });
  expect(parse("SUMMER26-101")).toBeNull();
});

test("no conventions read nothing", () => {
  expect(compileParser([])("SUMMER26")).toBeNull();
  expect(compileParser([])("")).toBeNull();
});

test("more states than are kept change no answer", () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const values = Array.from({ length: 2000 }, (_, i) => {
    const spread = (i * 7919 + 13) % 456_976;
    const name = [1, 26, 676, 17_576].map((place) => letters[Math.floor(spread / place) % 26]);
    const value = `${name.join("")}${i.toString(36).toUpperCase()}QQ`;
    return { value, label: value };
  });
  const partner: Field = { id: "partner", label: "partner", type: { kind: "list", values } };
  const conventions = [compiled("{partner}-1", [partner]), compiled("{partner}-2", [partner])];
  const parse = compileParser(conventions);
  for (const round of [0, 1, 0]) {
    for (const { value } of values) {
      expect(parse(`${value}-${round + 1}`)).toMatchObject({
        convention: round,
        dimensions: { partner: value },
      });
    }
  }
});
