// @vitest-environment jsdom
import { expect, it, onTestFinished, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { BacktestOrdersPage } from "#app/components/backtest/orders-page.tsx";
import type { BacktestOrder, BacktestOrders } from "#app/domain/backtest/backtest.ts";

const row: BacktestOrder = {
  ...{ id: "9", name: "#1009", placedAt: "2026-06-01T10:00:00.000Z", discountMinor: 500 },
  ...{ codes: ["SUMMER10", "VIP-7"], score: 0.925, first: "held", second: "refused" },
};
const orders: BacktestOrders = {
  ...{ id: "b1", choice: "changed", currency: "EUR", of: 60, next: "1780308000000-9" },
  ways: {
    first: { name: "A person decides", flagFrom: 0.8 },
    second: { name: "A person decides", flagFrom: 0.9 },
  },
  rows: [row, { ...row, id: "8", codes: [], score: null }],
};
const show = (change: Partial<BacktestOrders> = {}) =>
  mount(<BacktestOrdersPage {...orders} {...change} />);
const cellsOf = (row: Element | undefined) =>
  [...(row?.querySelectorAll("th, td") ?? [])].map((cell) => cell.textContent);

it("shows each order with its codes, its score and what both ways make of it", async () => {
  const page = await show();
  expect(page.text()).toContain("60 orders");
  expect(page.text()).toContain("A person decides, from 80% against A person decides, from 90%");
  const [head, first, second] = document.querySelectorAll("tr");
  expect(cellsOf(head)).toEqual([
    ...["Order", "Placed", "Codes", "Discount", "Score", "What you have", "What you try"],
  ]);
  expect(cellsOf(first)).toEqual([
    ...["#1009", "Jun 1, 2026", "SUMMER10, VIP-7", "€5.00", "92.5%"],
    ...["Held for review", "Code refused"],
  ]);
  expect(cellsOf(second).slice(2, 5)).toEqual(["–", "€5.00", "–"]);
  expect(page.button("Earlier orders")).toBeTruthy();
});

it("says which number it is, and so where there are none", async () => {
  const choice = { side: "second", outcome: "looked_at" } as const;
  const page = await show({ choice, of: 0, rows: [], next: null });
  expect(page.text()).toContain("Orders of cases to look at");
  expect(page.text()).toContain("None. Choose another number of the backtest.");
  expect(page.text()).not.toContain("Earlier orders");
  expect(page.button("Export CSV").getAttribute("aria-disabled")).toBe("true");
});

it.each([
  ["changed", "id=b1&side=changed"],
  [{ side: "first", outcome: "held" }, "id=b1&side=first&outcome=held"],
] as const)("can be taken along as a file, and says why there is none", async (choice, search) => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(
      Response.json({ refusal: { kind: "not_found", message: "Try again." } }, { status: 404 }),
    );
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const page = await show({ choice });
  await page.click(page.button("Export CSV"));
  await page.settle(20);
  expect(asked).toEqual([`/app/settings/policies/backtest/orders/export?${search}`]);
  expect(page.text()).toContain("Not exported");
  expect(page.text()).toContain("Try again.");
});
