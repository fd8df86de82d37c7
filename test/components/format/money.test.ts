import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, formatMoneyShort } from "#app/components/format/money.ts";

describe("formatMoney", () => {
  it.each([
    [123_456, "EUR", "en", "€1,234.56"],
    [123_456, "EUR", "de", "1.234,56\u00a0€"],
    [1_500, "JPY", "en", "¥1,500"],
    [1_234, "KWD", "en", "KWD\u00a01.234"],
    [0, "USD", "en", "$0.00"],
    [-990, "USD", "en", "-$9.90"],
  ])("%i minor units of %s in %s are %s", (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text);
  });

  it("loses no cent, however large the amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (minor) => {
        expect(Number(formatMoney(minor, "EUR", "en").replace(/[^\d]/g, ""))).toBe(minor);
      }),
    );
  });

  it("leaves no space that only one side of the page knows", () => {
    for (const locale of ["fr", "de", "pl", "sv"]) {
      expect(formatMoney(1_234_567, "EUR", locale)).not.toMatch(/[\u2009\u202f]/);
    }
  });
});

describe("formatMoneyShort", () => {
  it("fits an axis", () => {
    expect(formatMoneyShort(1_234_500, "EUR", "en")).toBe("€12.3K");
    expect(formatMoneyShort(500, "EUR", "en")).toBe("€5");
  });
});
