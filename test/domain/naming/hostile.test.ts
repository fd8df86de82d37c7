import fc from "fast-check";
import { expect, test } from "vitest";
import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compileParser } from "#app/domain/naming/parser.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { compiled } from "./compiled.ts";

const word = (id: string, max = 64): Field => ({
  id,
  label: id,
  type: { kind: "word", min: 1, max, charset: "letters" },
});

/** How many places of the convention are looked at while a text is read. */
function stepsOf(convention: Convention, text: string): number {
  let steps = 0;
  const positions = new Proxy(convention.automaton.positions, {
    get: (target, key, receiver) => {
      steps++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  readName({ ...convention, automaton: { ...convention.automaton, positions } }, text);
  return steps;
}

test.each([
  ["a name that fits", (n: number) => `${"A".repeat(n)}_${"A".repeat(n)}_${"A".repeat(n)}`],
  [
    "one that fails at its end",
    (n: number) => `${"A".repeat(n)}_${"A".repeat(n)}_${"A".repeat(n)}-`,
  ],
  ["one that never gets to the next part", (n: number) => "A".repeat(3 * n)],
  ["one that tries every part again", (n: number) => "A_".repeat(n)],
])("the work grows with the length and no faster: %s", (_, nameOf) => {
  const convention = compiled("{a}_{b}_{c}", [word("a"), word("b"), word("c")]);
  const [short, long] = [20, 60].map((n) => stepsOf(convention, nameOf(n)));
  // The places of the convention are counted once more to explain what is wrong.
  const once = convention.automaton.positions.length;
  expect(long! - once).toBeLessThanOrEqual(3 * short!);
});

test("a code known to the parser is read without looking at the conventions again", () => {
  let looks = 0;
  const convention = compiled("{a}_{b}", [word("a"), word("b")]);
  const automaton = new Proxy(convention.automaton, {
    get: (target, key, receiver) => {
      looks++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const parse = compileParser([{ ...convention, automaton }]);
  const made = looks;
  for (let n = 1; n < 60; n++) parse(`${"A".repeat(n)}_${"B".repeat(n)}`);
  expect(looks).toBe(made);
});

test.each([
  ["A".repeat(10_000)],
  [" ".repeat(1_000_000)],
  ["\u202e".repeat(10_000)],
  ["A".repeat(256)],
])("endless names are refused by their length: case %#", (text) => {
  const convention = compiled("{season}{yy}_{offer}");
  expect(parseName(convention, text)).toMatchObject({ ok: false, suggestions: [] });
  expect(compileParser([convention])(text)).toBeNull();
});

test.each([
  ["\u202eVIP", 1, "An invisible character (U+202E)"],
  ["VIP\u200b", 4, "An invisible character (U+200B)"],
  ["V\u2066IP", 2, "An invisible character (U+2066)"],
  ["VІP", 2, "looks like I"],
  ["VIP\u0000", 4, "An invisible character (U+0000)"],
  ["ＶIP", 1, "“Ｖ”"],
])("what only looks like a name is told so: %j", (text, position, message) => {
  const read = readName(compiled("VIP"), text);
  expect(read).toMatchObject({ ok: false, error: { position } });
  expect(!read.ok && read.error.message).toContain(message);
});

test("many names, or very long lists, are no trouble; what cannot be told is refused", () => {
  const values = Array.from({ length: 1500 }, (_, i) => ({ value: `PARTNER${i}`, label: `${i}` }));
  const partner: Field = { id: "partner", label: "partner", type: { kind: "list", values } };
  const [a, b, c] = [word("a"), word("b"), word("c")];
  expect(compileConvention("{partner}_{a}_{b}", [partner, a, b])).toMatchObject({ ok: true });
  expect(compileConvention("{a}{b}{c}", [a, b, c])).toMatchObject({ ok: false });
});

test("a convention with more than 10^30 codes is a convention; one with none is not", () => {
  const many = compiled("{campaign:24}-{unique:14,any}");
  const code = `${"A".repeat(24)}-${"9".repeat(14)}`;
  expect(readName(many, code)).toMatchObject({ ok: true, unique: "9".repeat(14) });
  const none: Field[] = [
    { id: "list", label: "list", type: { kind: "list", values: [] } },
    { id: "number", label: "number", type: { kind: "number", min: 2, max: 1 } },
    { id: "word", label: "word", type: { kind: "word", min: 2, max: 1, charset: "letters" } },
  ];
  for (const { id } of none) {
    expect(compileConvention(`A{${id}}`, none)).toMatchObject({
      ok: false,
      errors: [{ position: 2 }],
    });
  }
});

test("names of fields and values that objects have anyway do no harm", () => {
  const ids = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const values = ["__PROTO__", "CONSTRUCTOR"].map((value) => ({ value, label: value }));
  const fields = ids.map((id): Field => ({ id, label: id, type: { kind: "list", values } }));
  const convention = compiled(ids.map((id) => `{${id}}`).join("-"), fields);
  const name = "__PROTO__-CONSTRUCTOR-__PROTO__-CONSTRUCTOR";
  const expected = ids.map((id, i) => [id, values[i % 2]!.value]);
  const read = readName(convention, name);
  const parsed = compileParser([convention])(name);
  expect(read.ok && Object.entries(read.dimensions)).toEqual(expected);
  expect(parsed && Object.entries(parsed.dimensions)).toEqual(expected);
  expect(({} as Record<string, unknown>)["CONSTRUCTOR"]).toBeUndefined();
});

test("no text whatever makes reading a name or a convention throw", () => {
  const convention = compiled("{season}{yy}_{offer}[_{channel}]");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(parseName(convention, text).ok).toBe(false);
      expect(typeof compileConvention(text, BUILT_IN_FIELDS).ok).toBe("boolean");
    }),
    { numRuns: 300, seed: 26 },
  );
  const pieces = fc.constantFrom(
    ..."{season} {yy} {offer} { } [ ] _ A : , {unique:8} {unique:8,check} {number:1-50}".split(" "),
    ..."{campaign:3-12} {campaign: {number:9-1} {unique:,} {__proto__} {dd}{mm} 8".split(" "),
    " ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const result = compileConvention(text, BUILT_IN_FIELDS);
      if (result.ok) return;
      for (const { position, message } of result.errors) {
        expect(position).toBeGreaterThanOrEqual(1);
        expect(position).toBeLessThanOrEqual(Math.max(1, text.length));
        expect(message).not.toBe("");
      }
    }),
    { numRuns: 500, seed: 26 },
  );
});
