import { beforeEach, expect, test } from "vitest";

import type { Outcome, OrderChoice, Variant } from "#app/domain/backtest/backtest.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { exportBacktestOrders } from "#app/services/backtest/export-backtest-orders.server.ts";
import { listBacktestOrders } from "#app/services/backtest/list-backtest-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const HEADER =
  "order,placed_at,codes,discount,currency,score,becomes_with_first,becomes_with_second";
let shops = 0;
let at: TestShop;
let id: string;

/** A backtest that is answered, of no orders yet. */
beforeEach(async () => {
  at = await addShop(deps, `backtest-orders-${(shops += 1)}.myshopify.com`);
  id = deps.newId();
  const [first, second] = ["First", "Second"].map((name): Variant => ({
    name,
    policy: USUAL_POLICY,
    flagFrom: 0.8,
  }));
  const made = { createdAt: deps.now(), createdBy: "Ada" };
  await prisma.backtest.create({
    data: { shopId: at.shop.id, id, first: first!, second: second!, state: "done", ...made },
  });
});

type Judged = { first: Outcome; second: Outcome; score?: number };

/** Takes these orders in and notes what becomes of each; many were placed at one moment. */
async function judge(all: readonly (Judged & { body?: Record<string, unknown> })[]) {
  const moments = all.map((_, n) => `2026-06-${String(1 + (n % 7)).padStart(2, "0")}T10:00:00Z`);
  for (const [n, { body }] of all.entries()) {
    const payload = orderBody(n + 1, { created_at: moments[n], updated_at: moments[n], ...body });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, at.shop.id);
  await prisma.backtestOrder.createMany({
    data: all.map(({ first, second, score }, n) => ({
      ...{ shopId: at.shop.id, backtestId: id, orderId: BigInt(n + 1), first, second },
      ...{ score: score ?? null, discountMinor: 1_234n, placedAt: new Date(moments[n]!) },
    })),
  });
}

const listed = async (choice: OrderChoice, cursor: string | null = null) =>
  valueOf(await listBacktestOrders(deps, at.as("reviewer"), { id, choice, cursor }));
async function linesOf(choice: OrderChoice): Promise<string[]> {
  const asked = await exportBacktestOrders(deps, at.as("reviewer"), { id, choice });
  const [header, ...lines] = (await new Response(valueOf(asked).body).text()).trim().split("\n");
  expect(header).toBe(HEADER);
  return lines;
}

test("every order is on one page, and a row of the file", async () => {
  await judge(
    Array.from({ length: 70 }, (_, n) => ({
      ...({ first: "held", second: n < 60 ? "refused" : "held", score: 0.925 } as const),
    })),
  );
  const one = await listed("changed");
  const two = await listed("changed", one.next);
  expect([one.of, one.rows.length, two.rows.length, two.next]).toEqual([60, 50, 10, null]);
  const shown = [...one.rows, ...two.rows];
  expect(new Set(shown.map((order) => order.id)).size).toBe(60);
  expect(await linesOf("changed")).toEqual(
    shown.map(
      ({ name, placedAt }) =>
        `${name},${placedAt},SUMMER26_10OFF,12.34,EUR,0.925,Held for review,Code refused`,
    ),
  );
  expect(await linesOf({ side: "second", outcome: "refused" })).toHaveLength(60);
  expect(await linesOf({ side: "first", outcome: "looked_at" })).toHaveLength(70);
  expect(await linesOf({ side: "first", outcome: "refused" })).toEqual([]);
});

test("what a spreadsheet would run as a formula is text, and a score that is none is empty", async () => {
  const codes = [
    { code: "=1+2", amount: "3.00" },
    { code: "VIP,7", amount: "2.00" },
  ];
  await judge([
    { first: "passes", second: "refused", body: { name: "@SUM(A1)", discount_codes: codes } },
  ]);
  expect(await linesOf("changed")).toEqual([
    `'@SUM(A1),2026-06-01T10:00:00.000Z,"'=1+2 VIP,7",12.34,EUR,,Goes through,Code refused`,
  ]);
});

test("a typed cursor that is none shows the first page", async () => {
  await judge([{ first: "held", second: "refused" }]);
  for (const cursor of ["1-x", "none"])
    expect((await listed("changed", cursor)).rows).toHaveLength(1);
});

test("whoever may not see flags has no file, nor has another shop, nor one without an answer", async () => {
  await judge([{ first: "held", second: "refused" }]);
  const asked = { id, choice: "changed" } as const;
  for (const role of ["viewer", "editor"] as const)
    expect(refusalOf(await exportBacktestOrders(deps, at.as(role), asked))).toBe("forbidden");
  const stranger = (await addShop(deps, `other-${at.shop.domain}`)).as("admin");
  expect(refusalOf(await exportBacktestOrders(deps, stranger, asked))).toBe("not_found");
  await prisma.backtest.updateMany({ where: { id }, data: { state: "running" } });
  const early = await exportBacktestOrders(deps, at.as("reviewer"), asked);
  expect(refusalOf(early)).toBe("not_found");
});
