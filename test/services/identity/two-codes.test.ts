import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { highestOf } from "#app/domain/signal/weigh-signals.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { forgetOrders } from "#app/services/identity/forget-orders.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, type TestShop } from "#test/support/test-shop.ts";
import { encodedEarly, encodedFor, openShop, outcome, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
const SUMMER = "SUMMER26_10OFF";
const WINTER = "WINTER26_10OFF";
const carrying = (...codes: string[]) => ({
  discount_codes: codes.map((code) => ({ code, amount: "5.00" })),
});
let shops = 0;

/** A shop with two campaigns, each of one use a customer. */
async function openTwo() {
  const { at, campaignId: summer } = await openShop(deps, `two-codes-${(shops += 1)}`);
  return { at, shopId: at.shop.id, summer, winter: await addCampaign(deps, at, { name: WINTER }) };
}

/** From now on both campaigns count against one limit, of the people of both. */
async function limitTogether(shopId: number, perCustomer: number): Promise<void> {
  const limit = JSON.stringify([{ perCustomer, window: "lifetime", counter: "+1" }]);
  await pool.query("UPDATE campaign SET groups = '{1}', limits = $2 WHERE shop_id = $1", [
    ...[shopId, limit],
  ]);
}

const address = {
  ...{ first_name: "Paul", last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip: "LS9 9ZZ", country_code: "GB" },
};
/** Paul orders under an account of its own each time. */
const paul = (day: number, ...codes: string[]) => ({
  ...{ id: 9_000_000 + day, name: `#${day}`, email: `p${day}@example.com`, currency: "EUR" },
  ...{ total_price: "30.00", financial_status: "paid", browser_ip: "203.0.113.9" },
  ...{ created_at: `2026-06-0${day}T10:00:00Z`, updated_at: `2026-06-0${day}T10:00:00Z` },
  ...{ customer: { id: 7_000_000_000 + day }, shipping_address: address, billing_address: address },
  payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
  ...carrying(...codes),
});

/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);

const flagsOf = async (shopId: number) =>
  (
    await pool.query<{ id: string; code: string; kind: string; case: string }>(
      `SELECT order_id::text AS id, code_key AS code, kind, case_id::text AS case FROM flag
       WHERE shop_id = $1 AND order_id BETWEEN 9000000 AND 9000009 AND state = 'open'
       ORDER BY order_id, code_key`,
      [shopId],
    )
  ).rows;
const told = async (shopId: number) =>
  (await flagsOf(shopId)).map(({ id, code, kind }) => `${id} ${code} ${kind}`);

async function scored(at: TestShop, ...orders: object[]): Promise<string[]> {
  await tell(deps, at, [...others, ...orders]);
  await scoreOrders(deps, { shopId: at.shop.id });
  return told(at.shop.id);
}

const BOTH = [`9000003 ${SUMMER} over_limit`, `9000003 ${WINTER} over_limit`];

describe("a second account's order with both codes", () => {
  test("is two flags in one case, whichever orders used the codes before", async () => {
    for (const before of [
      [paul(1, SUMMER, WINTER)],
      [paul(1, SUMMER), paul(2, WINTER)],
      [paul(1, WINTER, SUMMER)],
    ]) {
      const { at, shopId, summer, winter } = await openTwo();
      expect(await scored(at, ...before, paul(3, WINTER, SUMMER))).toEqual(BOTH);
      const flags = await flagsOf(shopId);
      expect(new Set(flags.map((flag) => flag.case)).size).toBe(1);
      const { rows } = await pool.query(
        "SELECT campaign_id::text AS id FROM flag WHERE shop_id = $1 AND order_id = 9000003 ORDER BY code_key",
        [shopId],
      );
      expect(rows).toEqual([{ id: summer }, { id: winter }]);
    }
  });

  test("is flagged for the code that was used before alone, first or second", async () => {
    for (const code of [SUMMER, WINTER]) {
      const { at } = await openTwo();
      expect(await scored(at, paul(1, code), paul(3, SUMMER, WINTER))).toEqual([
        `9000003 ${code} over_limit`,
      ]);
    }
  });

  test("rests on the uses of the code, and not on the other's", async () => {
    const { at, shopId } = await openTwo();
    await scored(at, paul(1, SUMMER), paul(2, WINTER), paul(3, SUMMER, WINTER));
    const { rows } = await pool.query<{ ids: string[] }>(
      `SELECT ARRAY(SELECT e ->> 'orderId' FROM jsonb_array_elements(evidence -> 'orders') e) AS ids
       FROM flag WHERE shop_id = $1 AND order_id = 9000003 ORDER BY code_key`,
      [shopId],
    );
    expect(rows).toEqual([{ ids: ["9000001", "9000003"] }, { ids: ["9000002", "9000003"] }]);
  });

  test("comes to the same told in any order, scored anew, and with a refund told later", async () => {
    const { at, shopId } = await openTwo();
    const orders = [paul(1, SUMMER, WINTER), paul(3, SUMMER, WINTER)];
    await tell(deps, at, [orders[1]!, ...others]);
    await scoreOrders(deps, { shopId });
    await tell(deps, at, [orders[0]!, orders[1]!]);
    await scoreOrders(deps, { shopId });
    await rescoreOrders(deps, shopId);
    expect(await told(shopId)).toEqual(BOTH);
    const before = await outcome(deps, shopId);
    await rescoreOrders(deps, shopId);
    expect(await outcome(deps, shopId)).toEqual(before);
    await deliver(deps, at.shop.domain, {
      topic: "refunds/create",
      payload: {
        ...{ id: 1, order_id: 9_000_003, created_at: "2026-06-20T10:00:00Z" },
        transactions: [{ kind: "refund", status: "success", amount: "1.00" }],
      },
    });
    await processInbox(deps, shopId);
    await scoreOrders(deps, { shopId });
    expect(await told(shopId)).toEqual(BOTH);
  });
});

describe("a limit of both campaigns together", () => {
  test("counts an order with both codes twice", async () => {
    const { at, shopId } = await openTwo();
    await limitTogether(shopId, 2);
    expect(await scored(at, paul(1, SUMMER, WINTER), paul(3, WINTER))).toEqual([
      `9000003 ${WINTER} over_limit`,
    ]);
  });

  test("is exceeded by the second of an order's codes where one more was left", async () => {
    const { at, shopId } = await openTwo();
    await limitTogether(shopId, 2);
    expect(await scored(at, paul(1, SUMMER), paul(3, SUMMER, WINTER))).toEqual([
      `9000003 ${WINTER} over_limit`,
    ]);
  });

  test("is not exceeded within it", async () => {
    const { at, shopId } = await openTwo();
    await limitTogether(shopId, 3);
    expect(await scored(at, paul(1, SUMMER), paul(3, SUMMER, WINTER))).toEqual([]);
  });
});

test("two codes of one campaign with a limit each are judged each by its own", async () => {
  for (const code of [SUMMER, WINTER]) {
    const { at, shopId, summer } = await openTwo();
    const limit = JSON.stringify([{ perCustomer: 1, window: "lifetime", counter: "code" }]);
    await pool.query("UPDATE campaign SET limits = $2 WHERE shop_id = $1", [shopId, limit]);
    await pool.query("UPDATE code SET campaign_id = $2 WHERE shop_id = $1", [shopId, summer]);
    expect(await scored(at, paul(1, code), paul(3, SUMMER, WINTER))).toEqual([
      `9000003 ${code} over_limit`,
    ]);
  }
});

test("erasing an order with two codes leaves nothing of either to compare with", async () => {
  const { at, shopId } = await openTwo();
  const counted = async () =>
    (
      await pool.query<{ clusters: number }>(
        "SELECT key, clusters, newest FROM identity_value WHERE shop_id = $1 ORDER BY key",
        [shopId],
      )
    ).rows;
  await tell(deps, at, others);
  await scoreOrders(deps, { shopId });
  const before = await counted();
  await tell(deps, at, [paul(3, SUMMER, WINTER)]);
  await scoreOrders(deps, { shopId });
  expect(await counted()).not.toEqual(before);
  await inTransaction(pool, (client) => forgetOrders(client, shopId, ["9000003"]));
  const still = (await counted()).filter(({ clusters }) => clusters > 0);
  expect(still).toEqual(before);
});

test("PostgreSQL answers as memory does, whichever orders carry one code, both or none", async () => {
  const bodies = someOrders(31, 70);
  const codesOf = fc.constantFrom([SUMMER], [SUMMER, WINTER], [WINTER], [SUMMER, WINTER], []);
  const worlds = fc.tuple(
    fc.array(codesOf, { minLength: bodies.length, maxLength: bodies.length }),
    fc.integer({ min: 5, max: 90 }),
  );
  const property = fc.asyncProperty(worlds, async ([codes, most]) => {
    const { at, shopId, ...campaigns } = await openTwo();
    const orders = bodies.map((body, place) => ({ ...body, ...carrying(...codes[place]!) }));
    await tell(deps, at, orders.slice(0, 40));
    await scoreOrders(deps, { shopId, most });
    // As after a restart: nothing is in memory.
    await pool.query("UPDATE identity_index SET version = version + 1 WHERE shop_id = $1", [
      shopId,
    ]);
    await tell(deps, at, orders.slice(40));
    await scoreOrders(deps, { shopId, most, early: await encodedEarly(deps, at, 20) });
    const stored = await outcome(deps, shopId);
    const exact = new Set(
      stored.flags.flatMap((flag) =>
        flag["kind"] === "overshoot"
          ? [`${flag["order_id"] as string} ${flag["code_key"] as string}`]
          : [],
      ),
    );
    const index = memoryIndex();
    const inMemory = orders.map((body, place) => {
      const used = codes[place]!;
      const scopes = used.map((code) => (code === SUMMER ? campaigns.summer : campaigns.winter));
      const { order, encoded } = encodedFor(at, body, scopes[0] ?? null, scopes.slice(1));
      const [context = NO_CONTEXT, ...further] = used.map((code) => ({
        ...NO_CONTEXT,
        limit: { perCustomer: 1, perHousehold: null, newCustomersOnly: false },
        overshoot: exact.has(`${order.id} ${code}`) ? { uses: 2, limit: 1 } : null,
      }));
      const found = scoreOrder(order, encoded, index, context, further);
      index.add(encoded, found.place);
      const highest = highestOf([found.verdict, ...found.further.map(({ verdict }) => verdict)]);
      return { order_id: order.id, score: highest?.score ?? null, kind: highest?.kind ?? null };
    });
    expect(stored.orders.map(({ order_id, score, kind }) => ({ order_id, score, kind }))).toEqual(
      inMemory.sort((a, b) => (a.order_id < b.order_id ? -1 : 1)),
    );
    const counted = stored.values.filter(({ clusters }) => Number(clusters) > 0);
    for (const { key, clusters } of counted)
      expect(index.countOf(Number(key), 0).clusters).toBe(clusters);
  });
  await fc.assert(property, { numRuns: 4, endOnFailure: true });
}, 180_000);
