import { expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { compiled } from "./compiled.ts";

test.each([
  ["{campaign:3-12}", { kind: "word", min: 3, max: 12, charset: "letters_digits" }],
  ["{handle:20}", { kind: "word", min: 20, max: 20, charset: "letters_digits" }],
  ["{campaign:3-12,letters}", { kind: "word", min: 3, max: 12, charset: "letters" }],
  ["{campaign:digits, 6}", { kind: "word", min: 6, max: 6, charset: "digits" }],
  ["{campaign:3-12,Any}", { kind: "word", min: 3, max: 12, charset: "letters_digits" }],
  ["{handle:letters}", { kind: "word", min: 2, max: 20, charset: "letters" }],
  ["{number:1-50}", { kind: "number", min: 1, max: 50 }],
  ["{number:0-9}", { kind: "number", min: 0, max: 9 }],
  ["{number:001-999}", { kind: "number", min: 1, max: 999, digits: 3 }],
  ["{number:00-99}", { kind: "number", min: 0, max: 99, digits: 2 }],
])("%s", (text, type) => {
  const [field] = compiled(text).fields.values();
  expect(field?.type).toEqual(type);
});

test.each([
  ["A{unique}", { length: 8, alphabet: "safe", check: false }],
  ["A{unique:4}", { length: 4, alphabet: "safe", check: false }],
  ["A{unique:10,digits}", { length: 10, alphabet: "digits", check: false }],
  ["A{unique:8,check}", { length: 8, alphabet: "safe", check: true }],
  ["A{unique:15, Any, check}", { length: 15, alphabet: "any", check: true }],
  ["A{unique:check,letters,5}", { length: 5, alphabet: "letters", check: true }],
  ["A{campaign}", null],
])("%s", (text, unique) => {
  const convention = compiled(text);
  expect(convention.unique).toEqual(unique);
  expect([...convention.fields.keys()]).toEqual(unique ? [] : ["campaign"]);
});

test.each([
  ["{season:3}", 8, "{season} takes nothing after it. Write {season}."],
  ["A{yy:}", 5, "{yy} takes nothing after it."],
  ["{campaign:}", 11, "write it like {campaign:3-12}, {campaign:8} or {campaign:3-12,letters}"],
  ["{campaign:3-12,letter}", 11, "write it like {campaign:3-12}"],
  ["{campaign:3-12,4}", 11, "write it like {campaign:3-12}"],
  ["{campaign:letters,digits}", 11, "write it like {campaign:3-12}"],
  ["{campaign:x}", 11, "write it like {campaign:3-12}"],
  ["{campaign:12-3}", 11, "from the smaller to the larger: 3 to 12"],
  ["{campaign:0-70}", 11, "whole numbers from 1 to 64"],
  ["{number:5}", 9, "write it like {number:1-50} or {number:001-999}"],
  ["{number:1-09}", 9, "write it like"],
  ["{number:50-1}", 9, "from the smaller to the larger: 1 to 50"],
  ["{number:1-1000000000}", 9, "from 0 to 999999999"],
  ["A{unique:}", 10, "“” cannot stand here"],
  ["A{unique:digits}", 10, "Begin with how many characters"],
  ["A{unique:8,foo}", 12, "“foo” cannot stand here"],
  ["A{unique:8,check,check}", 18, "“check” cannot stand here"],
  ["A{unique:8,9}", 12, "“9” cannot stand here"],
  ["A{unique:3}", 10, "must have 4 to 14 characters"],
  ["A{unique:15}", 10, "must have 4 to 14 characters"],
  ["A{unique:4,check}", 10, "must have 5 to 15 characters"],
  ["{unique:8}", 1, "Something must always stand before {unique}"],
  ["-_{unique}", 3, "Something must always stand before {unique}"],
  ["[{season}-]{unique}", 12, "Something must always stand before {unique}"],
  ["{season}[-{unique}]", 11, "{unique} cannot be optional"],
  ["{season}-{unique}-A", 10, "{unique} must come last"],
  ["A{unique}[-{channel}]", 2, "{unique} must come last"],
  ["{nothing:3}", 1, "There is no field {nothing}"],
  ["{season", 1, "never closed"],
  ["{campaign:3", 1, "never closed"],
])("%s is refused at %i: %s", (text, position, message) => {
  const result = compileConvention(text, BUILT_IN_FIELDS);
  expect(result.ok ? [] : result.errors).toMatchObject([{ position }]);
  expect(result.ok || result.errors[0]?.message).toContain(message);
});

test("one unique part is enough", () => {
  const own: Field = {
    id: "serial",
    label: "serial",
    type: { kind: "unique", length: 6, alphabet: "any", check: false },
  };
  const result = compileConvention("A-{serial}{unique}", [...BUILT_IN_FIELDS, own]);
  expect(!result.ok && result.errors.map(({ position, message }) => [position, message])).toEqual([
    [
      3,
      "{serial} must come last, because a batch is told by what its codes begin with. Move it to the end.",
    ],
    [11, "A convention has one unique part at most. Take {unique} out."],
  ]);
});

test.each([
  ["{season}{yy}_{offer}", "{season}{yy}_{offer}", "-"],
  ["VIP-{unique:8}", "VIP", "-"],
  ["vip-_{unique:8}", "vip", "-_"],
  ["{campaign}{unique:8}", "{campaign}", ""],
  ["{campaign:3-12}_{unique:8,check}", "{campaign:3-12}", "_"],
  ["{season}-SALE{unique:8}", "{season}-SALE", ""],
  ["{season}[-{channel}-]{unique:8}", "{season}[-{channel}-]", ""],
  ["{season}[-{channel}]-{unique:8}", "{season}[-{channel}]", "-"],
])("names of %s are named by %s, then %j", (text, stem, separator) => {
  const found = stemOf(compiled(text));
  expect(found.separator).toBe(separator);
  expect(found.convention.text).toBe(stem);
  const again = compiled(stem);
  expect(found.convention.parts).toMatchObject(JSON.parse(JSON.stringify(again.parts)) as object);
  expect(found.convention.automaton).toEqual(again.automaton);
});
