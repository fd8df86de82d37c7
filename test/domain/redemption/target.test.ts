import { expect, test } from "vitest";

import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import {
  FREES_NOTHING,
  targetBalances,
  USUAL_FREES,
  type Frees,
  type JoinedCode,
} from "#app/domain/redemption/target.ts";

const PAID: OrderFacts = {
  id: "1",
  name: "#1",
  placedAt: "2026-03-01T12:00:00.000Z",
  version: "2026-03-09T12:00:00.000Z",
  currency: "EUR",
  totalMinor: 5_000,
  discountMinor: 700,
  presentment: { currency: "EUR", totalMinor: 5_000, discountMinor: 700 },
  channel: "web",
  financialStatus: "paid",
  test: false,
  cancelledAt: null,
  paidAt: "2026-03-02T12:00:00.000Z",
  expiredAt: null,
  codes: [],
  refunds: [],
  disputes: [],
  customerId: null,
};

const code = (change: Partial<JoinedCode> = {}): JoinedCode => ({
  key: "TEN",
  discountMinor: 500,
  presentmentMinor: 500,
  isUnvalued: false,
  codeId: "k1",
  campaignId: "c1",
  frees: USUAL_FREES,
  freedAt: null,
  ...change,
});

/** [key, campaign, day, redemptions, reversals, revenue, discount, refund] */
const balances = (facts: Partial<OrderFacts>, codes: JoinedCode[]) =>
  targetBalances({ ...PAID, ...facts }, codes).map((b) => [
    b.key,
    b.campaignId,
    b.at.slice(8, 10),
    b.redemptions,
    b.reversals,
    b.revenueMinor,
    b.discountMinor,
    b.refundMinor,
  ]);

test("a paid order counts for itself, for its code and as an order with a code", () => {
  expect(balances({}, [code()])).toEqual([
    ["", null, "01", 1, 0, 5_000, 700, 0],
    ["TEN", "c1", "01", 1, 0, 5_000, 500, 0],
    ["+", null, "01", 1, 0, 5_000, 500, 0],
  ]);
});

test("until it is paid a use counts and revenue does not", () => {
  expect(balances({ paidAt: null, financialStatus: "pending" }, [code()])[1]).toEqual([
    "TEN",
    "c1",
    "01",
    1,
    0,
    0,
    500,
    0,
  ]);
});

test("an order without a code of ours is only an order", () => {
  expect(balances({}, [])).toEqual([["", null, "01", 1, 0, 5_000, 700, 0]]);
  expect(balances({}, [code({ campaignId: null, codeId: null })]).map(([key]) => key)).toEqual([
    "",
    "TEN",
  ]);
});

test("a code that took nothing off was not redeemed", () => {
  expect(balances({}, [code({ discountMinor: 0 })]).map(([key]) => key)).toEqual([""]);
  const unvalued = code({ discountMinor: 0, presentmentMinor: 0, isUnvalued: true });
  expect(balances({}, [unvalued])).toContainEqual(expect.arrayContaining(["TEN", "c1", 1]));
});

test("test orders count nothing", () => {
  expect(balances({ test: true }, [code()])).toEqual([]);
});

test("two codes of one campaign: two uses, and the order's revenue once", () => {
  const both = [code({ key: "B" }), code({ key: "A", codeId: "k2" })];
  expect(balances({}, both).slice(1)).toEqual([
    ["A", "c1", "01", 1, 0, 5_000, 500, 0],
    ["B", "c1", "01", 1, 0, 0, 500, 0],
    ["+", null, "01", 1, 0, 5_000, 1_000, 0],
  ]);
});

test("codes of two campaigns: the order's revenue for each", () => {
  const both = [code({ key: "A" }), code({ key: "B", campaignId: "c2" })];
  expect(
    balances({}, both)
      .slice(1, 3)
      .map((row) => row[5]),
  ).toEqual([5_000, 5_000]);
});

test("a cancelled order frees the use and takes revenue and discount back, on the day it was cancelled", () => {
  expect(balances({ cancelledAt: "2026-03-05T00:00:00.000Z" }, [code()]).slice(2, 4)).toEqual([
    ["TEN", "c1", "01", 1, 0, 5_000, 500, 0],
    ["TEN", "c1", "05", 0, 1, -5_000, -500, 0],
  ]);
});

const refunded = (...amounts: number[]) => ({
  refunds: amounts.map((amountMinor, i) => ({
    id: `r${i}`,
    at: `2026-03-0${i + 3}T00:00:00.000Z`,
    amountMinor,
    currency: "EUR",
  })),
});
const freeing = (facts: Partial<OrderFacts>, frees = USUAL_FREES) =>
  balances(facts, [code({ frees })]).flatMap(([key, , day, , reversals]) =>
    key === "TEN" && reversals === 1 ? [day] : [],
  );

test.each([
  ["nothing happened", {}, []],
  ["a partial refund", refunded(4_999), []],
  ["a full refund", refunded(5_000), ["03"]],
  ["refunds that make it full", refunded(2_000, 3_000), ["04"]],
  ["more than full", refunded(2_000, 4_000, 100), ["04"]],
  ["an order of nothing with a refund of nothing", { totalMinor: 0, ...refunded(0) }, []],
  [
    "expired",
    { financialStatus: "expired", paidAt: null, expiredAt: "2026-03-06T00:00:00.000Z" },
    ["06"],
  ],
  [
    "voided before it was paid",
    { financialStatus: "voided", paidAt: null, expiredAt: "2026-03-06T00:00:00.000Z" },
    ["06"],
  ],
  ["paid after it had expired", { expiredAt: "2026-03-02T00:00:00.000Z" }, []],
  [
    "cancelled and then refunded",
    { cancelledAt: "2026-03-02T00:00:00.000Z", ...refunded(5_000) },
    ["02"],
  ],
  [
    "refunded and then cancelled",
    { cancelledAt: "2026-03-08T00:00:00.000Z", ...refunded(5_000) },
    ["03"],
  ],
])("what frees the use: %s", (_, facts, days) => {
  expect(freeing(facts)).toEqual(days);
  expect(freeing(facts, FREES_NOTHING)).toEqual([]);
});

test.each(["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-09"])(
  "of an order that is cancelled on %s nothing is left, whatever of it was paid back and when",
  (day) => {
    const facts = { cancelledAt: `${day}T00:00:00.000Z`, ...refunded(2_000, 1_500) };
    const rows = balances(facts, [code()]);
    for (const account of ["", "+", "TEN"]) {
      const own = rows.filter(([key]) => key === account);
      const left = [5, 6, 7].map((at) => own.reduce((sum, row) => sum + Number(row[at]), 0));
      expect([account, own.length > 1, ...left]).toEqual([account, true, 0, 0, 0]);
    }
    // Until then it was given back on its days; what comes with the cancellation, or later, is no refund.
    const given = rows
      .filter(([key]) => key === "")
      .map((row) => [row[2], row[7]])
      .sort();
    const before = {
      "02": [],
      "03": [],
      "04": [["03", 2_000]],
      "09": [
        ["03", 2_000],
        ["04", 1_500],
      ],
    };
    const last = day.slice(-2) as keyof typeof before;
    const taken = before[last].reduce((sum, [, minor]) => sum + Number(minor), 0);
    expect(given).toEqual([["01", 0], ...before[last], [last, taken === 0 ? 0 : -taken]]);
  },
);

test("refunds stand on their own days and take nothing from revenue", () => {
  expect(balances(refunded(100, 200), []).map((row) => [row[2], row[5], row[7]])).toEqual([
    ["01", 5_000, 0],
    ["03", 0, 100],
    ["04", 0, 200],
  ]);
});

const chargeback = (status: string, type = "chargeback") => ({
  disputes: [{ id: "d1", at: "2026-03-07T00:00:00.000Z", type, status }],
});

test.each<[string, Partial<OrderFacts>, Partial<Frees>, string[]]>([
  ["a part given back, where that frees", refunded(1), { partialRefund: true }, ["03"]],
  ["a refund of nothing", refunded(0), { partialRefund: true }, []],
  ["a chargeback, where that frees", chargeback("needs_response"), { chargeback: true }, ["07"]],
  ["a chargeback that was lost", chargeback("lost"), { chargeback: true }, ["07"]],
  ["a chargeback that was won", chargeback("won"), { chargeback: true }, []],
  ["an inquiry", chargeback("needs_response", "inquiry"), { chargeback: true }, []],
  ["a chargeback, usually", chargeback("lost"), USUAL_FREES, []],
])("what a campaign may let free the use: %s", (_, facts, frees, days) => {
  expect(freeing(facts, { ...FREES_NOTHING, ...frees })).toEqual(days);
});

test("a shopper who paid in another currency: both are counted, and a refund in theirs is full when it is all of it", () => {
  const facts: Partial<OrderFacts> = {
    presentment: { currency: "JPY", totalMinor: 8_123, discountMinor: 1_137 },
    refunds: [{ id: "r", at: "2026-03-03T00:00:00.000Z", amountMinor: 8_123, currency: "JPY" }],
  };
  const joined = code({ presentmentMinor: 812 });
  const amounts = targetBalances({ ...PAID, ...facts }, [joined])
    .filter(({ key }) => key === "TEN")
    .map((b) => [
      b.currency,
      b.presentmentCurrency,
      b.reversals,
      [b.revenueMinor, b.discountMinor, b.refundMinor],
      [b.presentmentRevenueMinor, b.presentmentDiscountMinor, b.presentmentRefundMinor],
    ]);
  expect(amounts).toEqual([
    ["EUR", "JPY", 0, [5_000, 500, 0], [8_123, 812, 0]],
    ["EUR", "JPY", 1, [0, 0, 5_000], [0, 0, 8_123]],
  ]);
});

test("a use that staff gave back is freed whatever the campaign says, at the earlier of two moments", () => {
  const freedAt = "2026-03-05T00:00:00.000Z";
  const given = code({ frees: FREES_NOTHING, freedAt });
  const reversals = (codes: JoinedCode[], facts: Partial<OrderFacts> = {}) =>
    targetBalances({ ...PAID, ...facts }, codes)
      .filter(({ key, reversals: count }) => key === "TEN" && count > 0)
      .map(({ at }) => at);
  expect(reversals([given])).toEqual([freedAt]);
  expect(reversals([code({ freedAt })], { cancelledAt: "2026-03-04T00:00:00.000Z" })).toEqual([
    "2026-03-04T00:00:00.000Z",
  ]);
  expect(reversals([code()])).toEqual([]);
});
