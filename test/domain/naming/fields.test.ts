import { expect, test } from "vitest";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import { expectationOf, withArticle } from "#app/domain/naming/describe.ts";
import { checkField } from "#app/domain/naming/check-field.ts";
import { fieldSchema } from "#app/domain/naming/field.schema.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";

test.each([
  ["{season}", ["SUMMER", "XMAS", "BACKTOSCHOOL"], ["FALL", "AUTUMN"]],
  ["{quarter}", ["Q1", "Q4"], ["1Q", "Q1"]],
  ["{month}", ["JAN", "MAY"], ["JANUARY", "JAN"]],
  ["{monthname}", ["JANUARY", "MAY"], ["SEPT", "SEPTEMBER"]],
  ["{mm}", ["01", "12"], ["JAN", "01"]],
  ["{week}", ["W01", "W53"], ["W7", "W07"]],
  ["{ww}", ["01", "53"], ["W07", "07"]],
  ["{dd}", ["01", "31"], ["9", "09"]],
  [
    "{region}",
    ["DE", "US", "UK", "EU", "DACH", "NORDICS", "BENELUX", "APAC", "LATAM", "ROW"],
    ["USA", "US"],
  ],
  ["{region}", ["FR", "JP"], ["GB", "UK"]],
  ["{locale}", ["DE", "EN", "ZH"], ["JP", "JA"]],
  ["{handle}", ["AB", "LAURA20"], null],
  ["{number}", ["1", "999"], null],
])("%s takes %j, and knows what %j mean", (pattern, values, synonym) => {
  const convention = compiled(pattern);
  for (const value of values) expect(parseName(convention, value)).toMatchObject({ ok: true });
  if (!synonym) return;
  const [written, meant] = synonym as [string, string];
  const parsed = parseName(convention, written);
  expect(parsed).toMatchObject({ ok: false, suggestions: [meant] });
  expect(!parsed.ok && parsed.error.message).toContain(`is written ${meant} here`);
});

test("all 249 countries of ISO 3166-1, Britain as UK, and seven groups of them", () => {
  const region = BUILT_IN_FIELDS.find(({ id }) => id === "region");
  const values = region?.type.kind === "list" ? region.type.values : [];
  expect(values.filter(({ value }) => /^[A-Z]{2}$/.test(value) && value !== "EU")).toHaveLength(
    249,
  );
  expect(values).toHaveLength(256);
  expect(values.every(({ label }) => label.length > 2)).toBe(true);
});

test("every built-in field is sound and can be stored", () => {
  for (const field of BUILT_IN_FIELDS) {
    expect(checkField(field)).toBeNull();
    expect(fieldSchema.parse(JSON.parse(JSON.stringify(field)))).toEqual(field);
    expect(expectationOf(field)).not.toBe("");
  }
  expect(new Set(BUILT_IN_FIELDS.map(({ id }) => id)).size).toBe(BUILT_IN_FIELDS.length);
});

test.each([
  ["an id in upper case", { id: "Season" }],
  ["an id with a hyphen", { id: "sea-son" }],
  ["an id that begins with a digit", { id: "1st" }],
  ["an id that objects have", { id: "__proto__" }],
  ["an endless id", { id: "a".repeat(21) }],
  ["no label", { label: " " }],
  ["an endless label", { label: "a".repeat(41) }],
  ["an unknown kind", { type: { kind: "year", digits: 2 } }],
  ["another date", { type: { kind: "date", spelling: "YYY" } }],
  ["half a number", { type: { kind: "number", min: 0.5, max: 2 } }],
  [
    "too many values",
    { type: { kind: "list", values: Array(2001).fill({ value: "A", label: "A" }) } },
  ],
  ["something more", { secret: true }],
  ["something more in the type", { type: { kind: "offer", secret: true } }],
])("%s is not stored", (_, change) => {
  const field = { id: "season", label: "season", type: { kind: "offer" } };
  expect(fieldSchema.safeParse(field).success).toBe(true);
  expect(fieldSchema.safeParse({ ...field, ...change }).success).toBe(false);
});

test.each([
  [{ kind: "unique", length: 3, alphabet: "safe", check: false }, "4 to 14 characters"],
  [{ kind: "unique", length: 4, alphabet: "safe", check: true }, "5 to 15 characters"],
  [{ kind: "unique", length: 8.5, alphabet: "safe", check: false }, "4 to 14 characters"],
  [{ kind: "number", min: 1, max: 999, digits: 2 }, "need 3 to 9 digits"],
  [{ kind: "number", min: -1, max: 9 }, "from 0 to 999999999"],
  [{ kind: "number", min: NaN, max: 9 }, "from 0 to 999999999"],
  [
    {
      kind: "list",
      values: Array.from({ length: 2001 }, (_, i) => ({ value: `V${i}`, label: "V" })),
    },
    "at most 2000",
  ],
  [{ kind: "list", values: [{ value: "A", label: "A", synonyms: ["A"] }] }, "stands twice"],
] as const)("%# %j cannot be used", (type, message) => {
  expect(checkField({ id: "f", label: "thing", type })).toContain(message);
});

test("values of dates and lists are told by their labels", () => {
  const convention = compiled("{region}_{month}{yy}_{week}");
  const dimensions = { region: "UK", month: "JAN", yy: "26", week: "W07" };
  expect(describeDimensions(convention, dimensions)).toEqual([
    { field: "region", label: "Region", value: "United Kingdom" },
    { field: "month", label: "Month", value: "January" },
    { field: "yy", label: "Two-digit year", value: "26" },
    { field: "week", label: "Week", value: "Week 7" },
  ]);
});

test.each([
  ["season", "a season"],
  ["offer", "an offer"],
  ["unique part", "a unique part"],
  ["use", "a use"],
  ["underline", "an underline"],
])("%s: %s", (label, withIt) => {
  expect(withArticle(label)).toBe(withIt);
});
