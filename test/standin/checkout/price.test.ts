import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.ts";
import { chooseCodes } from "./choose.ts";
import type { Offer } from "./discount.ts";
import { ALL, discount, FREE_SHIPPING, line, PERCENT_10, some } from "./fixtures/cart.ts";
import { lineTotal, subtotalOf } from "./line.ts";
import { price, type AppliedCode } from "./price.ts";

const CART = [line("tea", 1_990, 2), line("pot", 4_500), line("cup", 333, 3)];

function applied(offer: Offer, code = "CODE", changes = {}): AppliedCode {
  return { code, discount: discount(offer, { id: code, ...changes }) };
}

const fraction = (per: number): number => per / 1_000;
const items = fc.constantFrom(ALL, some(["tea"]), some(["pot", "cup"]));
const need = fc.oneof(
  fc.record({ kind: fc.constant("quantity" as const), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("subtotal" as const), amount: fc.integer({ min: 1, max: 9_000 }) }),
);
const offers: fc.Arbitrary<Offer> = fc.oneof(
  fc.record({
    kind: fc.constant("percentage" as const),
    fraction: fc.integer({ min: 1, max: 1_000 }).map(fraction),
    items,
  }),
  fc.record({
    kind: fc.constant("amount" as const),
    amount: fc.integer({ min: 1, max: 20_000 }),
    onEachItem: fc.boolean(),
    items,
  }),
  fc.constant(FREE_SHIPPING),
  fc.record({
    kind: fc.constant("buy-x-get-y" as const),
    buys: items,
    buysNeed: need,
    gets: items,
    getsQuantity: fc.integer({ min: 1, max: 3 }),
    fraction: fc.integer({ min: 1, max: 1_000 }).map(fraction),
    usesPerOrder: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  }),
);
const carts = fc
  .tuple(
    fc.integer({ min: 1, max: 99_999 }),
    fc.integer({ min: 1, max: 99_999 }),
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([tea, pot, quantity]) => [
    line("tea", tea, quantity),
    line("pot", pot),
    line("cup", 333, 3),
  ]);

describe("allocation", () => {
  it("gives the remainder to the largest fractions first", () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(2, [3, 5])).toEqual([1, 1]);
    expect(allocate(5, [0, 0])).toEqual([0, 0]);
  });

  it("always sums to the amount and never exceeds a weight", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 1_000 }),
        (weights, perMille) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const amount = Math.floor((total * perMille) / 1_000);
          const parts = allocate(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          parts.forEach((part, index) => expect(part).toBeLessThanOrEqual(weights[index] ?? 0));
        },
      ),
    );
  });
});

describe("price", () => {
  it.each<readonly [string, Offer, number]>([
    // 3980 + 4500 + 999 = 9479
    ["10 % of everything", PERCENT_10, 948],
    ["10 % of tea", { kind: "percentage", fraction: 0.1, items: some(["tea"]) }, 398],
    [
      "20.00 off the order",
      { kind: "amount", amount: 2_000, onEachItem: false, items: ALL },
      2_000,
    ],
    [
      "more off than there is",
      { kind: "amount", amount: 99_999, onEachItem: false, items: ALL },
      9_479,
    ],
    [
      "5.00 off each cup, which cost 3.33",
      { kind: "amount", amount: 500, onEachItem: true, items: some(["cup"]) },
      999,
    ],
    ["free shipping", FREE_SHIPPING, 500],
    [
      "buy two, get the cheapest free",
      {
        kind: "buy-x-get-y",
        buys: ALL,
        buysNeed: { kind: "quantity", quantity: 2 },
        gets: ALL,
        getsQuantity: 1,
        fraction: 1,
        usesPerOrder: 1,
      },
      333,
    ],
  ])("%s", (_, offer, amount) => {
    const priced = price(CART, 500, [applied(offer)]);
    expect(priced.discounts).toBe(amount);
    expect(priced.total).toBe(9_979 - amount);
  });

  it("takes product discounts before order discounts", () => {
    const codes = [
      applied({ kind: "percentage", fraction: 0.5, items: ALL }, "HALF"),
      applied({ kind: "percentage", fraction: 0.5, items: some(["tea"]) }, "TEA"),
    ];
    const amounts = price([line("tea", 1_000)], 0, codes).applications.map((a) => [
      a.code,
      a.amount,
    ]);
    expect(amounts).toEqual([
      ["TEA", 500],
      ["HALF", 250],
    ]);
  });

  it("says how much went where, and it adds up, whatever the offers", () => {
    fc.assert(
      fc.property(carts, fc.array(offers, { maxLength: 4 }), (cart, chosen) => {
        const codes = chosen.map((offer, index) => applied(offer, `CODE${index}`));
        const result = price(cart, 500, codes);
        const byLine = new Map<string, number>();
        let shipping = 0;
        for (const application of result.applications) {
          const onLines = application.lines.reduce((sum, { amount }) => sum + amount, 0);
          expect(onLines + application.shipping).toBe(application.amount);
          shipping += application.shipping;
          for (const { lineId, amount } of application.lines) {
            expect(Number.isInteger(amount) && amount > 0).toBe(true);
            byLine.set(lineId, (byLine.get(lineId) ?? 0) + amount);
          }
        }
        for (const one of cart) expect(byLine.get(one.id) ?? 0).toBeLessThanOrEqual(lineTotal(one));
        expect(shipping).toBeLessThanOrEqual(500);
        expect(result.total).toBe(subtotalOf(cart) + 500 - result.discounts);
        expect(result.total).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("codes that may not stand together", () => {
  const small = applied({ kind: "amount", amount: 100, onEachItem: false, items: ALL }, "SMALL");
  const large = applied({ kind: "amount", amount: 900, onEachItem: false, items: ALL }, "LARGE");
  const names = (codes: readonly AppliedCode[]): string[] => codes.map(({ code }) => code);

  it("keeps the one that saves most", () => {
    expect(names(chooseCodes(CART, 500, [small, large]))).toEqual(["LARGE"]);
  });

  it("keeps the first of equals", () => {
    const twin = { ...large, code: "TWIN", discount: { ...large.discount, id: "TWIN" } };
    expect(names(chooseCodes(CART, 500, [twin, large]))).toEqual(["TWIN"]);
  });

  it("keeps both where both allow it", () => {
    const both = { PRODUCT: true, ORDER: true, SHIPPING: true };
    const ship = applied(FREE_SHIPPING, "SHIP", { combinesWith: both });
    const order = applied(PERCENT_10, "ORDER", { combinesWith: both });
    expect(names(chooseCodes(CART, 500, [order, ship]))).toEqual(["ORDER", "SHIP"]);
    const second = { code: "ORDER-2", discount: order.discount };
    expect(names(chooseCodes(CART, 500, [order, second]))).toEqual(["ORDER"]);
  });
});
