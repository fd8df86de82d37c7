// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { WhatIfPage } from "#app/components/replay/what-if-page.tsx";
import type { HistoryReplaySummary, HistoryResult } from "#app/domain/replay/history.ts";

const once = { perCustomer: 1, window: "lifetime", counter: "campaign" } as const;
const last: HistoryReplaySummary = {
  ...{ id: "r1", campaign: { id: "c1", name: "SUMMER26_10OFF" } },
  ...{ limits: { first: [once], second: null }, limitsNow: [{ ...once, perCustomer: 2 }] },
  ...{ state: "running", done: 1_000, total: 4_000, result: null, error: null },
  ...{ createdAt: "2026-06-10T11:00:00.000Z", createdBy: "Edda" },
};
const show = (change: Partial<HistoryReplaySummary>, options: Options = {}) =>
  mount(
    <WhatIfPage
      campaigns={[{ id: "c1", name: "SUMMER26_10OFF" }]}
      seasons={[]}
      names={{ seasons: {}, groups: {}, segments: {} }}
      last={{ ...last, ...change }}
      campaign={null}
    />,
    options,
  );
const linksTo = (part: string) =>
  [...document.querySelectorAll(`a[href*='${part}']`)].map((link) =>
    link.getAttribute("href")?.replace(/^.*\?/, ""),
  );

it("says what was tried, beside what holds now, and how far it is", async () => {
  const page = await show({});
  expect(page.text()).toContain("Tried: Each customer can use it once in total.");
  expect(page.text()).toContain("Now: Each customer can use it 2 times in total.");
  expect(page.text()).toContain("1,000 of 4,000 customers judged.");
  expect(page.button("Stop")).toBeTruthy();
});

const none = { orders: 0, discountMinor: 0, revenueMinor: 0 };
const nobody = { of: 0, expected: 0, low: 0, high: 0, decided: 0 };
const first = {
  over: 3,
  refused: { orders: 2, discountMinor: 1_000, revenueMinor: 6_000 },
  allowed: none,
  hurt: { of: 2, expected: 1.4, low: 0.3, high: 1.9, decided: 1 },
  load: { cases: 3, busiest: { day: "2026-05-02", cases: 2 } },
};
const loadNow = { cases: 1, busiest: { day: "2026-05-03", cases: 1 } };
const counts = {
  currency: "EUR",
  people: 10,
  uses: 14,
  overNow: 1,
  ofNobody: 2,
  days: 60,
  loadNow,
};
const result: HistoryResult = { ...counts, first, second: null };

it("tells the orders that would have gone otherwise, with their money, and who is probably good", async () => {
  const page = await show({ state: "done", result });
  const text = page.text();
  expect(text).toContain("14 uses by 10 customers judged again: 1 over the present limit.");
  expect(text).toContain("2 orders name nobody: no limit holds for them.");
  expect(text).toContain("Cases a day they make: 0.02, at most 1 on May 3");
  expect(text).toContain("0.05, at most 2 on May 2");
  for (const said of ["€10.00", "€60.00", "1.4 of 2", "0.3 to 1.9; 1 decided by staff"])
    expect(text).toContain(said);
  expect(linksTo("what-if/orders")).toEqual([
    "id=r1",
    ...Array.from({ length: 4 }, () => "id=r1&side=first&becomes=refused"),
  ]);
});

it("puts two limits side by side, each by its name and with its orders", async () => {
  const second = { ...first, refused: none, hurt: nobody, allowed: { ...none, orders: 1 } };
  const limits = { first: [once], second: [{ ...once, perCustomer: 3 }] };
  const page = await show({ state: "done", limits, result: { ...result, second } });
  expect(page.text()).toContain("First limit: Each customer can use it once in total.");
  expect(page.text()).toContain("Second limit: Each customer can use it 3 times in total.");
  const heads = [...document.querySelectorAll("thead th")].map((head) => head.textContent);
  expect(heads[1]).toMatch(/^First limit/);
  expect(heads[2]).toMatch(/^Second limit/);
  expect(linksTo("side=second")).toEqual(
    Array.from({ length: 3 }, () => "id=r1&side=second&becomes=allowed"),
  );
});

it("says so when nothing would have changed, and when it was stopped", async () => {
  const same = { ...first, refused: none, hurt: nobody };
  const page = await show({ state: "done", result: { ...result, first: same } });
  expect(page.text()).toContain("Every order would have gone as it did.");
  const stopped = await show({ state: "cancelled" });
  expect(stopped.text()).toContain("It was stopped before there was an answer.");
});

it("asks for one limit, and for a second when somebody wants one", async () => {
  const asked: Record<string, unknown>[] = [];
  const path = "/app/insights/what-if";
  const action = async ({ request }: { request: Request }) => {
    asked.push(Object.fromEntries(await request.formData()));
    const message = "Enter a whole number.";
    const problems = [{ field: "second.perCustomer", message }];
    return Response.json({ refusal: { kind: "invalid", message }, problems }, { status: 422 });
  };
  const page = await show({ state: "cancelled" }, { others: [{ path, action }] });
  await page.click(page.button("Try on past orders"));
  await page.settle(20);
  await page.click(page.find("input[type=checkbox]"));
  await page.click(page.button("Try on past orders"));
  await page.settle(20);
  const once = { perCustomer: "1", limitWindow: "lifetime", limitDays: "30" };
  const fields = (side: string, typed: Record<string, string>) =>
    Object.fromEntries(Object.entries(typed).map(([name, value]) => [`${side}.${name}`, value]));
  expect(asked).toEqual([
    { campaignId: "c1", ...fields("first", once) },
    {
      ...{ campaignId: "c1", hasSecond: "yes", ...fields("first", once) },
      ...fields("second", { ...once, limitWindow: "month" }),
    },
  ]);
  expect(page.text()).toContain("Enter a whole number.");
});

it("leads to where policies and thresholds are tried", async () => {
  await show({});
  expect(document.querySelector("a[href='/app/settings/policies/backtest']")).toBeTruthy();
});

it("leads to the first campaign where there is none", async () => {
  const page = await mount(
    <WhatIfPage
      campaigns={[]}
      seasons={[]}
      names={{ seasons: {}, groups: {}, segments: {} }}
      last={null}
      campaign={null}
    />,
  );
  expect(page.button("Create campaign").getAttribute("href")).toBe("/app/campaigns/new");
  expect(page.text()).not.toContain("Try on past orders");
});
