// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { BacktestPage } from "#app/components/backtest/backtest-page.tsx";
import type { BacktestSummary, VariantResult } from "#app/domain/backtest/backtest.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";

const way = { name: "A person decides", policy: USUAL_POLICY, flagFrom: 0.8 };
const none = { of: 0, expected: 0, low: 0, high: 0, decided: 0 };
const first: VariantResult = {
  orders: { passes: 90, asks_sign_in: 0, watched: 0, held: 9, disqualifies: 0, refused: 0 },
  ...{ savedMinor: 0, atStakeMinor: 4_500, refused: none },
  cases: { of: 6, expected: 0.6, low: 0.04, high: 2.4, decided: 0 },
  busiest: { day: "2026-05-02", cases: 2 },
};
const second: VariantResult = {
  ...first,
  // Whom staff decided on are known.
  cases: { of: 5, expected: 2, low: 2, high: 2, decided: 5 },
  orders: { passes: 90, asks_sign_in: 0, watched: 0, held: 0, disqualifies: 6, refused: 3 },
  ...{ savedMinor: 1_500, atStakeMinor: 3_000 },
  refused: { of: 3, expected: 0.2, low: 0.01, high: 1.7, decided: 2 },
};
const last: BacktestSummary = {
  ...{ id: "b1", first: way, second: { ...way, name: "Ladder", flagFrom: 0.925 } },
  ...{ state: "running", done: 500, total: 1_200, result: null, error: null },
  ...{ createdAt: "2026-06-10T11:00:00.000Z", createdBy: "Rita" },
};
const counts = { currency: "EUR", from: "2026-04-01", to: "2026-05-30", days: 60 };
const result = { ...counts, orders: 99, people: 40, changed: 9, first, second };
const show = (change: Partial<BacktestSummary> | null, options: Options = {}) =>
  mount(
    <BacktestPage
      policies={[
        { value: "in_force", label: "In force: a person decides" },
        { value: "preset:ladder", label: "Ladder" },
      ]}
      flagFrom={0.8}
      last={change && { ...last, ...change }}
    />,
    options,
  );

it("shows how far it is, and can be stopped", async () => {
  const page = await show({});
  expect(page.text()).toContain("500 of 1,200 people and rings judged.");
  expect(page.button("Stop")).toBeTruthy();
});

it("puts both ways side by side, with money, who is probably good, and what there is to do a day", async () => {
  const page = await show({ state: "done", result });
  const text = page.text();
  expect(text).toContain("9 orders would have gone otherwise, and €15.00 less of discounts");
  expect(text).toContain("99 orders of 40 customers who could be flagged");
  expect(text).toContain("Ladder, from 92.5%");
  expect(text).toContain("0.2 of 3");
  expect(text).toContain("0 to 1.7; 2 decided by staff");
  expect(text).toContain("2 of 5decided by staff");
  expect(text).toContain("0 to 2.4; by their scores");
  expect(text).toContain("0.1, at most 2 on ");
});

it("opens the orders behind each number that is not nothing", async () => {
  await show({ state: "done", result });
  const links = [...document.querySelectorAll("a[href*='backtest/orders']")].map((link) =>
    link.getAttribute("href")?.replace(/^.*\?/, ""),
  );
  const of = (side: string, outcome: string) => `id=b1&side=${side}&outcome=${outcome}`;
  expect(links).toEqual([
    "id=b1&side=changed",
    ...[of("first", "held"), of("second", "disqualifies"), of("second", "refused")],
    // Discounts not given, what is at stake, customers refused, cases to look at.
    ...[of("second", "refused"), of("first", "looked_at"), of("second", "looked_at")],
    ...[of("second", "refused"), of("first", "looked_at"), of("second", "looked_at")],
  ]);
});

it("says so when orders change and discounts do not", async () => {
  const same = { ...result, second: { ...second, savedMinor: 0 } };
  const text = (await show({ state: "done", result: same })).text();
  expect(text).toContain("otherwise; discounts would have come to the same.");
});

it("says so without orders, when it was stopped, and when it failed", async () => {
  const empty = { ...result, from: null, to: null, days: 0, changed: 0 };
  expect((await show({ state: "done", result: empty })).text()).toContain(
    "There are no orders yet",
  );
  expect((await show({ state: "cancelled" })).text()).toContain("It was stopped before");
  expect((await show({ state: "failed", error: "Try it again." })).text()).toContain(
    "Try it again.",
  );
});

it("says of a form that was refused that what stands below is of the one before", async () => {
  const message = "Give a percentage from 1 to 99.99.";
  const path = "/app/settings/policies/backtest";
  const refusal = { kind: "invalid", message };
  const problems = [{ field: "first.flagFrom", message }];
  const action = () => Response.json({ refusal, problems }, { status: 422 });
  const page = await show({ state: "done", result }, { others: [{ path, action }] });
  await page.click(page.button("Try on past orders"));
  await page.settle(20);
  expect(page.text()).toContain(message);
  expect(page.text()).toContain("What stands below is what was tried before.");
});

it("is at the threshold that was refused", async () => {
  const message = "Enter a percentage from 50 to 100, such as 80.";
  const problems = [{ field: "second.flagFrom", message }];
  const answer = { refusal: { kind: "invalid", message }, problems };
  const path = "/app/settings/policies/backtest";
  const page = await show(null, { others: [{ path, action: () => answer }] });
  await page.click(page.button("Try on past orders"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain(message);
  const [, second] = document.querySelectorAll("input");
  expect(document.activeElement).toBe(second);
});
