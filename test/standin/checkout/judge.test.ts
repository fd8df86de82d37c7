import { describe, expect, it } from "vitest";
import type { CheckoutDiscount } from "./discount.ts";
import { ALL, context, discount, FREE_SHIPPING, line, PERCENT_10, some } from "./fixtures/cart.ts";
import { combine, judgeNatively, nativeMessage, type JudgeContext } from "./judge.ts";

type Case = readonly [string, Partial<CheckoutDiscount>, Partial<JudgeContext>, string | undefined];

const JULY = new Date("2026-07-01T00:00:00Z");
const cases: readonly Case[] = [
  ["an unlimited discount", {}, {}, undefined],
  [
    "before its start",
    { startsAt: new Date("2026-07-01T00:00:01Z") },
    {},
    "DISCOUNT_CURRENTLY_INACTIVE",
  ],
  ["at its start", { startsAt: JULY }, {}, undefined],
  ["at its end", { endsAt: JULY }, {}, "DISCOUNT_CURRENTLY_INACTIVE"],
  ["just before its end", { endsAt: new Date("2026-07-01T00:00:01Z") }, {}, undefined],
  ["below the usage limit", { usageLimit: 2 }, { usesOf: () => 1 }, undefined],
  ["at the usage limit", { usageLimit: 2 }, { usesOf: () => 2 }, "DISCOUNT_USAGE_LIMIT_REACHED"],
  [
    "used before, once per customer",
    { appliesOncePerCustomer: true },
    { usedBefore: () => true },
    "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED",
  ],
  ["used before, no such limit", {}, { usedBefore: () => true }, undefined],
  ["a named customer", { audience: { kind: "customers", ids: ["ada"] } }, {}, undefined],
  [
    "another customer",
    { audience: { kind: "customers", ids: ["bob"] } },
    {},
    "DISCOUNT_CUSTOMER_NOT_ELIGIBLE",
  ],
  [
    "a guest, named customers only",
    { audience: { kind: "customers", ids: ["ada"] } },
    { customerId: undefined },
    "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING",
  ],
  [
    "a member of the segment",
    { audience: { kind: "segments", ids: ["vip"] } },
    { isInSegment: (customer, segment) => customer === "ada" && segment === "vip" },
    undefined,
  ],
  [
    "not a member",
    { audience: { kind: "segments", ids: ["vip"] } },
    {},
    "DISCOUNT_CUSTOMER_NOT_ELIGIBLE",
  ],
  ["the minimum exactly", { minimum: { kind: "subtotal", amount: 3_980 } }, {}, undefined],
  [
    "a cent below the minimum",
    { minimum: { kind: "subtotal", amount: 3_981 } },
    {},
    "DISCOUNT_PURCHASE_NOT_IN_RANGE",
  ],
  [
    "too few items",
    { minimum: { kind: "quantity", quantity: 3 } },
    {},
    "DISCOUNT_QUANTITY_NOT_IN_RANGE",
  ],
  [
    "nothing it applies to",
    { offer: { kind: "percentage", fraction: 0.1, items: some(["coffee"]) } },
    {},
    "DISCOUNT_NO_ENTITLED_LINE_ITEMS",
  ],
  [
    "a minimum that only entitled lines count for",
    {
      offer: { kind: "percentage", fraction: 0.1, items: some(["tea"]) },
      minimum: { kind: "subtotal", amount: 4_000 },
    },
    { lines: [line("tea", 1_990, 2), line("coffee", 9_000)] },
    "DISCOUNT_PURCHASE_NOT_IN_RANGE",
  ],
  ["free shipping", { offer: FREE_SHIPPING }, {}, undefined],
  [
    "free shipping, nothing to ship",
    { offer: FREE_SHIPPING },
    { shippingPrice: undefined },
    "DISCOUNT_NO_ENTITLED_SHIPPING_LINES",
  ],
  [
    "free shipping elsewhere",
    { offer: { ...FREE_SHIPPING, countries: ["FR"] } },
    {},
    "DISCOUNT_NO_ENTITLED_SHIPPING_LINES",
  ],
  [
    "shipping too dear",
    { offer: { ...FREE_SHIPPING, maximumPrice: 499 } },
    {},
    "DISCOUNT_NO_ENTITLED_SHIPPING_LINES",
  ],
  [
    "buy one get one, nothing to get",
    {
      offer: {
        kind: "buy-x-get-y",
        buys: ALL,
        buysNeed: { kind: "quantity", quantity: 1 },
        gets: some(["coffee"]),
        getsQuantity: 1,
        fraction: 1,
        usesPerOrder: undefined,
      },
    },
    {},
    "DISCOUNT_NO_ENTITLED_LINE_ITEMS",
  ],
];

describe("Shopify's own rules", () => {
  it.each(cases)("%s", (_, changes, situation, reason) => {
    const judged = discount(changes.offer ?? PERCENT_10, changes);
    expect(judgeNatively(judged, "SUMMER26", context(situation))).toBe(reason);
  });

  it("tells the shopper little", () => {
    expect(nativeMessage("DISCOUNT_NOT_FOUND", "X")).toBe("Enter a valid discount code");
    expect(nativeMessage("DISCOUNT_PURCHASE_NOT_IN_RANGE", "X")).toBe(
      "X discount code isn’t valid for the items in your cart",
    );
  });
});

describe("combining", () => {
  const both = { PRODUCT: true, ORDER: true, SHIPPING: true };
  const none = { PRODUCT: false, ORDER: false, SHIPPING: false };
  it.each([
    ["both allow it", both, both, true],
    ["only one allows it", both, none, false],
    ["the wrong class is allowed", both, { ...none, PRODUCT: true }, false],
    ["each allows the other's class", { ...none, SHIPPING: true }, { ...none, ORDER: true }, true],
  ])("%s", (_, order, shipping, expected) => {
    const one = discount(PERCENT_10, { combinesWith: order });
    const other = discount(FREE_SHIPPING, { combinesWith: shipping });
    expect(combine(one, other)).toBe(expected);
  });
});
