import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";

import { orderPayload } from "#app/domain/redemption/order-payload.schema.ts";
import { readIdentities, readOrder } from "#app/domain/redemption/read-order.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { matchCodes } from "#app/services/redemption/match-codes.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
import { recordReports } from "#app/services/redemption/record-reports.server.ts";
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

const placedOn = (id: number, day: number, change: Record<string, unknown> = {}) => {
  const at = `2026-06-${String(day).padStart(2, "0")}T10:00:00Z`;
  return orderBody(id, { created_at: at, updated_at: at, ...change });
};

/** Since when and until when the campaign's code is assigned, as days of June. */
async function assign(from: number, until: number | null): Promise<void> {
  const day = (of: number) => new Date(Date.UTC(2026, 5, of));
  await prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { assignedFrom: day(from), assignedUntil: until === null ? null : day(until) },
  });
}

/** Codes that are looked for, and the days of June between which their orders were placed. */
async function lookedFor(): Promise<[string, number, number][]> {
  const rows = await prisma.unmatchedCode.findMany({
    where: { shopId: at.shop.id },
    orderBy: { codeKey: "asc" },
  });
  return rows.map(({ codeKey, oldestAt, newestAt }) => [
    ...[codeKey, oldestAt.getUTCDate(), newestAt.getUTCDate()],
  ]) as [string, number, number][];
}

/** The orders whose use is a campaign's now. */
async function matched(): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `SELECT order_id::int AS id FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NOT NULL
     GROUP BY order_id HAVING sum(uses) > 0 ORDER BY 1`,
    [at.shop.id],
  );
  return rows.map(({ id }) => id);
}

test("one row a code says when its orders were placed, and is gone when all have found their campaign", async () => {
  await tell("orders/create", placedOn(1, 5));
  await tell("orders/create", placedOn(2, 9));
  await tell("orders/create", placedOn(3, 7));
  await tell(
    "orders/create",
    placedOn(4, 8, { discount_codes: [{ code: "OTHER", amount: "5.00" }] }),
  );
  const other = ["OTHER", 8, 8];
  expect(await lookedFor()).toEqual([other, ["SUMMER26_10OFF", 5, 9]]);
  await addCampaign(deps, at);
  await mendBooks(deps);
  expect(await matched()).toEqual([1, 2, 3]);
  expect(await lookedFor()).toEqual([other]);
});

test("orders of other times are looked for no longer, until the code is assigned to their time as well", async () => {
  for (const [id, day] of [1, 4, 6, 8].entries())
    await tell("orders/create", placedOn(id + 1, day));
  await addCampaign(deps, at);
  await assign(5, 7);
  await mendBooks(deps);
  expect(await matched()).toEqual([3]);
  expect(await lookedFor()).toEqual([["SUMMER26_10OFF", 1, 8]]);
  await assign(3, null);
  await mendBooks(deps);
  expect(await matched()).toEqual([2, 3, 4]);
  expect(await lookedFor()).toEqual([["SUMMER26_10OFF", 1, 1]]);
});

test("an order that was edited and no longer has the code holds nothing up", async () => {
  await tell("orders/create", placedOn(1, 5));
  const updated = {
    updated_at: "2026-06-06T10:00:00Z",
    discount_codes: [],
    total_discounts: "0.00",
  };
  await tell("orders/updated", placedOn(1, 5, updated));
  await tell("orders/create", placedOn(2, 6));
  await addCampaign(deps, at);
  await mendBooks(deps);
  expect(await matched()).toEqual([2]);
  expect(await lookedFor()).toEqual([]);
});

test("an order that is being booked when its code is assigned is found, too", async () => {
  await addCampaign(deps, at);
  await assign(10, null);
  await tell("orders/create", placedOn(3, 5));
  const second = orderPayload.parse(placedOn(2, 5));
  const facts = readOrder(second, "EUR", "2026-06-05T10:00:00Z");
  const waiting = () =>
    pool.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
  let matching = Promise.resolve();
  await inTransaction(pool, async (client) => {
    await lockPeople(client, at.shop.id);
    await recordReports(deps, client, at.shop, [{ facts, identities: readIdentities(second) }]);
    await assign(1, null);
    matching = matchCodes(deps, at.shop.id);
    await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(1), { timeout: 30_000 });
  });
  await matching;
  await matchCodes(deps, at.shop.id);
  expect(await matched()).toEqual([2, 3]);
});

test("whenever codes are assigned and looked for, orders are their campaign's of the time they were placed", async () => {
  const day = fc.integer({ min: 1, max: 12 });
  const step = fc.oneof(
    fc.record({ order: day }),
    fc.record({ from: day, days: fc.integer({ min: 1, max: 16 }) }),
    fc.constant({ mend: true }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
      await addCampaign(deps, at);
      let [from, until] = [13, 13];
      await assign(from, until);
      const placed: number[] = [];
      for (const each of steps) {
        if ("order" in each)
          await tell("orders/create", placedOn(placed.push(each.order), each.order));
        else if ("from" in each) {
          // What an order found it keeps, so the assignment only grows here.
          from = Math.min(from, each.from);
          until = Math.max(until, each.from + each.days);
          await assign(from, until);
        } else await mendBooks(deps);
      }
      await mendBooks(deps);
      const expected = placed.flatMap((of, index) => (of >= from && of < until ? index + 1 : []));
      expect(await matched()).toEqual(expected);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
