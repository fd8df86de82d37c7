import { expect, test } from "vitest";

import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { openShop, someOrders, tell } from "#test/services/identity/fixtures.ts";
import { testDeps } from "#test/support/test-deps.ts";

const deps = await testDeps();
const { prisma } = deps.database;

/** The same orders in a shop with this scale: what they were flagged with by signals, and scored. */
async function flagged(name: string, scale: { half: boolean; flagFrom: number } | null) {
  const { at } = await openShop(deps, name);
  const shopId = at.shop.id;
  if (scale) {
    const knots = [
      { score: 0, likely: 0 },
      { score: 1, likely: scale.half ? 0.5 : 1 },
    ];
    const { flagFrom } = scale;
    const version = { version: 1, verdicts: 9, createdAt: deps.now(), createdBy: "Ada" };
    await prisma.scoreScale.create({ data: { shopId, knots, flagFrom, ...version } });
  }
  await tell(deps, at, someOrders(31, 260));
  await scoreOrders(deps, { shopId });
  const where = { shopId, kind: { not: "overshoot" }, state: "open" };
  const flags = await prisma.flag.findMany({ where, orderBy: { orderId: "asc" } });
  const orders = await prisma.identityOrder.findMany({
    where: { shopId, score: { not: null } },
    orderBy: { orderId: "asc" },
  });
  return {
    flags: flags.map(({ orderId, score, rawScore }) => ({ orderId, score, rawScore })),
    orders: orders.map(({ orderId, score }) => ({ orderId, score })),
  };
}

test("orders are flagged on the shop's own scale from its own threshold on; what the signals made of them stays", async () => {
  const shipped = await flagged("shipped", null);
  expect(shipped.flags.length).toBeGreaterThan(0);
  for (const { score, rawScore } of shipped.flags) expect(score).toBe(rawScore);
  const lower = await flagged("lower", { half: true, flagFrom: 0.4 });
  expect(lower.flags).toEqual(
    shipped.flags.map((each) => ({ ...each, score: (each.rawScore ?? 0) / 2 })),
  );
  const none = await flagged("none", { half: true, flagFrom: 0.8 });
  expect(none.flags).toEqual([]);
  expect(none.orders).toEqual(shipped.orders);
}, 120_000);
