import { expect, test } from "vitest";

import {
  orderPayload,
  refundPayload,
  disputePayload,
} from "#app/domain/redemption/order-payload.schema.ts";
import {
  readIdentities,
  readOrder,
  readRefundedOrder,
  readDisputedOrder,
} from "#app/domain/redemption/read-order.ts";

const HEARD = "2026-03-05T10:00:00.000Z";
const read = (payload: object, currency = "EUR") =>
  readOrder(orderPayload.parse({ id: 1, ...payload }), currency, HEARD);
const codesOf = (payload: object, currency?: string) =>
  read(payload, currency).codes.map(({ code, key, discountMinor, isUnvalued }) => [
    ...[code, key, discountMinor],
    ...(isUnvalued ? [isUnvalued] : []),
  ]);

test("an order of which everything but the id is missing is a pending order of nothing, heard of now", () => {
  expect(read({})).toEqual({
    id: "1",
    name: "#1",
    placedAt: HEARD,
    version: HEARD,
    currency: "EUR",
    totalMinor: 0,
    discountMinor: 0,
    presentment: { currency: "EUR", totalMinor: 0, discountMinor: 0 },
    channel: null,
    financialStatus: "pending",
    test: false,
    cancelledAt: null,
    paidAt: null,
    expiredAt: null,
    codes: [],
    refunds: [],
    disputes: [],
    customerId: null,
  });
});

test("every field that may be missing may be null, too", () => {
  const fields = Object.keys(orderPayload.shape).filter((name) => name !== "id");
  const nulls = Object.fromEntries(fields.map((name) => [name, null]));
  expect(read(nulls)).toEqual(read({}));
});

test.each([[{}], [{ id: null }], [{ id: "x" }], [{ id: -1 }], [{ id: 1.5 }], ["text"], [null]])(
  "without a usable id it is no order: %j",
  (payload) => {
    expect(orderPayload.safeParse(payload).success).toBe(false);
  },
);

test("what a code took off is the sum of its allocations over lines and shipping, not the amount beside it", () => {
  const payload = {
    discount_codes: [
      { code: "TEN", amount: "99.00" },
      { code: "SHIP", amount: "0.00" },
    ],
    discount_applications: [
      { type: "discount_code", code: "TEN" },
      { type: "automatic" },
      { type: "discount_code", code: "ship" },
    ],
    line_items: [
      { discount_allocations: [{ amount: "1.25", discount_application_index: 0 }] },
      {
        discount_allocations: [
          { amount: "0.75", discount_application_index: 0 },
          { amount: "5.00", discount_application_index: 1 },
        ],
      },
      {},
    ],
    shipping_lines: [{ discount_allocations: [{ amount: "4.90", discount_application_index: 2 }] }],
  };
  expect(codesOf(payload)).toEqual([
    ["TEN", "TEN", 200],
    ["SHIP", "SHIP", 490],
  ]);
});

test.each([
  [
    "without allocations the code's own amount counts",
    { discount_codes: [{ code: "TEN", amount: "3.50" }] },
    [["TEN", "TEN", 350]],
  ],
  [
    "a code that took nothing off was entered, not redeemed",
    { discount_codes: [{ code: "TEN", amount: "0.00" }] },
    [["TEN", "TEN", 0]],
  ],
  [
    "a code without an amount took nothing off when others are allocated theirs",
    {
      discount_codes: [{ code: "TEN" }, { code: "FIVE" }],
      discount_applications: [{ type: "discount_code", code: "FIVE" }],
      line_items: [{ discount_allocations: [{ amount: "5.00", discount_application_index: 0 }] }],
    },
    [
      ["TEN", "TEN", 0],
      ["FIVE", "FIVE", 500],
    ],
  ],
  [
    "what a code took off is not known where nothing says so",
    { discount_codes: [{ code: "TEN" }, { code: "FIVE", amount: null }] },
    [
      ["TEN", "TEN", 0, true],
      ["FIVE", "FIVE", 0, true],
    ],
  ],
  [
    "an amount that is no number is nothing",
    { discount_codes: [{ code: "TEN", amount: "ten" }] },
    [["TEN", "TEN", 0]],
  ],
  ["an empty code is none", { discount_codes: [{ code: "  ", amount: "3.50" }] }, []],
  [
    "one code in two spellings is one, with the larger amount",
    {
      discount_codes: [
        { code: "ten", amount: "1.00" },
        { code: " TEN ", amount: "3.00" },
        { code: "Ten", amount: "2.00" },
      ],
    },
    [["TEN", "TEN", 300]],
  ],
  [
    "an allocation that points nowhere is nobody's",
    {
      discount_codes: [{ code: "TEN", amount: "1.00" }],
      discount_applications: [],
      line_items: [
        {
          discount_allocations: [
            { amount: "9.00", discount_application_index: 3 },
            { amount: "9.00" },
          ],
        },
      ],
    },
    [["TEN", "TEN", 100]],
  ],
])("%s", (_, payload, codes) => {
  expect(codesOf(payload)).toEqual(codes);
});

test.each([
  ["JPY", "1200", 1_200],
  ["JPY", "1200.00", 1_200],
  ["KWD", "12.345", 12_345],
  ["KWD", "12.3", 12_300],
  ["EUR", "12.3", 1_230],
  ["EUR", 12.3, 1_230],
  ["EUR", "-1.00", -100],
])("a total in %s of %j is %d in its smallest unit", (currency, total_price, minor) => {
  expect(read({ currency, total_price }).totalMinor).toBe(minor);
});

test("the order's own currency goes before the shop's", () => {
  expect(read({ total_price: "5.00" }, "JPY")).toMatchObject({ currency: "JPY", totalMinor: 5 });
  expect(read({ currency: "USD", total_price: "5.00" }, "JPY")).toMatchObject({
    currency: "USD",
    totalMinor: 500,
  });
});

test.each([
  ["2026-03-01T23:30:00-05:00", "2026-03-02T04:30:00.000Z"],
  ["2026-03-01T23:30:00Z", "2026-03-01T23:30:00.000Z"],
  ["2026-03-01", "2026-03-01T00:00:00.000Z"],
  ["not a date", HEARD],
  ["", HEARD],
  ["2026-13-41T00:00:00Z", HEARD],
])("created at %j is placed at %s", (created_at, placedAt) => {
  expect(read({ created_at }).placedAt).toBe(placedAt);
});

test("the version is when it was last changed, else when it was made", () => {
  expect(read({ created_at: "2026-03-01T00:00:00Z" }).version).toBe("2026-03-01T00:00:00.000Z");
  expect(
    read({ created_at: "2026-03-01T00:00:00Z", updated_at: "2026-03-02T00:00:00Z" }),
  ).toMatchObject({
    placedAt: "2026-03-01T00:00:00.000Z",
    version: "2026-03-02T00:00:00.000Z",
  });
});

test.each([
  ["paid", true, false],
  ["partially_refunded", true, false],
  ["refunded", true, false],
  ["partially_paid", false, false],
  ["authorized", false, false],
  ["pending", false, false],
  ["expired", false, true],
  ["voided", false, true],
])("an order that is %s: paid %s, expired %s", (financial_status, paid, expired) => {
  const facts = read({ financial_status });
  expect([facts.paidAt !== null, facts.expiredAt !== null]).toEqual([paid, expired]);
});

test("only refunds that went through count, each once by its id", () => {
  const transactions = [
    { kind: "refund", status: "success", amount: "4.00" },
    { kind: "refund", status: "failure", amount: "8.00" },
    { kind: "refund", status: "pending", amount: "16.00" },
    { kind: "void", status: "success", amount: "32.00" },
    { kind: "refund", amount: "1.00" },
  ];
  const body = { id: 77, order_id: 1, created_at: "2026-03-04T00:00:00Z", transactions };
  const refund = { id: "77", at: "2026-03-04T00:00:00.000Z", amountMinor: 500, currency: "EUR" };
  expect(read({ refunds: [body] }).refunds).toEqual([refund]);
  expect(readRefundedOrder(refundPayload.parse(body), "EUR", HEARD)).toMatchObject({
    id: "1",
    refunds: [refund],
  });
});

test("a refund that says neither when nor how much is one of nothing, now", () => {
  const facts = readRefundedOrder(refundPayload.parse({ id: 77, order_id: 1 }), "EUR", HEARD);
  expect(facts.refunds).toEqual([{ id: "77", at: HEARD, amountMinor: 0, currency: "EUR" }]);
});

test.each([
  [
    { email: "a@x.com", contact_email: "b@x.com", customer: { id: 5, email: "c@x.com" } },
    ["5", "a@x.com", null],
  ],
  [{ email: "", contact_email: "b@x.com" }, [null, "b@x.com", null]],
  [{ customer: { email: "c@x.com", phone: "+1" } }, [null, "c@x.com", "+1"]],
  [{ phone: "+2", customer: { id: "5", phone: "+1" } }, ["5", null, "+2"]],
  [{}, [null, null, null]],
])("who %j is", (payload, [customerId, email, phone]) => {
  expect(readIdentities(orderPayload.parse({ id: 1, ...payload }))).toEqual({
    customerId,
    email,
    phone,
  });
});

test("a shopper's own currency: totals and allocations from the bags, the rest by the order's rate", () => {
  const bag = (amount: string) => ({ presentment_money: { amount } });
  const body = {
    currency: "EUR",
    presentment_currency: "JPY",
    total_price: "50.00",
    total_price_set: bag("8000"),
    total_discounts: "10.00",
    total_discounts_set: bag("1600"),
    discount_codes: [
      { code: "LINES", amount: "5.00" },
      { code: "BARE", amount: "5.00" },
    ],
    discount_applications: [{ type: "discount_code", code: "LINES" }],
    line_items: [
      {
        discount_allocations: [
          { amount: "5.00", amount_set: bag("801"), discount_application_index: 0 },
        ],
      },
    ],
  };
  const { presentment, codes } = read(body);
  expect(presentment).toEqual({ currency: "JPY", totalMinor: 8_000, discountMinor: 1_600 });
  expect(
    codes.map(({ key, discountMinor, presentmentMinor }) => [key, discountMinor, presentmentMinor]),
  ).toEqual([
    ["LINES", 500, 801],
    ["BARE", 500, 800],
  ]);
});

test("a refund is in the currency its transactions are in", () => {
  const transactions = [{ kind: "refund", status: "success", amount: "801", currency: "JPY" }];
  const body = { id: 77, order_id: 1, created_at: "2026-03-04T00:00:00Z", transactions };
  expect(readRefundedOrder(refundPayload.parse(body), "EUR", HEARD).refunds).toEqual([
    { id: "77", at: "2026-03-04T00:00:00.000Z", amountMinor: 801, currency: "JPY" },
  ]);
});

test("a dispute tells of an order, or of none", () => {
  const dispute = {
    id: 5,
    type: "chargeback",
    status: "lost",
    initiated_at: "2026-03-04T00:00:00Z",
  };
  const of = (order_id: number | null) =>
    readDisputedOrder(disputePayload.parse({ ...dispute, order_id }), "EUR", HEARD);
  expect(of(1)).toMatchObject({
    id: "1",
    disputes: [{ id: "5", at: "2026-03-04T00:00:00.000Z", type: "chargeback", status: "lost" }],
  });
  expect(of(null)).toBeNull();
});
