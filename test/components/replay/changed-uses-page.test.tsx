// @vitest-environment jsdom
import { expect, it, onTestFinished, vi } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { ChangedUsesPage } from "#app/components/replay/changed-uses-page.tsx";
import type { ChangedUses } from "#app/domain/replay/history.ts";

const once = { perCustomer: 1, window: "lifetime", counter: "campaign" } as const;
const changed: ChangedUses = {
  ...{ id: "r1", campaign: "SUMMER26_10OFF", choice: "changed", currency: "EUR", of: 60 },
  limits: { first: [once], second: [{ ...once, window: "month" }] },
  names: { seasons: {}, groups: {}, segments: {} },
  rows: [
    {
      ...{ orderId: "9", name: "#1009", placedAt: "2026-06-01T10:00:00.000Z", code: "SUMMER10" },
      ...{ discountMinor: 500, totalMinor: 3_000, first: "refused", second: null },
    },
  ],
  next: "1780308000000-9-summer10",
};
const show = (change: Partial<ChangedUses> = {}, options: Options = {}) =>
  mount(<ChangedUsesPage {...changed} {...change} />, options);

it("shows each order with its money and what both limits make of it, and goes on to earlier ones", async () => {
  const page = await show();
  const text = page.text();
  for (const said of ["60 orders", "#1009", "SUMMER10", "€5.00", "€30.00", "Refused", "As now"])
    expect(text).toContain(said);
  await page.click(page.button("Earlier orders"));
  await page.settle(20);
  expect(page.router.state.location.search).toBe("?cursor=1780308000000-9-summer10");
});

it("of one limit it has one column, and says which number it is", async () => {
  const limits = { ...changed.limits, second: null };
  const page = await show({ limits, choice: { side: "first", becomes: "refused" }, next: null });
  expect(page.text()).toContain("Orders refused the code");
  expect(page.text()).toContain("What you try");
  expect(page.text()).not.toContain("As now");
});

it("says so where there are none", async () => {
  const page = await show({ of: 0, rows: [], next: null });
  expect(page.text()).toContain("None. Choose another number of the answer.");
});

it("can be taken along as a file, and says why where there is none", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (path: string) => {
    asked.push(path);
    return Promise.resolve(
      Response.json({ refusal: { kind: "not_found", message: "Ask again." } }, { status: 404 }),
    );
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const page = await show({ choice: { side: "first", becomes: "refused" } });
  await page.click(page.button("Export CSV"));
  await page.settle(20);
  expect(asked).toEqual(["/app/insights/what-if/orders/export?id=r1&side=first&becomes=refused"]);
  expect(page.text()).toContain("Not exported");
  expect(page.text()).toContain("Ask again.");
});
