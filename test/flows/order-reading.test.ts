import { beforeAll, describe, expect, test } from "vitest";

import type { BookCheck } from "#app/domain/redemption/book-check.ts";
import { checkBooks } from "#app/services/redemption/check-books.server.ts";
import { compareOrders } from "#app/services/redemption/compare-orders.server.ts";
import { changeScopes } from "#test/standin/auth/take-away.ts";
import { changeOrder } from "#test/standin/orders/change.ts";
import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const demo = await store("second-shop");
const { prisma, pool } = app.deps.database;
const CODE = "HALLOWEEN26_5OFF";
let shopId = 0;

beforeAll(async () => {
  await demo.campaign(CODE, { percentage: "5", perCustomer: "", totalCap: "500" });
  shopId = (await prisma.shop.findUniqueOrThrow({ where: { domain: demo.shop.domain } })).id;
  for (let index = 0; index < 8; index += 1) {
    const { token } = await demo.attempt({ email: `buyer${index}@example.com` }, CODE);
    const order = await demo.pay(token, index === 7 ? "bank-transfer" : "card");
    if (index === 0) await demo.control(`orders/${order}/refund`, { amount: 300 });
    if (index === 1) await demo.control(`orders/${order}/refund`, {});
    if (index === 2) await demo.control(`orders/${order}/cancel`, { refund: true });
  }
  await demo.settled();
});

/** What is counted, in terms that do not depend on how it became known. */
async function counted(): Promise<unknown[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT order_id, code_key, campaign_id, effective_day::text AS day, sum(uses) AS uses, sum(revenue_minor) AS revenue,
       sum(discount_minor) AS discount, sum(refund_minor) AS refund, sum(presentment_discount_minor) AS seen
     FROM ledger_entry WHERE shop_id = $1 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    [shopId],
  );
  return rows;
}

async function check(): Promise<BookCheck> {
  // What changed in the last minutes is left out, so some minutes have passed.
  await checkBooks({ ...app.deps, now: () => new Date(Date.now() + 300_000) }, { shopId });
  const row = await prisma.bookCheck.findUniqueOrThrow({ where: { shopId } });
  return row.result as BookCheck;
}

/** As if the app had been installed only now: nothing is known of any order. */
async function forgetOrders(): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('bonafide.erasing_shop', $1, true)", [String(shopId)]);
    const tables = ["ledger_entry", "rollup", "rollup_hour", "shop_order", "order_reading"];
    for (const table of tables)
      await client.query(`DELETE FROM ${table} WHERE shop_id = $1`, [shopId]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

describe("orders that were never told", () => {
  test("are read from Shopify, and come to what the webhooks came to", async () => {
    const told = await counted();
    expect(told.length).toBeGreaterThan(20);
    await forgetOrders();
    await compareOrders(app.deps, { shopId });
    expect(await counted()).toEqual(told);
    const reading = await prisma.orderReading.findUniqueOrThrow({ where: { shopId } });
    const { length } = demo.shop.orders;
    expect(reading).toMatchObject({
      ordersTotal: length,
      ordersRead: length,
      ordersHealed: length,
    });
    expect(reading.finishedAt).not.toBeNull();
  });

  test("come to the same when the gap is so long that Shopify writes them into a file", async () => {
    const told = await counted();
    await forgetOrders();
    // As if there were so many: the rest of a comparison that has counted them.
    const counts = { ordersTotal: 500, startedAt: new Date(Date.now() - 1_000) };
    await prisma.orderReading.create({ data: { shopId, since: null, ...counts } });
    await compareOrders(app.deps, { shopId });
    const reading = () => prisma.orderReading.findUniqueOrThrow({ where: { shopId } });
    expect((await reading()).bulkId).toContain("BulkOperation");
    // The rest is done by jobs.
    await expect
      .poll(async () => (await reading()).finishedAt, { timeout: 90_000, interval: 250 })
      .not.toBeNull();
    const { length } = demo.shop.orders;
    const read = { ordersRead: length, ordersHealed: length, bulkFailures: 0 };
    expect(await reading()).toMatchObject({ ...read, bulkId: null, error: null });
    expect(await counted()).toEqual(told);
  });

  test("are read when they are older than sixty days once Shopify shows them", async () => {
    const told = demo.shop.orders.length;
    const old = demo.shop.orders[3];
    if (!old) throw new Error("The shop has no such order.");
    const long = new Date(Date.now() - 90 * 86_400_000);
    changeOrder(demo.shop, old, long, { createdAt: long, processedAt: long });
    await forgetOrders();
    await compareOrders(app.deps, { shopId });
    const reading = () => prisma.orderReading.findUniqueOrThrow({ where: { shopId } });
    expect(await reading()).toMatchObject({ ordersRead: told - 1, seesAll: false });
    const ask = () => demo.staff.post("app.settings.orders_.older");
    const refused = await ask();
    expect([refused.status, refused.text]).toEqual([409, expect.stringMatching(/does not show/)]);
    changeScopes(app.standin.world, demo.shop, { grant: ["read_all_orders"] });
    const match = { on: "call", name: "ReadShop" } as const;
    const broken = app.standin.outbound.faults.add({
      match,
      effect: { action: "status", status: 503 },
    });
    expect((await ask()).text).toMatch(/did not answer/);
    app.standin.outbound.faults.remove(broken.id);
    expect((await ask()).status).toBe(200);
    await expect
      .poll(reading, { timeout: 60_000 })
      .toMatchObject({ ordersRead: told, ordersHealed: 1, seesAll: true, error: null });
    expect(await prisma.order.count({ where: { shopId } })).toBe(told);
  });

  test("a second comparison looks at what changed since, and finds all of it known", async () => {
    await compareOrders(app.deps, { shopId });
    const reading = await prisma.orderReading.findUniqueOrThrow({ where: { shopId } });
    expect(reading).toMatchObject({ ordersHealed: 0 });
  });

  test("one that changed while nobody listened is found by the check, and healed by the comparison", async () => {
    expect(await check()).toMatchObject({ rollupRows: 0, differing: 0, differences: [] });
    const order = demo.shop.orders.find(
      ({ cancelledAt, refunds }) => !cancelledAt && refunds.length === 0,
    );
    if (!order) throw new Error("The shop has no such order.");
    const at = new Date();
    changeOrder(demo.shop, order, at, { cancelledAt: at, cancelReason: "customer" });
    const off = await check();
    expect(off).toMatchObject({ rollupRows: 0, differing: 1 });
    expect(off.differences).toContainEqual({
      ...{ order: order.name, what: "orders", shopify: 0, ledger: 1 },
    });
    expect(off.ledger.orders).toBe(off.shopify.orders + 1);

    await compareOrders(app.deps, { shopId });
    const reading = await prisma.orderReading.findUniqueOrThrow({ where: { shopId } });
    expect(reading).toMatchObject({ ordersHealed: 1 });
    const good = await check();
    expect(good).toMatchObject({ rollupRows: 0, differing: 0 });
    expect(good.ledger).toEqual(good.shopify);
    expect(good.shopify.orders).toBeGreaterThan(0);
  });
});
