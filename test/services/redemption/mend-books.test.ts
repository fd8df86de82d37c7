import { beforeEach, expect, test } from "vitest";

import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
});

async function tell(topic: string, payload: Record<string, unknown>): Promise<void> {
  await deliver(deps, at.shop.domain, { topic, payload });
  await processInbox(deps, at.shop.id);
}

/** Uses by campaign's name, from the ledger and from the rollups. */
async function uses(): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT COALESCE(c.name, '') AS name, sum(l.uses)::int AS uses,
       (SELECT sum(redemptions - reversals)::int FROM rollup r
        WHERE r.shop_id = $1 AND r.grain = 'campaign' AND r.key = c.id::text) AS folded
     FROM ledger_entry l LEFT JOIN campaign c ON c.shop_id = l.shop_id AND c.id = l.campaign_id
     WHERE l.shop_id = $1 AND l.code_key NOT IN ('', '+') GROUP BY c.name, c.id ORDER BY 1`,
    [at.shop.id],
  );
  return rows;
}

test("a code used before anybody knew it finds its campaign later, whole and once", async () => {
  await tell("orders/create", orderBody(1));
  await tell("orders/create", orderBody(2, { customer: { id: 8 }, email: "bob@example.com" }));
  expect(await uses()).toEqual([{ name: "", uses: 2, folded: null }]);
  await mendBooks(deps);
  expect(await uses()).toEqual([{ name: "", uses: 2, folded: null }]);

  await addCampaign(deps, at);
  await deps.takeJobs();
  await mendBooks(deps);
  const found = [
    { name: "", uses: 0, folded: null },
    { name: "SUMMER26_10OFF", uses: 2, folded: 2 },
  ];
  expect(await uses()).toEqual(found);
  expect(await prisma.standing.count({ where: { shopId: at.shop.id } })).toBe(2);
  const jobs = await deps.takeJobs();
  expect(jobs.map(({ name }) => name)).toContain("publish-guard");

  const entries = await prisma.ledgerEntry.count({ where: { shopId: at.shop.id } });
  await mendBooks(deps);
  expect(await prisma.ledgerEntry.count({ where: { shopId: at.shop.id } })).toBe(entries);
});

test("a code that was assigned only after the order stays nobody's", async () => {
  await tell("orders/create", orderBody(1));
  await addCampaign(deps, at);
  await prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { assignedFrom: new Date("2026-06-11T00:00:00Z") },
  });
  await mendBooks(deps);
  expect(await uses()).toEqual([{ name: "", uses: 1, folded: null }]);
});

test("what frees a use is changed: past orders follow, and follow back", async () => {
  const id = await addCampaign(deps, at);
  await tell("orders/create", orderBody(1));
  const refund = { id: 9, order_id: 1, created_at: "2026-06-12T00:00:00Z" };
  const transactions = [{ kind: "refund", status: "success", amount: "1.00" }];
  await tell("refunds/create", { ...refund, transactions });
  const where = { shopId_id: { shopId: at.shop.id, id } };
  for (const [freesOnPartialRefund, left] of [
    [true, 0],
    [false, 1],
  ] as const) {
    await prisma.campaign.update({ where, data: { freesOnPartialRefund } });
    await mendBooks(deps);
    expect(await uses()).toEqual([{ name: "SUMMER26_10OFF", uses: left, folded: left }]);
    expect(await prisma.campaign.findUnique({ where })).toMatchObject({ booksStale: false });
  }
});

test("a shop that moved gets its days folded without waiting for an order", async () => {
  const late = { created_at: "2026-06-10T22:30:00Z", updated_at: "2026-06-10T22:30:00Z" };
  await tell("orders/create", orderBody(1, late));
  await prisma.shop.update({ where: { id: at.shop.id }, data: { timeZone: "America/New_York" } });
  await mendBooks(deps);
  const rows = await prisma.rollup.findMany({ where: { shopId: at.shop.id, key: "orders" } });
  expect(rows.map(({ day, timeZone }) => [day.toISOString().slice(0, 10), timeZone])).toEqual([
    ["2026-06-10", "America/New_York"],
  ]);
});
