import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOffer } from "#app/domain/campaign/offer.ts";
import type { NamedOffer } from "#app/domain/naming/lint/rule.ts";
import { lintName } from "#app/domain/naming/lint/lint-name.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";
import { JUNE } from "./lint-named.ts";

const TEN_PERCENT: PlainOffer = { kind: "percentage", basisPoints: 1000 };
const TWELVE_AND_A_HALF: PlainOffer = { kind: "percentage", basisPoints: 1250 };
const TEN_EURO: PlainOffer = { kind: "fixed_amount", amountMinor: 1000, currency: "EUR" };
const HALF_EUROS: PlainOffer = { kind: "fixed_amount", amountMinor: 1250, currency: "EUR" };
const YEN: PlainOffer = { kind: "fixed_amount", amountMinor: 500, currency: "JPY" };
const DINARS: PlainOffer = { kind: "fixed_amount", amountMinor: 5000, currency: "KWD" };
const BUY_X_GET_Y: NamedOffer = { kind: "buy_x_get_y" };
const FREE_SHIPPING: PlainOffer = { kind: "free_shipping" };

function lints(convention: string, name: string, offer: NamedOffer) {
  const parsed = parseName(compiled(convention), name);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return lintName(compiled(convention), parsed.dimensions, { ...JUNE, offer }, {});
}

describe("the offer in the name", () => {
  test.each([
    ["FREESHIP", FREE_SHIPPING],
    ["DISCOUNT", TEN_EURO],
    ["DISCOUNT", TWELVE_AND_A_HALF],
    ["DISCOUNT", BUY_X_GET_Y],
    ["10OFF", TEN_PERCENT],
    ["10EUROFF", TEN_EURO],
    ["500JPYOFF", YEN],
    ["5KWDOFF", DINARS],
  ])("%s is true of %j", (value, offer) => {
    expect(lints("SALE_{offer}", `SALE_${value}`, offer)).toEqual([]);
  });

  test.each([
    ["FREESHIP", TEN_PERCENT, "offer_kind", "free shipping", "10%", "10OFF"],
    ["15OFF", TEN_PERCENT, "percentage", "15%", "10%", "10OFF"],
    ["12OFF", TWELVE_AND_A_HALF, "percentage", "12%", "12.5%", "DISCOUNT"],
    ["10OFF", TEN_EURO, "offer_kind", "10%", "10 EUR", "10EUROFF"],
    ["10EUROFF", TEN_PERCENT, "offer_kind", "10 EUR", "10%", "10OFF"],
    ["10USDOFF", TEN_EURO, "currency", "10 USD", "10 EUR", "10EUROFF"],
    ["12EUROFF", TEN_EURO, "amount", "12 EUR", "10 EUR", "10EUROFF"],
    ["12EUROFF", HALF_EUROS, "amount", "12 EUR", "12.50 EUR", "DISCOUNT"],
    ["5JPYOFF", YEN, "amount", "5 JPY", "500 JPY", "500JPYOFF"],
    ["FREESHIP", BUY_X_GET_Y, "offer_kind", "free shipping", "buy X, get Y", "DISCOUNT"],
    ["50OFF", BUY_X_GET_Y, "offer_kind", "50%", "buy X, get Y", "DISCOUNT"],
    ["10JPYOFF", FREE_SHIPPING, "offer_kind", "10 JPY", "free shipping", "FREESHIP"],
  ])("%s on %j", (value, offer, rule, says, is, right) => {
    const [lint, ...more] = lints("SALE_{offer}", `SALE_${value}`, offer);
    expect(more).toEqual([]);
    const [renamed, set] = lint?.fixes ?? [];
    // A discount is never in another currency than the shop's.
    expect(set?.kind).toBe(/[0-9](USD|JPY)OFF/.test(value) ? undefined : "set_offer");
    expect([{ ...lint, fixes: [renamed] }]).toEqual([
      {
        rule,
        severity: "warning",
        field: "offer",
        message: `“${value}” says ${says}, but the discount is ${is}. If the name is right, make the discount ${says}.`,
        fixes: [{ kind: "rename", name: `SALE_${right}` }],
      },
    ]);
  });

  test("DISCOUNT on free shipping can only be the name’s slip", () => {
    expect(lints("SALE_{offer}", "SALE_DISCOUNT", FREE_SHIPPING)).toMatchObject([
      {
        message: "“DISCOUNT” says a discount, but the discount is free shipping.",
        fixes: [{ kind: "rename", name: "SALE_FREESHIP" }],
      },
    ]);
  });

  test.each([
    ["15", TEN_PERCENT, ["SALE10", 1500]],
    // A percentage cannot be spelled as money, so the discount is what can be put right.
    ["15", TEN_EURO, [1500]],
    ["12", TWELVE_AND_A_HALF, [1200]],
  ])("a percentage field: %s on %j is put right by %j", (value, offer, expected) => {
    const [lint] = lints("SALE{percent}", `SALE${value}`, offer);
    const fixes = lint?.fixes.map((fix) =>
      fix.kind === "rename"
        ? fix.name
        : fix.kind === "set_offer" && fix.offer.kind === "percentage" && fix.offer.basisPoints,
    );
    expect(fixes).toEqual(expected);
  });
});

const anyOffer: fc.Arbitrary<PlainOffer> = fc.oneof(
  fc
    .integer({ min: 1, max: 10_000 })
    .map((basisPoints) => ({ kind: "percentage", basisPoints }) as const),
  fc.record({
    kind: fc.constant("fixed_amount" as const),
    amountMinor: fc.integer({ min: 1, max: 3_000_000 }),
    currency: fc.constantFrom("EUR", "JPY", "KWD", "USD"),
  }),
  fc.constant({ kind: "free_shipping" } as const),
);

test("one finding at most, and each of its fixes leaves none", () => {
  const value = fc.oneof(
    fc.constantFrom("FREESHIP", "DISCOUNT"),
    fc.integer({ min: 1, max: 100 }).map((n) => `${n}OFF`),
    fc
      .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom("EUR", "JPY", "KWD", "CHF"))
      .map(([n, currency]) => `${n}${currency}OFF`),
  );
  let found = 0;
  fc.assert(
    fc.property(value, anyOffer, (said, offer) => {
      const [lint, ...more] = lints("SALE_{offer}", `SALE_${said}`, offer);
      expect(more).toEqual([]);
      if (!lint) return;
      found++;
      for (const fix of lint.fixes) {
        if (fix.kind === "rename") expect(lints("SALE_{offer}", fix.name, offer)).toEqual([]);
        if (fix.kind === "set_offer")
          expect(lints("SALE_{offer}", `SALE_${said}`, fix.offer)).toEqual([]);
      }
    }),
    { numRuns: 500, seed: 26 },
  );
  expect(found).toBeGreaterThan(100);
});
