import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { beforeEach, expect, test } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { operationName } from "#app/infra/admin-api/operation-costs.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { noteGone } from "#app/services/person/gone-accounts.server.ts";
import { compareOrders } from "#app/services/redemption/compare-orders.server.ts";
import { readOrderFile } from "#app/services/redemption/order-file.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, type TestShop } from "#test/support/test-shop.ts";

/* What Shopify shows of orders when they are compared: the one of a customer who was erased, the other of somebody else. */
const [ERASED, OTHER] = [7_000_000_007, 8_000_000_008];
const amount = { amount: "30.00" };
const money = { shopMoney: amount, presentmentMoney: amount };
const orderOf = (id: number, customer: number) => ({
  ...{ id: `gid://shopify/Order/${id}`, name: `#${id}`, cancelledAt: null, test: false },
  ...{ createdAt: "2026-06-15T10:00:00Z", updatedAt: "2026-06-15T11:00:00Z", sourceName: "web" },
  ...{ email: `c${customer}@example.com`, phone: null, displayFinancialStatus: "PAID" },
  ...{ currencyCode: "EUR", presentmentCurrencyCode: "EUR", discountCodes: [], refunds: [] },
  ...{ totalPriceSet: money, totalDiscountsSet: money },
  customer: { id: `gid://shopify/Customer/${customer}` },
});
const ORDERS = [orderOf(1, ERASED), orderOf(2, OTHER)];
const pageInfo = { hasNextPage: false, endCursor: null };
const lines = { lineItems: { nodes: [] }, shippingLines: { nodes: [] } };
const ANSWERS: Record<string, unknown> = {
  CountOrders: { ordersCount: { count: 2 } },
  ReadOrderHeads: { orders: { nodes: ORDERS, pageInfo } },
  ReadOrders: { nodes: ORDERS.map((order) => ({ ...order, ...lines })) },
};
const run = (operation: Parameters<typeof operationName>[0]) =>
  Promise.resolve(ANSWERS[operationName(operation)]);
const deps = await testDeps({ adminApi: () => ({ run }) as unknown as AdminApi });
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `erased-orders-${(shops += 1)}.myshopify.com`);
  const { id: shopId } = at.shop;
  const hourAgo = new Date(deps.now().getTime() - 3_600_000);
  await prisma.orderReading.create({
    data: { shopId, startedAt: hourAgo, finishedAt: hourAgo, comparedUntil: hourAgo },
  });
  await inTransaction(pool, (client) =>
    noteGone(client, shopId, String(ERASED), deps.now(), "erased"),
  );
});

async function expectNobody(): Promise<void> {
  const where = { shopId: at.shop.id };
  const orders = await prisma.order.findMany({ where, orderBy: { id: "asc" } });
  expect(orders.map(({ customerId, personId }) => [customerId, personId === null])).toEqual([
    [null, true],
    [BigInt(OTHER), false],
  ]);
  expect(await prisma.personIdentity.count({ where })).toBe(2);
}

test("an order of a customer who was erased, found by comparing, is nobody's", async () => {
  await compareOrders(deps, { shopId: at.shop.id });
  await expectNobody();
});

test("so is one in the file of a long gap", async () => {
  const file = ORDERS.map((order) => `${JSON.stringify(order)}\n`).join("");
  const server = createServer((_, response) => void response.end(file));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const reading = await prisma.orderReading.findUniqueOrThrow({ where: { shopId: at.shop.id } });
  const url = `http://127.0.0.1:${port}/orders.jsonl`;
  expect(await readOrderFile(deps, at.shop, reading, url)).toBe("done");
  await new Promise((resolve) => server.close(resolve));
  await expectNobody();
});
