import { beforeEach, describe, expect, test } from "vitest";

import type { Verdict } from "#app/domain/policy/verdict.ts";
import { publishGuard } from "#app/services/guard/publish-guard.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { countedUses } from "#app/services/redemption/counted-uses.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";
import { addUniqueCampaign, codesOf, makeAll } from "#test/services/code/unique-campaign.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import { CODE, TODAY } from "./case.ts";
import { openCheckoutStore, type CheckoutStore } from "./checkout-store.ts";
import * as races from "./races.ts";
import type { OutsideRace } from "./races.ts";

/* Races of limits and budgets on a real database: several connections deliver, count and write at once. */
let store: CheckoutStore;
const deps = await testDeps({ adminApi: () => store.adminApi, connections: 12 });
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  store = openCheckoutStore();
  at = await addShop(deps, `race-${(shops += 1)}.myshopify.com`);
});

const of = ({ repository, thread, says, ours }: OutsideRace) =>
  `${repository}, ${thread}: ${says}. Here: ${ours}`;

const WORKERS = 4;
/** As many processes as a large shop would have, each until it finds nothing more. */
async function workOff(): Promise<void> {
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let tries = 0; tries < 200 && (await isWaiting()); tries += 1)
        await processInbox(deps, at.shop.id);
    }),
  );
}

const isWaiting = async () =>
  (await prisma.inboxMessage.count({ where: { shopId: at.shop.id, state: "new" } })) > 0;

async function written(): Promise<void> {
  await publishGuard(deps, { shopId: at.shop.id });
  await writeStandings(deps, at.shop.id);
}

type Change = Record<string, unknown>;
const orderAt = (id: number, change: Change = {}) =>
  orderBody(id, {
    created_at: new Date(Date.parse(`${TODAY}T08:00:00Z`) + id * 1_000).toISOString(),
    updated_at: `${TODAY}T09:00:00Z`,
    ...change,
  });
const tell = (id: number, change: Change = {}, topic = "orders/create") =>
  deliver(deps, at.shop.domain, { topic, payload: orderAt(id, change) });

const CUSTOMER = 7;
const attempt = (code = CODE, customerId = CUSTOMER): Verdict =>
  store.judge({
    buyer: { state: "signed_in", email: "ada@example.com", phone: "", orders: 0 },
    customerId,
    code,
    localDate: TODAY,
  });

const uses = () => countedUses(pool, { shopId: at.shop.id });
const flaggedOrders = async () => {
  const flags = await prisma.flag.findMany({ where: { shopId: at.shop.id, state: "open" } });
  return flags.map(({ orderId }) => Number(orderId)).sort((a, b) => a - b);
};

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("races of others", () => {
  test(of(races.payments), async () => {
    await addCampaign(deps, at);
    await written();
    const checkouts = range(1, 8);
    expect(new Set(checkouts.map(() => attempt().outcome))).toEqual(new Set(["accept"]));
    await Promise.all([...checkouts.map((id) => tell(id)), workOff()]);
    await workOff();
    await written();
    expect(await uses()).toHaveLength(checkouts.length);
    expect(await flaggedOrders()).toEqual(range(2, 8));
    expect(attempt()).toMatchObject({ reason: "limit_reached", count: checkouts.length });
  });

  test(of(races.budgets), async () => {
    await addCampaign(deps, at, { perCustomer: "10" });
    const orders = range(1, 40);
    await Promise.all([...orders.map((id) => tell(id)), workOff(), workOff()]);
    await workOff();
    await written();
    expect(await uses()).toHaveLength(orders.length);
    const { rows } = await pool.query(
      `SELECT sum(redemptions)::int AS redemptions, sum(discount_minor)::int AS spent FROM rollup
       WHERE shop_id = $1 AND grain = 'campaign'`,
      [at.shop.id],
    );
    expect(rows).toEqual([{ redemptions: orders.length, spent: orders.length * 500 }]);
    expect(await flaggedOrders()).toEqual(range(11, 40));
  });

  test(of(races.reverts), async () => {
    await addCampaign(deps, at, { perCustomer: "10" });
    await Promise.all(range(1, 20).map((id) => tell(id)));
    await workOff();
    const cancelled = { cancelled_at: `${TODAY}T10:00:00Z`, updated_at: `${TODAY}T10:00:00Z` };
    await Promise.all([
      ...range(1, 15).map((id) => tell(id, cancelled, "orders/cancelled")),
      ...range(21, 24).map((id) => tell(id)),
      workOff(),
    ]);
    await workOff();
    await written();
    const counted = (await uses()).map(({ orderId }) => Number(orderId)).sort((a, b) => a - b);
    expect(counted).toEqual([...range(16, 20), ...range(21, 24)]);
    expect(await flaggedOrders()).toEqual([]);
    expect(attempt()).toMatchObject({ outcome: "accept" });
    await tell(25);
    await workOff();
    await written();
    expect(attempt()).toMatchObject({ reason: "limit_reached", count: 10 });
  });

  test(of(races.twoCustomers), async () => {
    await addCampaign(deps, at, { totalCap: "1" });
    await Promise.all([
      tell(1, { customer: { id: 7 }, email: "ada@example.com" }),
      tell(2, { customer: { id: 8 }, email: "ben@example.com" }),
      workOff(),
    ]);
    await workOff();
    await written();
    const counted = await uses();
    expect(new Set(counted.map(({ personId }) => personId)).size).toBe(2);
    expect(await flaggedOrders()).toEqual([]);
    for (const customerId of [7, 8])
      expect(attempt(CODE, customerId)).toMatchObject({ reason: "limit_reached", count: 1 });
  });

  test(of(races.oneCheckout), async () => {
    await addCampaign(deps, at);
    const topics = ["orders/create", "orders/paid", "orders/updated"];
    const webhooks = [...topics, ...topics, ...topics];
    await Promise.all([...webhooks.map((topic) => tell(1, {}, topic)), workOff()]);
    await workOff();
    await written();
    expect(await uses()).toHaveLength(1);
    expect(await flaggedOrders()).toEqual([]);
    expect(attempt()).toMatchObject({ reason: "limit_reached", count: 1 });
  });

  test(of(races.twoCodes), async () => {
    const id = await addUniqueCampaign(deps, at, "SUM26", { count: 3 });
    await makeAll(deps);
    const [one = "", other = "", third = ""] = await codesOf(deps, at.shop.id, id);
    await written();
    expect([attempt(one), attempt(other)].map(({ outcome }) => outcome)).toEqual([
      "accept",
      "accept",
    ]);
    const with_ = (code: string) => ({ discount_codes: [{ code, amount: "5.00" }] });
    await Promise.all([tell(1, with_(one)), tell(2, with_(other)), workOff()]);
    await workOff();
    await written();
    expect(await flaggedOrders()).toEqual([2]);
    for (const code of [one, other, third])
      expect(attempt(code)).toMatchObject({ reason: "limit_reached", count: 2 });
  });
});

describe("the bound", () => {
  const LIMIT = 3;

  test("whoever gets through was judged before the limit-reaching use was written; all beyond the limit are flagged", async () => {
    await addCampaign(deps, at, { perCustomer: String(LIMIT), limitWindow: "month" });
    await written();
    let order = 0;
    let completedBefore = 0;
    let completedAfter = 0;
    let refused = 0;
    const isWritten = () => attempt().outcome === "reject";
    // One customer at several windows, each again and again until it is refused.
    const shopper = async () => {
      while (attempt().outcome === "accept" && order < 500) {
        await tell((order += 1));
        if (isWritten()) completedAfter += 1;
        else completedBefore += 1;
      }
      refused += 1;
    };
    let isOver = false;
    const writer = async () => {
      while (!isOver) {
        await processInbox(deps, at.shop.id);
        await writeStandings(deps, at.shop.id);
      }
    };
    const writing = Promise.all([writer(), writer()]);
    await Promise.all([shopper(), shopper(), shopper(), shopper()]);
    isOver = true;
    await writing;
    await workOff();
    const overshoot = order - LIMIT;
    expect(refused).toBe(4);
    // Under way when it was written: at most one a window.
    expect(completedAfter).toBeLessThanOrEqual(4);
    expect(overshoot).toBe(completedBefore + completedAfter - LIMIT);
    expect(await uses()).toHaveLength(order);
    expect(await flaggedOrders()).toEqual(range(LIMIT + 1, order));
  });
});
