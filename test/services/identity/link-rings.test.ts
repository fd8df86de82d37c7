import { beforeEach, expect, test } from "vitest";

import type { Verdict } from "#app/domain/signal/weigh-signals.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { foldCases } from "#app/services/case/fold-cases.server.ts";
import { linkRings } from "#app/services/identity/link-people.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;
let shopId: number;
let campaignId: string;

/** Five strangers with an order each: 1 was first, 2 to 4 look like the next of its ring, 5 is somebody else. */
beforeEach(async () => {
  at = await addShop(deps, `rings-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  campaignId = await addCampaign(deps, at);
  for (const id of [1, 2, 3, 4, 5])
    await deliver(deps, at.shop.domain, {
      topic: "orders/create",
      payload: orderBody(id, { email: `who${id}@example.com`, customer: { id: 70 + id } }),
    });
  await processInbox(deps, shopId);
});

/** A verdict that an order is the next of the ring in which another order is the newest. */
const nextOf = (ring: number): Verdict => ({
  ...{ kind: "over_limit", score: 0.85 },
  signals: [
    {
      ...{ kind: "over_limit", bits: 2.5 },
      evidence: {
        orders: [{ orderId: String(ring), shares: [{ what: "house", bits: 3 }] }],
        ...{ numbers: { limit: 1 }, ring: String(ring) },
      },
    },
  ],
});

async function flag(orderId: number): Promise<void> {
  const order = await prisma.order.findFirstOrThrow({ where: { shopId, id: orderId } });
  await prisma.flag.create({
    data: {
      ...{ shopId, id: deps.newId(), kind: "over_limit", orderId: BigInt(orderId), campaignId },
      ...{ codeKey: "SUMMER26_10OFF", personId: order.personId, state: "open", score: 0.85 },
      ...{ evidence: {}, signals: [], createdAt: deps.now() },
    },
  });
}

const context = { now: deps.now(), newId: deps.newId };

/** As a batch of scoring leaves it: orders with the ring each is the next of. */
const judge = (...found: [order: number, ring: number][]) =>
  inTransaction(pool, async (client) => {
    const judged = found.map(([order, ring]) => ({
      orderId: String(order),
      verdict: nextOf(ring),
    }));
    const people = await linkRings(client, shopId, judged, context.now);
    await foldCases(client, shopId, people, context);
    await foldCases(client, shopId, null, context);
  });

/** The orders of each case that is open. */
async function cases(): Promise<string[]> {
  const { rows } = await pool.query<{ orders: string }>(
    `SELECT string_agg(f.order_id::text, ' ' ORDER BY f.order_id) AS orders FROM flag f
     JOIN review_case c ON c.shop_id = f.shop_id AND c.id = f.case_id
     WHERE f.shop_id = $1 AND f.state = 'open' AND c.state = 'open' GROUP BY c.id ORDER BY 1`,
    [shopId],
  );
  return rows.map(({ orders }) => orders);
}

const linked = () => prisma.personLink.count({ where: { shopId } });

test("flags of one ring are one case, in whatever order they come; others have their own", async () => {
  const found: [number, number][] = [
    [2, 1],
    [3, 1],
    [4, 3],
  ];
  for (const id of [2, 3, 4, 5]) await flag(id);
  for (const each of [...found].reverse()) await judge(each);
  expect(await cases()).toEqual(["2 3 4", "5"]);
  await prisma.personLink.deleteMany({ where: { shopId } });
  await judge(...found);
  expect(await cases()).toEqual(["2 3 4", "5"]);
  const before = await prisma.personLink.findMany({ where: { shopId }, orderBy: { lowId: "asc" } });
  await judge(...found);
  const after = await prisma.personLink.findMany({ where: { shopId }, orderBy: { lowId: "asc" } });
  expect(after).toEqual(before);
});

test("who is not flagged is linked to no ring, whatever was found", async () => {
  await flag(2);
  await judge([2, 1], [5, 2]);
  expect(await linked()).toBe(1);
  expect(await cases()).toEqual(["2"]);
});

test("a case that was decided stays so when more of the ring comes, and who was put apart stays apart", async () => {
  await flag(2);
  await judge([2, 1]);
  await prisma.reviewCase.updateMany({
    where: { shopId },
    data: { state: "decided", decision: "fine", decidedAt: deps.now() },
  });
  await prisma.flag.updateMany({
    where: { shopId },
    data: { state: "reviewed", decision: "fine" },
  });
  await flag(3);
  await judge([3, 2]);
  expect(await cases()).toEqual(["3"]);
  expect(await prisma.reviewCase.count({ where: { shopId, state: "decided" } })).toBe(1);

  await prisma.personLink.updateMany({ where: { shopId }, data: { decided: "apart" } });
  await flag(4);
  await judge([4, 3], [3, 2]);
  expect(await cases()).toEqual(["3 4"]);
  const { personId } = await prisma.order.findFirstOrThrow({ where: { shopId, id: 2 } });
  const own = { OR: [{ lowId: personId ?? 0n }, { highId: personId ?? 0n }] };
  const links = await prisma.personLink.findMany({ where: { shopId, ...own } });
  expect(links.map(({ decided }) => decided)).toEqual(["apart", "apart"]);
});
