import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { operationName } from "#app/infra/admin-api/operation-costs.ts";
import { compareOrders } from "#app/services/redemption/compare-orders.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

/* A shop's long gap, read from a file that a server of the test sends, whole or broken off. */
const ORDERS = 450;
const money = (amount: string) => {
  const of = { amount };
  return { shopMoney: of, presentmentMoney: of };
};
const orderLine = (id: number) => ({
  ...{ id: `gid://shopify/Order/${id}`, name: `#${id}` },
  ...{ createdAt: "2026-06-01T10:00:00Z", updatedAt: "2026-06-01T10:00:00Z", cancelledAt: null },
  ...{ test: false, email: `c${id}@example.com`, phone: null, sourceName: "web" },
  ...{ currencyCode: "EUR", presentmentCurrencyCode: "EUR", displayFinancialStatus: "PAID" },
  ...{ discountCodes: ["SUMMER26_10OFF"], customer: null, refunds: [] },
  ...{ totalPriceSet: money("30.00"), totalDiscountsSet: money("5.00") },
});
const itemLine = (id: number) => ({
  ...{ id: `gid://shopify/LineItem/${id}`, __parentId: `gid://shopify/Order/${id}` },
  discountAllocations: [
    {
      allocatedAmountSet: money("5.00"),
      discountApplication: { __typename: "DiscountCodeApplication", code: "SUMMER26_10OFF" },
    },
  ],
});
const file = Buffer.from(
  Array.from({ length: ORDERS }, (_, at) => at + 1)
    .flatMap((id) => [orderLine(id), itemLine(id)])
    .map((line) => `${JSON.stringify(line)}\n`)
    .join(""),
);

/** From where each request asked for the file; and after how many bytes it breaks off. */
let asked: number[] = [];
let most = Number.POSITIVE_INFINITY;
let gone = false;
let server: Server;
let url = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    asked.push(from);
    if (gone) return void response.writeHead(403).end();
    response.writeHead(from > 0 ? 206 : 200, { "content-length": file.length - from });
    if (file.length - from <= most) return void response.end(file.subarray(from));
    response.write(file.subarray(from, from + most), () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders.jsonl`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let statuses: string[] = [];
let started = 0;
let running: { id: string; status: string; query: string }[] = [];
let refusedWith: string | null = null;
let heads = 0;
const answers: Record<string, (variables: Record<string, unknown>) => unknown> = {
  ReadShop: () => ({ currentAppInstallation: { accessScopes: [{ handle: "read_all_orders" }] } }),
  CountOrders: () => ({ ordersCount: { count: 500 } }),
  FindBulkOperations: () => ({ bulkOperations: { nodes: running } }),
  RunBulkQuery: ({ query, groupObjects }) => {
    expect(groupObjects).toBe(true);
    expect(String(query)).toMatch(/updated_at:>='1970-01-01T00:00:00.000Z'/);
    if (refusedWith !== null) {
      const userErrors = [{ code: refusedWith }];
      return { bulkOperationRunQuery: { bulkOperation: null, userErrors } };
    }
    started += 1;
    running = [{ id: "gid://shopify/BulkOperation/1", status: "RUNNING", query: String(query) }];
    return { bulkOperationRunQuery: { bulkOperation: { id: running[0]?.id }, userErrors: [] } };
  },
  ReadBulkOperation: ({ id }) => {
    const status = statuses.shift() ?? "COMPLETED";
    return { bulkOperation: { id, status, url: status === "COMPLETED" ? url : null } };
  },
  ReadOrderHeads: () => {
    heads += 1;
    return { orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };
  },
};
const adminApi = (): AdminApi =>
  ({
    run: (operation: Parameters<typeof operationName>[0], variables: Record<string, unknown>) =>
      Promise.resolve(answers[operationName(operation)]?.(variables)),
  }) as unknown as AdminApi;
const deps = await testDeps({ adminApi });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `order-bulk-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at, { perCustomer: "" });
  await deps.takeJobs();
  [asked, most, gone, statuses] = [[], Number.POSITIVE_INFINITY, false, []];
  [started, running, refusedWith, heads] = [0, [], null, 0];
});

const reading = () => prisma.orderReading.findUniqueOrThrow({ where: { shopId: at.shop.id } });
const uses = async () => {
  const key = { shopId: at.shop.id, grain: "campaign" };
  const { _sum } = await prisma.rollup.aggregate({
    where: key,
    _sum: { redemptions: true, discountMinor: true },
  });
  return [_sum.redemptions ?? 0, Number(_sum.discountMinor ?? 0)];
};
/** Runs the job, and as often again as it asks to be. */
async function compare(): Promise<void> {
  await deps.takeJobs();
  for (let runs = 1; runs < 20; runs += 1) {
    await compareOrders(deps, { shopId: at.shop.id });
    const jobs = (await deps.takeJobs()).filter(({ name }) => name === "compare-orders");
    if (jobs.length === 0) return;
  }
  throw new Error("It never ends.");
}

test("a long gap comes from one file: each order once, with what its lines bear", async () => {
  statuses = ["RUNNING", "RUNNING"];
  await compare();
  expect(await reading()).toMatchObject({ ordersRead: ORDERS, ordersHealed: ORDERS, bulkId: null });
  expect((await reading()).comparedUntil).toEqual((await reading()).startedAt);
  expect(await uses()).toEqual([ORDERS, ORDERS * 500]);
  expect([started, heads, asked]).toEqual([1, 0, [0]]);
});

test("where the file breaks off it goes on behind what was kept, and nothing counts twice", async () => {
  most = Math.ceil(file.length * 0.7);
  await compareOrders(deps, { shopId: at.shop.id });
  await expect(compareOrders(deps, { shopId: at.shop.id })).rejects.toThrow(/broke off/);
  const { ordersRead, bulkByte, error } = await reading();
  expect(ordersRead).toBe(200);
  expect(error).toMatch(/broke off/);
  most = Number.POSITIVE_INFINITY;
  await compare();
  expect(asked).toEqual([0, Number(bulkByte)]);
  expect(await reading()).toMatchObject({ ordersRead: ORDERS, ordersHealed: ORDERS, error: null });
  expect(await uses()).toEqual([ORDERS, ORDERS * 500]);
});

test("a start whose answer was lost is found again, not repeated", async () => {
  await compareOrders(deps, { shopId: at.shop.id });
  await prisma.orderReading.update({ where: { shopId: at.shop.id }, data: { bulkId: null } });
  await compare();
  expect(started).toBe(1);
  expect(await uses()).toEqual([ORDERS, ORDERS * 500]);
});

test("while Shopify is busy with another export it waits, and says so", async () => {
  refusedWith = "OPERATION_IN_PROGRESS";
  await compareOrders(deps, { shopId: at.shop.id });
  expect((await reading()).error).toMatch(/busy with another export/);
  refusedWith = null;
  await compare();
  expect(await uses()).toEqual([ORDERS, ORDERS * 500]);
});

test.each<[string, () => void]>([
  ["fails", () => (statuses = ["FAILED", "FAILED"])],
  ["is refused", () => (refusedWith = "INVALID")],
  ["is gone", () => (gone = true)],
])("a file that %s twice is given up: the orders are read by pages", async (_, breaks) => {
  breaks();
  await compare();
  expect(heads).toBe(1);
  expect(await reading()).toMatchObject({ bulkFailures: 2, bulkId: null });
  expect((await reading()).finishedAt).not.toBeNull();
});
