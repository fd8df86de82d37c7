import { expect, test } from "vitest";

import { orderLine, refundLine } from "#app/domain/replay/order-line.schema.ts";
import { readIssuedHeader, readIssuedRow } from "#app/domain/replay/read-issued-row.ts";

const ORDER = {
  id: 1,
  created_at: "2026-06-01T10:00:00+02:00",
  currency: "EUR",
  total_price: "10.00",
  discount_codes: [],
};
const problems = (value: unknown) =>
  orderLine
    .safeParse(value)
    .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test("five fields make an order; every other may be null", () => {
  expect(problems(ORDER)).toBeUndefined();
  const names = Object.keys(orderLine.shape).filter((name) => !(name in ORDER));
  const nulls = Object.fromEntries(names.map((name) => [name, null]));
  expect(problems({ ...nulls, ...ORDER })).toBeUndefined();
});

test.each(Object.keys(ORDER))("without %s, or with null in its place, it is none", (name) => {
  const rest = Object.fromEntries(Object.entries(ORDER).filter(([key]) => key !== name));
  for (const value of [rest, { ...ORDER, [name]: null }])
    expect(problems(value)?.join()).toMatch(new RegExp(`^${name} is missing`));
});

test.each([
  ["id", 0],
  ["id", "x1"],
  ["id", "0"],
  // Larger than 64 bits with a sign hold.
  ["id", "9223372036854775808"],
  ["id", "9999999999999999999"],
  ["created_at", "yesterday"],
  ["created_at", "order 7"],
  ["created_at", "2026-02-30T10:00:00Z"],
  ["created_at", "1969-12-31T23:59:59Z"],
  ["created_at", "+012026-06-01T00:00:00Z"],
  ["currency", "eur"],
  ["total_price", "ten"],
  ["total_price", "10.005"],
  ["total_price", "-1.00"],
  ["discount_codes", "SAVE"],
])("%s cannot be %j", (name, value) => {
  expect(problems({ ...ORDER, [name]: value })?.join()).toMatch(new RegExp(`^${name} `));
});

test("an amount may be a number, and yen have no decimals", () => {
  expect(problems({ ...ORDER, total_price: 10.5 })).toBeUndefined();
  expect(problems({ ...ORDER, currency: "JPY", total_price: "10.5" })).toEqual([
    "total_price is no amount of JPY",
  ]);
});

test("a refund needs its order, its time and its amount", () => {
  const refund = { order_id: 1, created_at: "2026-06-02T00:00:00Z", amount: "5.00" };
  expect(refundLine.safeParse(refund).success).toBe(true);
  for (const name of Object.keys(refund))
    expect(refundLine.safeParse({ ...refund, [name]: null }).success).toBe(false);
});

test.each([
  ["campaign,customer_id", { campaign: 0, customerId: 1, code: null, issuedAt: null }],
  ["Customer_ID, issued_at ,code,campaign", { campaign: 3, customerId: 0, code: 2, issuedAt: 1 }],
  ["campaign,customer", null],
  ["WELCOME,7", null],
])("the header %s", (text, expected) => {
  expect(readIssuedHeader(text.split(","))).toEqual(expected);
});

const HEADER = { campaign: 0, customerId: 1, code: 2, issuedAt: 3 };

test.each([
  ["WELCOME,7", { campaign: "WELCOME", customerId: "7", code: null, at: null }],
  [
    "WELCOME,gid://shopify/Customer/7,,",
    { campaign: "WELCOME", customerId: "7", code: null, at: null },
  ],
  [
    " WELCOME , 7 , W-1 ,2026-06-01",
    { campaign: "WELCOME", customerId: "7", code: "W-1", at: new Date("2026-06-01") },
  ],
])("who was issued what: %s", (text, row) => {
  expect(readIssuedRow(HEADER, text.split(","))).toEqual({ ok: true, row });
});

test.each([
  [",7", "campaign is missing."],
  ["WELCOME", "customer_id is missing."],
  ["WELCOME,ada@example.com", "customer_id is no number above 0."],
  ["WELCOME,0", "customer_id is no number above 0."],
  ["WELCOME,9999999999999999999", "customer_id is no number above 0."],
  ["WELCOME,7,,soon", "issued_at is no time, like 2026-06-01 or 2026-06-01T09:00:00Z."],
])("no row of it: %s", (text, problem) => {
  expect(readIssuedRow(HEADER, text.split(","))).toEqual({ ok: false, problem });
});
