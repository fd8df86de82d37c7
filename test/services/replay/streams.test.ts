import fc from "fast-check";
import { expect, test } from "vitest";

import { naiveReport, REFUNDED_AFTER, type Sale } from "./naive-report.ts";
import { replay } from "./replay.ts";

const CONFIG = `
shop: {timezone: America/New_York, currency: USD}
campaigns:
  - {key: ONCE, codes: [ONCE], once: true, frees: {cancel: false, fullRefund: true}}
  - {key: FREE, codes: [FREE], frees: {cancel: true, fullRefund: false}}
`;
const START = Date.parse("2026-01-01T00:00:00Z");
const DAY = 86_400_000;
const ISSUED = ["1", "2", "3", "30"];

/** Guests have an address of their own; accounts have none, so that nobody is two customers. */
const customer = fc.constantFrom(
  null,
  ...Array.from({ length: 20 }, (_, at) => String(at + 1)),
  "ada",
  "bob",
);

const sale = fc.record({
  // Whole days are frequent: what lies exactly at an edge is tried.
  at: fc.oneof(
    fc.nat(150 * DAY),
    fc.nat(150).map((days) => days * DAY),
  ),
  cents: fc.integer({ min: 1, max: 20_000 }),
  customer,
  code: fc.constantFrom("ONCE" as const, "FREE" as const, null),
  discount: fc.constantFrom(0, 100, 250),
  test: fc.constantFrom(false, false, false, true),
  cancelled: fc.constantFrom(false, false, false, true),
  refundedShare: fc.constantFrom(0, 0, 0, 0.5, 1),
});

const [drawn = []] = fc.sample(fc.array(sale, { minLength: 400, maxLength: 400 }), {
  numRuns: 1,
  seed: 20_261_126,
});
const sales: Sale[] = drawn.map(({ refundedShare, at, cents, ...rest }, index) => ({
  ...{ ...rest, id: 1_000 + index, at: START + at, cents },
  refunded: Math.ceil(cents * refundedShare),
}));

const money = (cents: number) => (cents / 100).toFixed(2);
const bodyOf = (each: Sale) => ({
  ...{ id: each.id, created_at: new Date(each.at).toISOString(), currency: "USD", test: each.test },
  total_price: money(each.cents),
  discount_codes: each.code === null ? [] : [{ code: each.code, amount: money(each.discount) }],
  cancelled_at: each.cancelled ? new Date(each.at + DAY).toISOString() : null,
  ...(each.customer === null
    ? {}
    : /\d/.test(each.customer)
      ? { customer: { id: Number(each.customer) } }
      : { email: `${each.customer}@example.com` }),
});
/** Some orders were told of before, when they had other totals and were not cancelled yet. */
const earlier = sales
  .filter(({ id }) => id % 5 === 0)
  .map((each) => bodyOf({ ...each, cents: each.cents + 1, cancelled: false }));
const orders = [...earlier, ...sales.map(bodyOf)];
const refunds = sales
  .filter(({ refunded }) => refunded > 0)
  .map(({ id, at, refunded }) => ({
    order_id: id,
    created_at: new Date(at + REFUNDED_AFTER).toISOString(),
    amount: money(refunded),
  }));
const issued = ["campaign,customer_id", ...ISSUED.map((id) => `ONCE,${id}`)].join("\n");

/** In any order, as long as an order's later version stays on a later line. */
const shuffled = <T>(all: readonly T[]): T[] => all.toSorted((a, b) => rank(a) - rank(b));
const rank = (value: unknown) =>
  [...JSON.stringify(value)].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7);

const asTold = await replay({ config: CONFIG, orders, refunds, issued });
const inAnyOrder = await replay({
  config: CONFIG,
  orders: [...shuffled(earlier), ...shuffled(sales.map(bodyOf))],
  refunds: shuffled(refunds),
  issued,
});

test("the report is what counting the whole stream by hand gives", () => {
  const { flagged, ...expected } = naiveReport(sales, ISSUED);
  expect(asTold.bad).toEqual([]);
  const { flags, redemptions, campaigns, ...rest } = asTold.report;
  const told = campaigns.map(({ redemptionRateCi: _, ...campaign }) => campaign);
  expect({ ...rest, campaigns: told }).toEqual(expected);
  expect(flags.map(({ orderId }) => orderId)).toEqual(flagged);
  expect(redemptions).toBe(campaigns.reduce((sum, each) => sum + each.redemptions, 0));
  // What is compared is not nothing.
  expect(flags.length).toBeGreaterThan(20);
  expect(campaigns.every(({ reversed }) => reversed > 5)).toBe(true);
});

test("a file in another order gives the same report", () => {
  expect(inAnyOrder.report).toEqual(asTold.report);
});
