import { expect, test } from "vitest";

import { REPEAT_DAYS, type Repeat } from "#app/domain/measure/repeat.ts";
import { replay } from "./replay.ts";

const CONFIG = `
shop: {timezone: Europe/Berlin, currency: EUR}
conventions: ["{season}{yy}_{offer}"]
campaigns:
  - key: SUMMER26_10OFF
    codes: [SUMMER26_10OFF, ten]
    once: true
    frees: {cancel: true, fullRefund: false}
  - key: VIP
    pattern: "VIP-{number:1-99}"
    audience: issued
  - key: EARLY
    codes: [SPRING]
    endsAt: 2026-04-01
    limit: {perCustomer: 2, window: month}
  - key: LATE
    codes: [SPRING]
    startsAt: 2026-04-02
`;

const code = (text: string, amount = "1.00") => ({ code: text, amount, type: "fixed_amount" });
const order = (id: number, day: string, change: Record<string, unknown> = {}) => ({
  ...{ id, created_at: `2026-${day}T12:00:00Z`, currency: "EUR", total_price: "10.00" },
  discount_codes: [],
  ...change,
});
const customer = (id: number) => ({ customer: { id } });

const odd = await replay({
  config: CONFIG,
  orders: [
    // Not in their order; the last is the last of the stream.
    order(90, "07-31"),
    order(1, "01-10", { ...customer(7), discount_codes: [code("summer26_10off", "2.50")] }),
    "{ this is no JSON",
    // The same order again: the later version counts, whether it says so or stands later.
    order(2, "01-12", { ...customer(8), updated_at: "2026-01-14T00:00:00Z", total_price: "30.00" }),
    order(2, "01-12", { ...customer(8), updated_at: "2026-01-13T00:00:00Z", total_price: "99.00" }),
    order(3, "01-20", { email: "Ada+x@gmail.com", total_price: "99.00" }),
    order(3, "01-20", { email: "Ada+x@gmail.com", total_price: "5.00" }),
    '{"id": 4, "created_at": "2026-01-01T00:00:00Z", "currency": "EUR", "discount_codes": []}',
    // The same mailbox, and a code of each of two campaigns; the second code of one campaign took nothing off.
    order(5, "02-15", {
      contact_email: "a.da@googlemail.com",
      discount_codes: [code("TEN"), code("vip-7", "0.50"), code("SUMMER26_10OFF", "0.00")],
    }),
    "",
    // A test, and a cancelled one whose use is free again.
    order(6, "02-16", { ...customer(7), test: true, discount_codes: [code("TEN")] }),
    order(7, "02-17", {
      ...{ ...customer(9), discount_codes: [code("TEN")], total_price: "1000.00" },
      cancelled_at: "2026-02-18T00:00:00Z",
    }),
    order(8, "02-19", { ...customer(9), discount_codes: [code("TEN")] }),
    // Once per person: the first customer's second use. Shipping is taken off, too.
    order(9, "02-20", {
      ...customer(7),
      discount_codes: [code("TEN", "5.00")],
      discount_applications: [{ type: "discount_code", code: "TEN" }],
      shipping_lines: [
        { discount_allocations: [{ amount: "4.99", discount_application_index: 0 }] },
      ],
    }),
    order(10, "03-01", { ...customer(7), discount_codes: [code("VIP-8")] }),
    order(11, "03-02", { ...customer(8), discount_codes: [code("VIP-9")] }),
    order(12, "03-03", { currency: "USD", total_price: "77.00", ...customer(7) }),
    // A code on the last day of one campaign, and on the first of the next.
    order(13, "04-01", {
      // Never paid, which frees nothing here.
      ...{ ...customer(8), financial_status: "voided", discount_codes: [code("SPRING")] },
    }),
    order(14, "04-02", { ...customer(8), discount_codes: [code("SPRING")] }),
    order(15, "04-03", { discount_codes: [code("NOBODYS")] }),
    "[]",
  ],
  refunds: [
    { order_id: 14, created_at: "2026-04-04T00:00:00Z", amount: "4.00" },
    { order_id: 14, created_at: "2026-04-05T00:00:00Z", amount: 6 },
    // The first once more.
    { order_id: 14, created_at: "2026-04-04T00:00:00Z", amount: "4.00" },
    { order_id: 9, created_at: "2026-02-21T00:00:00Z", amount: "10.00" },
    { order_id: 404, created_at: "2026-02-21T00:00:00Z", amount: "10.00" },
    { order_id: 9, created_at: "2026-02-21T00:00:00Z", amount: "x" },
    { created_at: "2026-02-21T00:00:00Z", amount: "10.00" },
  ],
  issued: [
    "campaign,customer_id,code,issued_at",
    "VIP,7,VIP-8,2026-02-01",
    "VIP,7,,2026-02-01",
    "VIP,70,,",
    "VIP,71,VIP-100,",
    "NONE,7,,",
    "VIP,,,",
    "SUMMER26_10OFF,8,,",
  ].join("\r\n"),
});

const repeats = (...counts: [eligible: number, repeated: number][]): Record<string, Repeat> =>
  Object.fromEntries(
    counts.map(([eligible, repeated], at) => {
      const rate = eligible === 0 ? null : repeated / eligible;
      return [String(REPEAT_DAYS[at]), { eligible, repeated, rate }] as const;
    }),
  );

test("the shop: every order once, in its last version, without tests and cancelled ones", () => {
  const { orders, redemptions, shop } = odd.report;
  // 1, 2, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15 and 90.
  expect(orders).toBe(13);
  expect(redemptions).toBe(10);
  expect(shop).toEqual({
    orders: 13,
    // 7, 8 and 9, and one mailbox.
    customers: 4,
    // Order 12 is in dollars, of which nobody knows what they were worth.
    revenue: "135.00",
    aov: "11.25",
    // 7 came back after 41 days, 8 after 49, the mailbox after 26; 9 did not.
    repeat: repeats([4, 1], [4, 3], [4, 3]),
  });
});

test("campaigns: what their codes did while they were theirs", () => {
  const [summer, vip, early, late] = odd.report.campaigns;
  expect(summer).toEqual({
    key: "SUMMER26_10OFF",
    // One, who did not redeem.
    ...{ issued: 1, redeemers: 3, redemptions: 5, reversed: 1, redemptionRate: 0 },
    redemptionRateCi: [0, expect.closeTo(0.7935, 4) as number],
    // Orders 1, 5, 8 and 9; a refund takes nothing away.
    ...{ revenue: "40.00", discount: "9.49", aov: "10.00" },
    // After the first use of each: 7 ordered again after 41 days, the mailbox and 9 did not.
    repeat: repeats([3, 0], [3, 1], [3, 1]),
  });
  expect(vip).toMatchObject({
    ...{ key: "VIP", issued: 2, redeemers: 3, redemptions: 3, reversed: 0, redemptionRate: 0.5 },
    ...{ revenue: "30.00", discount: "2.50" },
  });
  expect(early).toMatchObject({
    key: "EARLY",
    redemptions: 1,
    reversed: 0,
    issued: 0,
    redemptionRate: null,
  });
  expect(late).toMatchObject({
    key: "LATE",
    redemptions: 1,
    reversed: 1,
    revenue: "10.00",
    aov: "10.00",
  });
});

/** What adds to a flag: it was refunded soon after; what was not issued to somebody is beyond its audience. */
const REFUNDED = expect.objectContaining({
  ...{ signal: "refund_after_bonus", orders: [9] },
}) as unknown;
const LEAKED = expect.objectContaining({ signal: "leaked_code" }) as unknown;

test("flags: a second use by once, though it was refunded, and uses by those it was not issued to", () => {
  expect(
    odd.report.flags.map(({ orderId, campaign, kind, signals }) => [
      orderId,
      campaign,
      kind,
      signals,
    ]),
  ).toEqual([
    [5, "VIP", "over_limit", [{ signal: "not_issued" }, LEAKED]],
    [
      ...[9, "SUMMER26_10OFF", "over_limit"],
      [{ signal: "limit", limit: 1, window: "lifetime", period: "L", orders: [1, 9] }, REFUNDED],
    ],
    [11, "VIP", "over_limit", [{ signal: "not_issued" }, LEAKED]],
  ]);
});

test("what is no order, no refund and no issuance is named by its line", () => {
  expect(odd.bad).toEqual([
    "orders.jsonl:3: This is no JSON. A line holds one whole object.",
    "orders.jsonl:8: total_price is missing.",
    "orders.jsonl:21: A line has to be an object.",
    "refunds.jsonl:6: amount is no amount of EUR.",
    "refunds.jsonl:7: order_id is missing or no number above 0.",
    "issued.csv:5: Its code is none of VIP. Add it to the campaign’s codes, or leave it empty.",
    "issued.csv:6: There is no campaign “NONE” in the configuration.",
    "issued.csv:7: customer_id is missing.",
  ]);
});

test("orders in a currency of which no rate is known are told", () => {
  expect(odd.notes).toEqual([
    expect.stringMatching(/^1 orders have no amount in EUR/),
    expect.stringMatching(/^Codes that are no campaign’s: NOBODYS \(1\);/),
  ]);
});

const empty = await replay({ config: CONFIG, orders: [] });

test("a stream of nothing is a report of nothing", () => {
  expect(empty.bad).toEqual([]);
  expect(empty.report).toMatchObject({ orders: 0, redemptions: 0, flags: [] });
  expect(empty.report.campaigns.map(({ key }) => key)).toEqual([
    "SUMMER26_10OFF",
    "VIP",
    "EARLY",
    "LATE",
  ]);
  expect(empty.report.shop).toEqual({
    ...{ orders: 0, customers: 0, revenue: "0.00", aov: null },
    repeat: repeats([0, 0], [0, 0], [0, 0]),
  });
});

const told = {
  id: 1,
  created_at: "2026-05-02T00:00:00Z",
  transactions: [{ kind: "refund", status: "success", amount: "5.00" }],
};
const half = { order_id: 1, created_at: "2026-05-02T00:00:00.000+00:00", amount: "5.00" };
const worth = (amount: string) => ({ shop_money: { amount, currency_code: "EUR" } });
const abroad = await replay({
  config: CONFIG,
  orders: [
    order(1, "05-01", {
      ...{ currency: "USD", total_price: "40.00", total_price_set: worth("30.00") },
      discount_codes: [code("SPRING", "4.00")],
    }),
  ],
});

test("an order in another currency that says what it was worth counts for that", () => {
  const { campaigns, shop } = abroad.report;
  expect(abroad.notes).toEqual([]);
  expect(shop).toMatchObject({ orders: 1, revenue: "30.00" });
  expect(campaigns[3]).toMatchObject({ key: "LATE", revenue: "30.00", discount: "3.00" });
});

const silent = await replay({
  config: CONFIG,
  orders: [
    order(1, "05-01", { discount_codes: [{ code: "SPRING" }, { code: "TEN", amount: null }] }),
  ],
});

test("codes without an amount count, with no discount, and are told", () => {
  expect(silent.report).toMatchObject({ orders: 1, redemptions: 2 });
  expect(silent.notes).toEqual([expect.stringMatching(/^2 uses of codes say nothing/)]);
});

const stray = await replay({
  config: CONFIG,
  orders: [
    ...["SIX", "TWO", "TWO", "THREE", "FOUR"].map((text, n) =>
      order(n + 1, "05-01", { ...customer(n + 1), discount_codes: [code(text)] }),
    ),
    order(9, "05-01", { discount_codes: [code("SPRING")] }),
  ],
});

test("codes that are no campaign's are told, those on most orders by name", () => {
  expect(stray.notes).toEqual([
    expect.stringMatching(
      /^Codes that are no campaign’s: TWO \(2\), FOUR \(1\), SIX \(1\), and 1 more;/,
    ),
  ]);
});

const refunded = await replay({
  config: CONFIG,
  orders: [
    order(1, "05-01", { ...customer(1), discount_codes: [code("SPRING")], refunds: [told] }),
    order(2, "05-01", {
      ...customer(2),
      discount_codes: [code("SPRING")],
      refunds: [{ ...told, id: 2 }],
    }),
  ],
  refunds: [half, { ...half, order_id: 2, created_at: "2026-05-03T00:00:00Z" }],
});

test("a refund that the order tells of, too, is not counted twice", () => {
  const late = refunded.report.campaigns.find(({ key }) => key === "LATE");
  expect(late).toMatchObject({ redemptions: 2, reversed: 1 });
});
