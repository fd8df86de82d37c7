import { expect, test } from "vitest";

import { inShopCurrency } from "#app/domain/replay/in-shop-currency.ts";

const body = {
  ...{ id: 1, currency: "USD", total_price: "100.00", amount: "kept" },
  total_price_set: {
    shop_money: { amount: "80.00", currency_code: "EUR" },
    presentment_money: { amount: "100.00", currency_code: "USD" },
  },
  discount_codes: [
    { code: "A", amount: "10.01" },
    { code: "B", amount: "0.00" },
    { code: "C", amount: "0.01" },
    { code: "D", amount: null },
  ],
  line_items: [{ price: "50.00", discount_allocations: [{ amount: 5 }] }],
  shipping_lines: [{ discount_allocations: null }],
};

test("total by what the body says it was worth, discounts at that rate, nothing else", () => {
  expect(inShopCurrency(body, "EUR")).toEqual({
    ...body,
    ...{ currency: "EUR", total_price: "80.00" },
    discount_codes: [
      { code: "A", amount: "8.01" },
      { code: "B", amount: "0.00" },
      { code: "C", amount: "0.01" },
      { code: "D", amount: null },
    ],
    line_items: [{ price: "50.00", discount_allocations: [{ amount: "4.00" }] }],
  });
});

test("in a currency without decimals", () => {
  const set = { presentment_money: { amount: "15000", currency_code: "JPY" } };
  const yen = inShopCurrency({ ...body, total_price_set: set }, "JPY");
  expect(yen).toMatchObject({ currency: "JPY", total_price: "15000" });
  expect(yen.discount_codes[0]).toEqual({ code: "A", amount: "1502" });
});

test.each([
  ["in the shop's currency already", body, "USD"],
  ["worth nothing known", { ...body, total_price_set: null }, "EUR"],
  ["known in a third currency only", body, "GBP"],
  ["of nothing there and something here", { ...body, total_price: "0.00" }, "EUR"],
])("an order %s stays as it is", (_, order, currency) => {
  expect(inShopCurrency(order, currency)).toBe(order);
});

test("of an order that came to nothing the worth is known, and what a code took off is not", () => {
  const set = { shop_money: { amount: "0.00", currency_code: "EUR" } };
  const free = { ...body, total_price: "0.00", total_price_set: set };
  expect(inShopCurrency(free, "EUR")).toMatchObject({
    ...{ currency: "EUR", total_price: "0.00" },
    discount_codes: [
      { code: "A", amount: null },
      { code: "B", amount: "0.00" },
      { code: "C", amount: null },
      { code: "D", amount: null },
    ],
    line_items: [{ discount_allocations: [{ amount: null }] }],
  });
});
