import { beforeEach, expect, test } from "vitest";

import type { BookCheck } from "#app/domain/redemption/book-check.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { differingRollups } from "#app/services/redemption/differing-rollups.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { booksAgree } from "#app/domain/redemption/book-check.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await addCampaign(deps, at);
  for (const id of [1, 2, 3])
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload: orderBody(id) });
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
});

const shopNow = () => prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } });
const rebuild = async () => {
  const shop = await shopNow();
  return inTransaction(pool, (client) => rebuildRollups(client, shop));
};
/** The transactions that the shop's rows are of. */
const writtenBy = async () => {
  const tables = ["rollup", "rollup_hour", "rollup_people", "person_tally"];
  const rows = (table: string) =>
    pool.query(`SELECT xmin::text, * FROM ${table} WHERE shop_id = $1 ORDER BY ${table}`, [
      at.shop.id,
    ]);
  return Promise.all(tables.map(async (table) => (await rows(table)).rows as unknown[]));
};
const differing = async () => differingRollups(pool, await shopNow());

test("rollups that are what the ledger adds up to differ in no row", async () => {
  expect(await differing()).toBe(0);
});

test.each([
  [
    "a sum that is off",
    "UPDATE rollup SET revenue_minor = revenue_minor + 1 WHERE grain = 'code'",
    2,
  ],
  ["a row that is missing", "DELETE FROM rollup WHERE grain = 'shop' AND key = 'orders'", 1],
  ["an hour that is missing", "DELETE FROM rollup_hour WHERE grain = 'campaign'", 1],
  ["a row too many", "UPDATE rollup SET day = day + 1 WHERE grain = 'code'", 2],
  ["another zone", "UPDATE rollup SET time_zone = 'Asia/Tokyo' WHERE grain = 'code'", 2],
])("%s is found, and folding anew mends it", async (_, statement, rows) => {
  const own = statement.replace("WHERE", `WHERE shop_id = ${at.shop.id} AND`);
  await pool.query(own);
  expect(await differing()).toBe(rows);
  expect(await rebuild()).toBe(rows);
  expect(await differing()).toBe(0);
});

test("folding anew writes no row that is right already", async () => {
  const before = await writtenBy();
  expect(await rebuild()).toBe(0);
  expect(await writtenBy()).toEqual(before);
});

test("books agree when nothing differs, on either side", () => {
  const totals = { orders: 1, revenueMinor: 2, refundMinor: 0 };
  const check: BookCheck = {
    ...{ rollupRows: 0, since: "2026-06-01T00:00:00.000Z", currency: "EUR", differing: 0 },
    ...{ shopify: totals, ledger: totals, differences: [] },
  };
  expect(booksAgree(check)).toBe(true);
  expect(booksAgree({ ...check, rollupRows: 1 })).toBe(false);
  expect(booksAgree({ ...check, differing: 1 })).toBe(false);
});
