import { describe, expect, test } from "vitest";
import type { Offer } from "#app/domain/campaign/offer.ts";
import { lintName } from "#app/domain/naming/lint.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";

const TEN_PERCENT: Offer = { kind: "percentage", basisPoints: 1000 };
const TEN_EURO: Offer = { kind: "fixed_amount", amountMinor: 1000, currency: "EUR" };
const FREE_SHIPPING: Offer = { kind: "free_shipping" };
const YEN: Offer = { kind: "fixed_amount", amountMinor: 500, currency: "JPY" };
const TWELVE_AND_A_HALF: Offer = { kind: "percentage", basisPoints: 1250 };

function warnings(convention: string, name: string, offer: Offer, from: string, to: string | null) {
  const compiledConvention = compiled(convention);
  const parsed = parseName(compiledConvention, name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return lintName(compiledConvention, parsed.dimensions, {
    offer,
    startsAt: new Date(from),
    endsAt: to === null ? null : new Date(to),
    timeZone: "Europe/Berlin",
  }).map(({ field, message }) => `${field}: ${message}`);
}

describe("the offer in the name", () => {
  test.each([
    ["FREESHIP", FREE_SHIPPING, null],
    ["FREESHIP", TEN_PERCENT, "“FREESHIP” says free shipping, but the discount is 10 %."],
    ["DISCOUNT", TEN_EURO, null],
    ["DISCOUNT", FREE_SHIPPING, "“DISCOUNT” says a discount, but the discount is free shipping."],
    ["10OFF", TEN_PERCENT, null],
    ["15OFF", TEN_PERCENT, "“15OFF” says 15 %, but the discount is 10 %."],
    ["10OFF", TEN_EURO, "“10OFF” says 10 %, but the discount is 10 EUR."],
    ["10EUROFF", TEN_EURO, null],
    ["10USDOFF", TEN_EURO, "“10USDOFF” says 10 USD, but the discount is 10 EUR."],
    ["12EUROFF", TEN_EURO, "“12EUROFF” says 12 EUR, but the discount is 10 EUR."],
    ["500JPYOFF", YEN, null],
    ["12OFF", TWELVE_AND_A_HALF, "“12OFF” says 12 %, but the discount is 12.5 %."],
  ])("%s on %j", (name, offer, warning) => {
    expect(warnings("{offer}", name, offer, "2026-06-01", null)).toEqual(
      warning ? [`offer: ${warning}`] : [],
    );
  });

  test("a percentage field", () => {
    expect(warnings("SALE{percent}", "SALE10", TEN_PERCENT, "2026-06-01", null)).toEqual([]);
    expect(warnings("SALE{percent}", "SALE15", TEN_PERCENT, "2026-06-01", null)).toHaveLength(1);
  });
});

describe("the time in the name", () => {
  test.each([
    ["{yy}", "26", "2026-06-01", "2026-07-01", 0],
    ["{yy}", "26", "2025-06-01", "2025-07-01", 1],
    ["{yyyy}", "2026", "2025-06-01", null, 1],
    ["{yy}", "26", "2025-12-15", "2026-01-15", 0],
    // Already 2026 in Berlin.
    ["{yy}", "26", "2025-12-31T23:00:00Z", null, 0],
    ["{month}", "JUN", "2026-06-01", "2026-06-30", 0],
    ["{month}", "MAY", "2026-06-10", "2026-06-30", 1],
    ["{month}", "JAN", "2026-12-10", "2027-02-03", 0],
    ["{quarter}", "Q4", "2026-10-01", "2026-12-31", 0],
    ["{quarter}", "Q3", "2026-10-10", "2026-12-31", 1],
    ["{season}", "SUMMER", "2026-12-10", "2026-12-31", 0],
  ])("%s %s from %s to %s: %i", (convention, name, from, to, count) => {
    expect(warnings(convention, name, TEN_PERCENT, from, to)).toHaveLength(count);
  });

  test("in words", () => {
    expect(warnings("{yy}", "26", TEN_PERCENT, "2025-06-01", null)).toEqual([
      "yy: “26” says 2026, but the discount starts in 2025.",
    ]);
  });
});
