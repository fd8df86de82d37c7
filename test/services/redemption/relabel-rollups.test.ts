import { beforeEach, expect, test, vi } from "vitest";

import { orderPayload } from "#app/domain/redemption/order-payload.schema.ts";
import { readIdentities, readOrder } from "#app/domain/redemption/read-order.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { dimensionSetIds } from "#app/services/naming/dimension-sets.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { differingRollups } from "#app/services/redemption/differing-rollups.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
import { recordReports } from "#app/services/redemption/record-reports.server.ts";
import { relabelRollups } from "#app/services/redemption/relabel-rollups.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { withBreaks } from "#test/support/with-breaks.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
const DAYS = 6;
let shops = 0;
let orders: number;
let at: TestShop;
let summer: string;
let list: string;

/** A public code and one of a list, each used on all of some days. */
beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  orders = 0;
  summer = await addCampaign(deps, at);
  list = await addCampaign(deps, at, { name: "SPRING26_DISCOUNT" });
  const where = { shopId: at.shop.id, campaignId: list };
  await prisma.campaign.updateMany({ where: { id: list }, data: { codeKind: "list" } });
  const dimensionSetId = await setOf("WINTER");
  await prisma.code.updateMany({
    where,
    data: { code: "LISTED", codeKey: "LISTED", dimensionSetId },
  });
  for (let day = 1; day <= DAYS; day += 1)
    for (const code of ["SUMMER26_10OFF", "LISTED"]) await deliverOrder(day, code);
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
  await mendBooks(deps);
});

function orderOf(day: number, code: string): Record<string, unknown> {
  const placed = `2026-06-0${day}T10:00:00Z`;
  return orderBody((orders += 1), {
    ...{ created_at: placed, updated_at: placed },
    discount_codes: [{ code, amount: "5.00" }],
  });
}

async function deliverOrder(day: number, code: string): Promise<void> {
  const payload = orderOf(day, code);
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
}

async function setOf(season: string): Promise<number> {
  const dimensions = { season, yy: "26", offer: "10OFF" };
  const { shop, conventionId } = at;
  const all = [{ conventionId, version: 1, dimensions }];
  const [id] = await dimensionSetIds(prisma, shop.id, all);
  return id!;
}

/** What a renaming does to a campaign; its codes of a list follow. */
async function call(campaignId: string, season: string): Promise<void> {
  const dimensionSetId = await setOf(season);
  await prisma.campaign.updateMany({ where: { id: campaignId }, data: { dimensionSetId } });
  if (campaignId === list)
    await prisma.code.updateMany({
      where: { shopId: at.shop.id, campaignId },
      data: { dimensionSetId },
    });
}

/** Uses by season, day by day and hour by hour. */
async function seasons(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ key: string; days: number; hours: number }>(
    `SELECT key, sum(redemptions)::int AS days,
       (SELECT sum(redemptions)::int FROM rollup_hour h
        WHERE h.shop_id = $1 AND h.grain = r.grain AND h.key = r.key) AS hours
     FROM rollup r WHERE shop_id = $1 AND grain = 'dimension:season' GROUP BY grain, key ORDER BY key`,
    [at.shop.id],
  );
  for (const { days, hours } of rows) expect(days).toBe(hours);
  return Object.fromEntries(rows.map(({ key, days }) => [key, days]));
}

const differing = async () =>
  differingRollups(pool, await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } }));
const stepsLeft = () => prisma.labelFold.count({ where: { shopId: at.shop.id } });

test("a campaign that is called otherwise has its past under the new name, and so has a list", async () => {
  expect(await seasons()).toEqual({ SUMMER: DAYS, WINTER: DAYS });
  await call(summer, "AUTUMN");
  await mendBooks(deps);
  expect(await seasons()).toEqual({ AUTUMN: DAYS, WINTER: DAYS });
  await call(list, "AUTUMN");
  await mendBooks(deps);
  expect(await seasons()).toEqual({ AUTUMN: 2 * DAYS });
  const eligibility = { all: ["77"], any: [], none: [], customers: "everyone", signedIn: false };
  await prisma.campaign.updateMany({ where: { id: summer }, data: { eligibility } });
  await mendBooks(deps);
  expect(
    await prisma.rollup.count({ where: { shopId: at.shop.id, grain: "segment", key: "77" } }),
  ).toBe(DAYS);
  expect(await differing()).toBe(0);
});

test("what is right already is not written", async () => {
  const writers = async () =>
    (
      await pool.query(
        `SELECT xmin::text, grain, key, day FROM rollup_hour WHERE shop_id = $1
         UNION ALL SELECT xmin::text, grain, key, day FROM rollup WHERE shop_id = $1 ORDER BY 2, 3, 4, 1`,
        [at.shop.id],
      )
    ).rows as unknown[];
  const before = await writers();
  await prisma.campaign.updateMany({ where: { id: summer }, data: { labelsStale: true } });
  await mendBooks(deps);
  expect(await writers()).toEqual(before);
});

test("orders that arrive between the pieces, of days that are done and of others, are all counted", async () => {
  await call(summer, "AUTUMN");
  let arrived = 0;
  const arriving = withBreaks(deps, async () => {
    await deliverOrder(1 + (arrived % DAYS), arrived % 2 ? "LISTED" : "SUMMER26_10OFF");
    arrived += 1;
    await processInbox(deps, at.shop.id);
  });
  await relabelRollups(arriving, at.shop.id, 1);
  expect(arrived).toBeGreaterThan(DAYS);
  await foldPeople(deps);
  expect(await seasons()).toEqual({
    AUTUMN: DAYS + Math.ceil(arrived / 2),
    WINTER: DAYS + Math.floor(arrived / 2),
  });
  expect(await differing()).toBe(0);
});

test("orders that arrive all the while are all counted", async () => {
  await call(summer, "AUTUMN");
  const arriving = async () => {
    for (let day = 1; day <= DAYS; day += 1) {
      await deliverOrder(day, "SUMMER26_10OFF");
      // It lets be whatever shop somebody else is at.
      while ((await processInbox(deps, at.shop.id)) === 0);
    }
  };
  await Promise.all([
    arriving(),
    relabelRollups(deps, at.shop.id, 1),
    relabelRollups(deps, at.shop.id, 1),
  ]);
  await foldPeople(deps);
  expect(await seasons()).toEqual({ AUTUMN: 2 * DAYS, WINTER: DAYS });
  expect(await differing()).toBe(0);
});

test("an order that is being booked is not overwritten, and has the way", async () => {
  await call(summer, "AUTUMN");
  const order = orderPayload.parse(orderOf(1, "SUMMER26_10OFF"));
  const facts = readOrder(order, "EUR", "2026-06-01T10:00:00Z");
  const waiting = () =>
    pool.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
  let booking = Promise.resolve();
  const book = (booked: () => void) =>
    inTransaction(pool, async (client) => {
      await lockPeople(client, at.shop.id);
      await recordReports(deps, client, at.shop, [{ facts, identities: readIdentities(order) }]);
      booked();
      // Until the piece has given way, again and again, and waits to be let in.
      await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(1), { timeout: 60_000 });
    });
  const beside = withBreaks(deps, async (transactions) => {
    if (transactions === 1) await new Promise<void>((booked) => (booking = book(booked)));
  });
  await relabelRollups(beside, at.shop.id, 1);
  await booking;
  await foldPeople(deps);
  expect(await seasons()).toEqual({ AUTUMN: DAYS + 1, WINTER: DAYS });
  expect(await differing()).toBe(0);
});

test("killed in the middle, it goes on from there; until then the check passes labels over", async () => {
  await call(summer, "AUTUMN");
  const killed = withBreaks(deps, async (transactions) => {
    if (transactions === 4) throw new Error("killed");
  });
  await expect(relabelRollups(killed, at.shop.id, 1)).rejects.toThrow("killed");
  expect(await seasons()).toEqual({ AUTUMN: 3, SUMMER: DAYS - 3, WINTER: DAYS });
  expect(await prisma.labelFold.findFirst({ where: { shopId: at.shop.id } })).toMatchObject({
    day: new Date("2026-06-04T00:00:00Z"),
  });
  expect(await differing()).toBe(0);
  await deliverOrder(1, "SUMMER26_10OFF");
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
  await mendBooks(deps);
  expect(await stepsLeft()).toBe(0);
  expect(await seasons()).toEqual({ AUTUMN: DAYS + 1, WINTER: DAYS });
  expect(await differing()).toBe(0);
});

test("called otherwise again meanwhile, it is folded once more", async () => {
  await call(summer, "AUTUMN");
  const renaming = withBreaks(deps, async (transactions) => {
    if (transactions === 4) await call(summer, "SPRING");
  });
  await relabelRollups(renaming, at.shop.id, 1);
  expect(await seasons()).toEqual({ AUTUMN: 3, SPRING: DAYS - 3, WINTER: DAYS });
  await mendBooks(deps);
  expect(await seasons()).toEqual({ SPRING: DAYS, WINTER: DAYS });
  expect(await differing()).toBe(0);
});
