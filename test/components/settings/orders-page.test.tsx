// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { OrdersPage } from "#app/components/settings/orders-page.tsx";
import type { IntakeSummary } from "#app/domain/insight/intake.ts";

const at = "2026-06-10T10:00:00.000Z";
const totals = { orders: 12, revenueMinor: 52_000, refundMinor: 300 };
const intake: IntakeSummary = {
  waiting: 0,
  toScore: 0,
  dead: [],
  deadTotal: 0,
  reading: {
    ...{ read: 12, total: 12, healed: 0, since: at, isFirst: false },
    ...{ seesAll: true, finishedAt: at, error: null },
  },
  check: {
    ...{ rollupRows: 0, since: at, currency: "EUR", differing: 0, differences: [] },
    ...{ shopify: totals, ledger: totals, checkedAt: at },
  },
  bodyDays: 30,
  permissions: { disputes: null, merges: at },
};

it("says that the numbers add up, and with what", async () => {
  const page = await mount(<OrdersPage intake={intake} />);
  expect(page.text()).toContain("Do the numbers add up?");
  expect(page.text()).toContain("Yes");
  expect(page.text()).toContain("12 orders had changed, all known already.");
  expect(page.text()).toContain("Every webhook that came is taken in.");
  expect(page.text()).toContain("none is lost");
  expect(page.button("Check now")).toBeTruthy();
  await page.unmount();
});

it("names the orders that differ, what was set aside and why, and how far past orders are read", async () => {
  const dead = [
    {
      id: "7",
      topic: "orders/create",
      receivedAt: at,
      triedAt: at,
      attempts: 5,
      reason: "id: missing",
      isKept: true,
    },
    {
      id: "8",
      topic: "refunds/create",
      receivedAt: at,
      triedAt: null,
      attempts: 1,
      reason: "no JSON",
      isKept: false,
    },
  ];
  const check = {
    ...{ rollupRows: 3, since: at, currency: "EUR", differing: 1, checkedAt: at },
    shopify: totals,
    ledger: { ...totals, revenueMinor: 51_000 },
    differences: [{ order: "#1004", what: "revenueMinor", shopify: 1_000, ledger: 0 }],
  };
  const reading = {
    ...{ read: 250, total: 1_000, healed: 200, since: at, isFirst: true },
    ...{ seesAll: false, finishedAt: null, error: "Shopify did not answer." },
  };
  const page = await mount(
    <OrdersPage
      intake={{ ...intake, dead, deadTotal: 2, waiting: 4, toScore: 3, check, reading }}
    />,
  );
  expect(page.text()).toContain("No");
  expect(page.text()).toMatch(/#1004: revenue .*10\.00 in Shopify, .*0\.00 here/);
  expect(page.text()).toContain("3 rows of the reports are not what the ledger adds up to.");
  expect(page.text()).toContain("250 of 1,000 orders");
  expect(page.text()).toContain("It stopped and is tried again: Shopify did not answer.");
  expect(page.text()).toContain("4 webhooks wait to be taken in.");
  expect(page.text()).toContain("3 orders wait to be looked at for who is who.");
  expect(page.text()).toContain("id: missing");
  expect(page.text()).toContain("tried 5 times");
  expect(page.text()).toContain("tried 1 time");
  expect(page.text().split("last tried")).toHaveLength(2);
  expect(page.text()).toContain("its whole body is not kept, so it cannot be tried again");
  expect(page.button("Try again")).toBeTruthy();
  expect(page.button("Try all again")).toBeTruthy();
  await page.unmount();
});

it.each([true, false])("has older orders read where the merchant allows it: %s", async (grants) => {
  const tried: string[] = [];
  const older = {
    path: "/app/settings/orders/older",
    action: ({ request }: { request: Request }) => {
      tried.push(request.method);
      return { ok: true };
    },
  };
  const reading = { ...intake.reading!, seesAll: false };
  const page = await mount(<OrdersPage intake={{ ...intake, reading }} />, { others: [older] });
  page.asked.grants = grants;
  await page.click(page.button("Read older orders"));
  await page.settle(50);
  expect(page.asked.scopes).toEqual([["read_all_orders"]]);
  expect(tried).toEqual(grants ? ["POST"] : []);
  expect(page.text().includes("did not give the permission")).toBe(!grants);
});

it.each([true, false])("has chargebacks told where the merchant allows it: %s", async (grants) => {
  const asked: unknown[] = [];
  const allow = {
    path: "/app/settings/orders/allow",
    action: async ({ request }: { request: Request }) => {
      asked.push((await request.formData()).get("permission"));
      return { ok: true };
    },
  };
  const page = await mount(<OrdersPage intake={intake} />, { others: [allow] });
  page.asked.grants = grants;
  expect(page.text()).toContain("Told since");
  await page.click(page.button("Let Shopify tell of chargebacks"));
  await page.settle(50);
  expect(page.asked.scopes).toEqual([["read_shopify_payments_disputes"]]);
  expect(asked).toEqual(grants ? ["disputes"] : []);
  expect(page.text().includes("Chargebacks are not told until then")).toBe(!grants);
});

it("has nothing to read where Shopify shows all orders, and says what is set aside", async () => {
  const page = await mount(<OrdersPage intake={{ ...intake, deadTotal: 2 }} />);
  expect(page.text()).not.toContain("Read older orders");
  expect(page.text()).toContain("taken in, but for those set aside below");
});
