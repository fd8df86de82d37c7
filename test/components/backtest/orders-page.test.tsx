// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { BacktestOrdersPage } from "#app/components/backtest/orders-page.tsx";
import type { BacktestOrder, BacktestOrders } from "#app/domain/backtest/backtest.ts";

const row: BacktestOrder = {
  ...{ id: "9", name: "#1009", placedAt: "2026-06-01T10:00:00.000Z", discountMinor: 500 },
  ...{ codes: ["SUMMER10", "VIP-7"], score: 0.925, first: "held", second: "refused" },
};
const orders: BacktestOrders = {
  ...{ id: "b1", choice: "changed", currency: "EUR", of: 60, next: "1780308000000-9" },
  names: { first: "A person decides", second: "Ladder" },
  rows: [row, { ...row, id: "8", codes: [], score: null }],
};
const show = (change: Partial<BacktestOrders> = {}) =>
  mount(<BacktestOrdersPage {...orders} {...change} />);
const cellsOf = (row: Element | undefined) =>
  [...(row?.querySelectorAll("th, td") ?? [])].map((cell) => cell.textContent);

it("shows each order with its codes, its score and what both ways make of it", async () => {
  const page = await show();
  expect(page.text()).toContain("60 orders");
  expect(page.text()).toContain("A person decides against Ladder");
  const [head, first, second] = document.querySelectorAll("tr");
  expect(cellsOf(head)).toEqual([
    ...["Order", "Placed", "Codes", "Discount", "Score", "A person decides", "Ladder"],
  ]);
  expect(cellsOf(first).toSpliced(1, 1)).toEqual([
    ...["#1009", "SUMMER10, VIP-7", "€5.00", "92.5%", "Held for review", "Code refused"],
  ]);
  expect(cellsOf(second).slice(2, 5)).toEqual(["–", "€5.00", "–"]);
  expect(page.button("Earlier orders")).toBeTruthy();
  expect(page.text()).not.toContain("Export CSV");
});

it("says which number it is, and so where there are none", async () => {
  const choice = { side: "second", outcome: "looked_at" } as const;
  const page = await show({ choice, of: 0, rows: [], next: null });
  expect(page.text()).toContain("Orders of cases to look at");
  expect(page.text()).toContain("None. Choose another number of the backtest.");
  expect(page.text()).not.toContain("Earlier orders");
});
