import fc from "fast-check";
import { expect, test } from "vitest";

import { addDays, lastDays } from "#app/domain/shared/days.ts";
import { decimalsOf, decimalText, parseMinor } from "#app/domain/shared/money.ts";

test("an amount written for Shopify is read back as it was", () => {
  const minor = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(
      minor,
      fc.constantFrom("EUR", "USD", "JPY", "KRW", "KWD", "TND", "???"),
      (amount, currency) => {
        expect(parseMinor(decimalText(amount, currency), currency)).toBe(amount);
      },
    ),
  );
});

test.each([
  ["EUR", 0, "0.00"],
  ["EUR", 5, "0.05"],
  ["EUR", -5, "-0.05"],
  ["EUR", 123_456, "1234.56"],
  ["JPY", 0, "0"],
  ["JPY", -7, "-7"],
  ["KWD", 5, "0.005"],
])("%s %d is %s", (currency, minor, text) => {
  expect(decimalText(minor, currency)).toBe(text);
});

test.each([
  ["10", 1_000],
  ["10.5", 1_050],
  [" 10.50 ", 1_050],
  ["10.5000", 1_050],
  ["-0", 0],
  ["-0.00", 0],
  ["007", 700],
  ["10.505", null],
  ["10.", null],
  [".5", null],
  ["+1", null],
  ["1 000", null],
  ["1,000.00", null],
  ["", null],
  ["٣", null],
  ["NaN", null],
  ["90071992547409.92", null],
  ["90071992547409.91", Number.MAX_SAFE_INTEGER],
])("%j in EUR is %s", (text, minor) => {
  expect(parseMinor(text, "EUR")).toBe(minor);
});

test("currencies have 0, 2 or 3 decimals", () => {
  expect(["JPY", "EUR", "KWD", "XYZ"].map(decimalsOf)).toEqual([0, 2, 3, 2]);
});

test.each([
  ["2026-02-28", 1, "2026-03-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-03-29", 1, "2026-03-30"],
  ["2026-03-29", 0, "2026-03-29"],
])("%s and %d days is %s", (day, count, result) => {
  expect(addDays(day, count)).toBe(result);
});

test("the last days end with today and leave none out", () => {
  expect(lastDays("2026-03-01", 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});
