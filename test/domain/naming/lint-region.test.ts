import { describe, expect, test } from "vitest";
import type { Field } from "#app/domain/naming/field.ts";
import { lintName } from "#app/domain/naming/lint/lint-name.ts";
import type { LintRule, Severity } from "#app/domain/naming/lint/rule.ts";
import { compiled } from "./compiled.ts";
import { JUNE } from "./lint-named.ts";

const VALUES = {
  US: "United States",
  DE: "Germany",
  UK: "United Kingdom",
  DACH: "DACH",
  ROW: "Rest",
};
const REGION: Field = {
  id: "region",
  label: "region",
  type: {
    kind: "list",
    values: Object.entries(VALUES).map(([value, label]) => ({ value, label })),
  },
};
const CONVENTION = compiled("{region}", [REGION]);

const lints = (
  region: string,
  segmentQuery: string | null,
  severities: Partial<Record<LintRule, Severity>> = {},
) => lintName(CONVENTION, { region }, { ...JUNE, segmentQuery }, severities);

const inCountry = (country: string) => `customer_countries CONTAINS '${country}'`;

describe("the region in the name", () => {
  test.each([
    ["US", null],
    ["US", inCountry("US")],
    ["DACH", inCountry("AT")],
    ["UK", inCountry("GB")],
    ["ROW", inCountry("US")],
    ["DE", `${inCountry("US")} OR ${inCountry("DE")}`],
    ["DE", "customer_countries NOT CONTAINS 'US'"],
    ["DACH", "customer_countries NOT CONTAINS 'DE'"],
    ["DE", "number_of_orders > 3"],
    ["DE", "this is no query ("],
  ])("%s in a segment of %s", (region, query) => {
    expect(lints(region, query)).toEqual([]);
  });

  test.each([
    ["DE", inCountry("US"), "everybody in the segment has an address in United States.", "US"],
    ["US", inCountry("GB"), "everybody in the segment has an address in GB.", "UK"],
    [
      "US",
      `${inCountry("DE")} OR ${inCountry("AT")}`,
      "everybody in the segment has an address in Germany or AT.",
      "DACH",
    ],
    [
      "US",
      `${inCountry("DE")} OR ${inCountry("FR")}`,
      "everybody in the segment has an address in Germany or FR.",
      null,
    ],
    [
      "US",
      "customer_countries NOT CONTAINS 'US'",
      "nobody in the segment has an address there.",
      null,
    ],
  ])("%s in a segment of %s is told", (region, query, says, right) => {
    const label = VALUES[region as keyof typeof VALUES];
    expect(lints(region, query)).toEqual([
      {
        rule: "region",
        severity: "warning",
        field: "region",
        message: `“${region}” says ${label}, but ${says}`,
        fixes: right === null ? [] : [{ kind: "rename", name: right }],
      },
    ]);
  });

  test.each(["off", "info", "warning", "error"] as const)("a shop that chose “%s”", (severity) => {
    const found = lints("DE", inCountry("US"), { region: severity, year: "off" });
    expect(found.map((lint) => lint.severity)).toEqual(severity === "off" ? [] : [severity]);
  });
});

describe("a field of the shop’s own", () => {
  const field = (id: string, values: Record<string, string>): Field => ({
    id,
    label: id,
    type: {
      kind: "list",
      values: Object.entries(values).map(([value, label]) => ({ value, label })),
    },
  });
  const rules = (own: Field) =>
    lintName(
      compiled(`{${own.id}}`, [own]),
      { [own.id]: "DE" },
      { ...JUNE, segmentQuery: inCountry("US") },
      {},
    ).map(({ rule }) => rule);

  test.each([
    [field("market", { DE: "Germany", US: "United States" })],
    [field("market", { DE: "DE", FR: "FR", DACH: "DACH" })],
  ])("of regions is one", (own) => {
    expect(rules(own)).toEqual(["region"]);
  });

  test.each([
    [field("language", { DE: "DE", FR: "FR" })],
    [field("tongue", { DE: "German", FR: "French" })],
    [field("market", { DE: "Germany", ONLINE: "Online" })],
  ])("of something else is none", (own) => {
    expect(rules(own)).toEqual([]);
  });
});

test("findings come in the order of the name", () => {
  const found = lintName(
    compiled("{season}{yy}_{offer}"),
    { offer: "FREESHIP", yy: "25", season: "XMAS" },
    JUNE,
    {},
  );
  expect(found.map(({ field }) => field)).toEqual(["season", "yy", "offer"]);
});
