import { expect, test } from "vitest";

import { readConfig } from "#app/services/replay/read-config.server.ts";
import { replay } from "./replay.ts";

const CODE = "SUMMER26_10OFF";
const CONFIG = `
shop: {timezone: Europe/Berlin, currency: EUR}
campaigns:
  - {key: ${CODE}, codes: [${CODE}], once: true}
`;
/** A customer uses the code on these days of June; each time it takes 5 euros off. */
const orders = (who: number, ...days: number[]) =>
  days.map((day) => ({
    ...{ id: who * 100 + day, created_at: `2026-06-0${day}T10:00:00Z`, currency: "EUR" },
    ...{ total_price: "30.00", financial_status: "paid", customer: { id: who } },
    ...{ email: `c${who}@example.com`, discount_codes: [{ code: CODE, amount: "5.00" }] },
  }));

test("two policies are judged over a file, order by order", async () => {
  // From a score that no signal reaches on: the exact rule alone flags.
  const ways = "{first: {flagFrom: 1}, second: {policy: once_a_period, flagFrom: 1}}";
  const { report } = await replay({
    config: `${CONFIG}backtest: ${ways}\n`,
    orders: [...orders(7, 1, 2, 3), ...orders(8, 1, 2), ...orders(9, 1)],
  });
  const { backtest } = report;
  expect(backtest).toMatchObject({
    ...{ from: "2026-06-01", to: "2026-06-03", orders: 5, people: 2 },
    first: {
      ...{ policy: "review", flagFrom: 1, saved: "0.00", atStake: "15.00" },
      orders: { passes: 2, held: 3, disqualifies: 0, refused: 0 },
    },
    second: {
      ...{ policy: "once_a_period", flagFrom: 1, saved: "5.00", atStake: "10.00" },
      orders: { passes: 2, held: 0, disqualifies: 2, refused: 1 },
      refusedCustomers: { of: 1 },
    },
  });
  const { cases, casesPerDay } = backtest?.first ?? {};
  expect(cases?.of).toBeGreaterThan(0);
  expect(casesPerDay).toBeCloseTo((cases?.of ?? 0) / 3, 10);
  const [low, high] = backtest?.second.refusedCustomers.probablyGoodCi ?? [];
  expect(low).toBeLessThan(0.1);
  expect(high).toBeGreaterThan(0.5);
  expect(
    backtest?.changed.map(({ orderId, discount, first, second }) => [
      ...[orderId, discount, first, second],
    ]),
  ).toEqual([
    [702, "5.00", "held", "disqualifies"],
    [802, "5.00", "held", "disqualifies"],
    [703, "5.00", "held", "refused"],
  ]);
});

test("without being asked a report has none", async () => {
  const { report } = await replay({ config: CONFIG, orders: orders(7, 1, 2) });
  expect(report).not.toHaveProperty("backtest");
});

test.each([
  [
    "{second: {policy: never}}",
    /^5: backtest\.second\.policy: This has to be one of review, once_a_/,
  ],
  [
    "{second: {flagFrom: 80}}",
    /^5: backtest\.second\.flagFrom: This has to be a number from 0 to 1/,
  ],
  ["{first: {policy: review}}", /^5: backtest\.second: This has to be like /],
])("%s is told with its line", (text, problem) => {
  const read = readConfig(`${CONFIG}backtest: ${text}`);
  expect(read.ok ? [] : read.problems).toEqual([expect.stringMatching(problem)]);
});
