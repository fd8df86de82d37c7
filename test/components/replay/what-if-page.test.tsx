// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { WhatIfPage } from "#app/components/replay/what-if-page.tsx";
import type { HistoryReplaySummary } from "#app/domain/replay/history.ts";

const once = { perCustomer: 1, window: "lifetime", counter: "campaign" } as const;
const last: HistoryReplaySummary = {
  ...{ id: "r1", campaign: { id: "c1", name: "SUMMER26_10OFF" } },
  ...{ limits: [once], limitsNow: [{ ...once, perCustomer: 2 }] },
  ...{ state: "running", done: 1_000, total: 4_000, result: null, error: null },
  ...{ createdAt: "2026-06-10T11:00:00.000Z", createdBy: "Edda" },
};
const show = (change: Partial<HistoryReplaySummary>) =>
  mount(
    <WhatIfPage
      campaigns={[{ id: "c1", name: "SUMMER26_10OFF" }]}
      seasons={[]}
      names={{ seasons: {}, groups: {}, segments: {} }}
      last={{ ...last, ...change }}
      campaign={null}
    />,
  );

it("says what was tried, beside what holds now, and how far it is", async () => {
  const page = await show({});
  expect(page.text()).toContain("Tried: Each customer can use it once in total.");
  expect(page.text()).toContain("Now: Each customer can use it 2 times in total.");
  expect(page.text()).toContain("1,000 of 4,000 customers judged.");
  expect(page.button("Stop")).toBeTruthy();
});

it("tells the orders that would have gone otherwise, with their money", async () => {
  const order = { orderId: "9", name: "#1009", placedAt: "2026-06-01T10:00:00.000Z" };
  const result = {
    ...{ currency: "EUR", people: 10, uses: 14, overNow: 1, overThen: 3, ofNobody: 2 },
    refused: { orders: 2, discountMinor: 1_000, revenueMinor: 6_000 },
    allowed: { orders: 0, discountMinor: 0, revenueMinor: 0 },
    orders: [
      { ...order, code: "X", becomes: "refused" as const, discountMinor: 500, totalMinor: 3_000 },
    ],
  };
  const page = await show({ state: "done", result });
  expect(page.text()).toContain("14 uses by 10 customers judged again");
  expect(page.text()).toContain(
    "2 orders would have been refused the code: €10.00 of discounts not given, on orders worth €60.00.",
  );
  expect(page.text()).toContain("2 orders name nobody: no limit holds for them.");
  expect(page.text()).toContain("These are the first 1 of 2.");
});

it("says so when nothing would have changed, and when it was stopped", async () => {
  const none = { orders: 0, discountMinor: 0, revenueMinor: 0 };
  const counts = { currency: "EUR", people: 1, uses: 1, overNow: 0, overThen: 0, ofNobody: 0 };
  const result = { ...counts, refused: none, allowed: none, orders: [] };
  const page = await show({ state: "done", result });
  expect(page.text()).toContain("Every order would have gone as it did.");
  const stopped = await show({ state: "cancelled" });
  expect(stopped.text()).toContain("It was stopped before there was an answer.");
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
