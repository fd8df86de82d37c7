import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
const SUMMER = "SUMMER26_10OFF";
const WINTER = "WINTER26_15OFF";
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `used-${(shops += 1)}.myshopify.com`);
  for (const name of [SUMMER, WINTER]) await addCampaign(deps, at, { name });
});

async function tell(id: number, change: Record<string, unknown> = {}): Promise<void> {
  const payload = orderBody(id, change);
  await deliver(deps, at.shop.domain, { topic: "orders/updated", payload });
}
const cancelled = { cancelled_at: "2026-06-11T10:00:00Z", updated_at: "2026-06-11T10:00:00Z" };
const work = () => processInbox(deps, at.shop.id);
const used = async () => {
  const rows = await prisma.code.findMany({
    where: { shopId: at.shop.id, isUsed: true },
    orderBy: { codeKey: "asc" },
  });
  return rows.map(({ codeKey }) => codeKey);
};

test("a code is used from its first use on, and no longer when all of them were freed", async () => {
  expect(await used()).toEqual([]);
  await tell(1);
  await tell(2);
  await work();
  expect(await used()).toEqual([SUMMER]);
  await tell(1, cancelled);
  await work();
  expect(await used()).toEqual([SUMMER]);
  await tell(2, cancelled);
  await tell(3, { discount_codes: [{ code: WINTER, amount: "5.00" }] });
  await work();
  expect(await used()).toEqual([WINTER]);
});

test("a use that is told with its cancellation, or took nothing off, is none", async () => {
  await tell(1);
  await tell(1, cancelled);
  await tell(2, { total_discounts: "0.00", discount_codes: [{ code: WINTER, amount: "0.00" }] });
  await work();
  expect(await used()).toEqual([]);
});

test("folding anew mends what is marked wrongly, and only that", async () => {
  await tell(1);
  await work();
  const rebuild = async () => {
    const shop = await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } });
    return inTransaction(pool, (client) => rebuildRollups(client, shop));
  };
  expect(await rebuild()).toBe(0);
  await pool.query("UPDATE code SET is_used = NOT is_used WHERE shop_id = $1", [at.shop.id]);
  expect(await rebuild()).toBe(2);
  expect(await used()).toEqual([SUMMER]);
});

test("a code of a shop that moved is marked when its days are folded anew", async () => {
  await prisma.shop.update({ where: { id: at.shop.id }, data: { timeZone: "Asia/Tokyo" } });
  await tell(1);
  await work();
  expect(await used()).toEqual([SUMMER]);
});
