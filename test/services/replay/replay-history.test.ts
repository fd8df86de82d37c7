import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { FOUR, MONTHLY, ONCE, whatIfStage } from "./what-if-stage.ts";

const deps = await testDeps();
const on = whatIfStage(deps);
const { orders, ask, last, work, answer, usesOf } = on;
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

test("a stricter limit: which orders would have been refused, and what is at stake", async () => {
  await orders(...FOUR);
  valueOf(await ask());
  expect(await last()).toMatchObject({ state: "running", total: null, result: null });
  await work();
  const { state, result, done, total } = await last();
  expect({ state, done, total }).toEqual({ state: "done", done: 2, total: 2 });
  expect(result).toMatchObject({
    ...{ currency: "EUR", people: 2, uses: 4, overNow: 1, ofNobody: 0, second: null },
    first: {
      over: 2,
      refused: { orders: 1, discountMinor: 500, revenueMinor: 3_000 },
      allowed: { orders: 0, discountMinor: 0, revenueMinor: 0 },
    },
  });
  const { of, rows, next } = await usesOf((await last()).id, "changed");
  expect({ of, next }).toEqual({ of: 1, next: null });
  expect(rows).toEqual([
    {
      ...{ orderId: "2", name: "#2", placedAt: "2026-03-11T10:00:00.000Z" },
      ...{ code: "SUMMER26_10OFF", discountMinor: 500, totalMinor: 3_000 },
      ...{ first: "refused", second: null },
    },
  ]);
});

test("who gave all their uses back has none to judge", async () => {
  await orders(...FOUR);
  const cancelled = { cancelled_at: "2026-06-11T10:00:00Z", updated_at: "2026-06-11T10:00:00Z" };
  const who = { customer: { id: 8 }, email: "c8@example.com", created_at: "2026-03-02T10:00:00Z" };
  const payload = orderBody(4, { ...who, ...cancelled });
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
  await processInbox(deps, at.shop.id);
  valueOf(await ask());
  await work();
  expect((await last()).result).toMatchObject({ people: 1, uses: 3 });
});

test("another window: what is over the present limit would be within it", async () => {
  await orders(...FOUR);
  const { id: asked } = await answer(MONTHLY);
  const { rows } = await usesOf(asked, "changed");
  expect(rows.map(({ name, first }) => [name, first])).toEqual([
    ["#3", "allowed"],
    ["#2", "refused"],
  ]);
});

test("two limits side by side are both compared with the present one, each number with its orders", async () => {
  await orders(...FOUR);
  const { id: asked, result } = await answer(ONCE, MONTHLY);
  expect([result.overNow, result.first.over, result.second?.over]).toEqual([1, 2, 1]);
  const { rows, limits } = await usesOf(asked, "changed");
  expect(limits.second).toMatchObject([{ perCustomer: 1, window: { kind: "rolling", days: 30 } }]);
  expect(rows.map(({ name, first, second }) => [name, first, second])).toEqual([
    ["#3", null, "allowed"],
    ["#2", "refused", "refused"],
  ]);
  for (const side of ["first", "second"] as const)
    for (const becomes of ["refused", "allowed"] as const) {
      const shown = await usesOf(asked, { side, becomes });
      expect(shown.of).toBe(result[side]?.[becomes].orders);
      const sum = shown.rows.reduce((all, { discountMinor }) => all + discountMinor, 0);
      expect(sum).toBe(result[side]?.[becomes].discountMinor);
    }
});

test("without a limit every order goes through; orders of nobody are told", async () => {
  await orders(...FOUR);
  const instant = "2026-04-20T10:00:00Z";
  const nobody = { customer: null, email: null, created_at: instant, updated_at: instant };
  await deliver(deps, at.shop.domain, {
    ...{ topic: "orders/create", payload: orderBody(9, nobody) },
  });
  await processInbox(deps, at.shop.id);
  const { result } = await answer({ perCustomer: "" });
  const allowed = { orders: 1, discountMinor: 500, revenueMinor: 3_000 };
  expect(result).toMatchObject({ first: { over: 0, allowed, hurt: { of: 0 } }, ofNobody: 1 });
});
