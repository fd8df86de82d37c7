import { describe, expect, test } from "vitest";

import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign } from "#test/support/test-shop.ts";
import { openShop, someOrders, tell } from "./fixtures.ts";
import { paul } from "./paul.ts";

const deps = await testDeps();
const { pool } = deps.database;
const SUMMER = "SUMMER26_10OFF";
const WINTER = "WINTER26_10OFF";
/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);
let shops = 0;

/** Two campaigns of one use a customer each; with `perCustomer`, one limit of both. */
async function openTwo(perCustomer?: number) {
  const { at } = await openShop(deps, `apart-${(shops += 1)}`);
  const shopId = at.shop.id;
  await addCampaign(deps, at, { name: WINTER });
  if (perCustomer !== undefined) {
    const limit = JSON.stringify([{ perCustomer, window: "lifetime", counter: "+1" }]);
    await pool.query("UPDATE campaign SET groups = '{1}', limits = $2 WHERE shop_id = $1", [
      ...[shopId, limit],
    ]);
  }
  return { at, shopId };
}

const flags = async (shopId: number) =>
  (
    await pool.query<{ flag: string }>(
      `SELECT order_id - 9000000 || ' ' || code_key || ' ' || state AS flag FROM flag
       WHERE shop_id = $1 AND order_id BETWEEN 9000000 AND 9000009 AND kind = 'over_limit' ORDER BY 1`,
      [shopId],
    )
  ).rows.map(({ flag }) => flag);

/** As a decision on a case does, of two of its accounts. */
const putApart = (shopId: number, one: number, other: number) =>
  pool.query(
    `INSERT INTO person_link (shop_id, low_id, high_id, relation, bits, decided, decided_by, decided_at, created_at)
     SELECT $1, LEAST(a.person_id, b.person_id), GREATEST(a.person_id, b.person_id), 'same_person', 4, 'apart', 'Ada', $4, $4
     FROM shop_order a, shop_order b WHERE a.shop_id = $1 AND a.id = $2 AND b.shop_id = $1 AND b.id = $3
     ON CONFLICT (shop_id, low_id, high_id) DO UPDATE SET decided = 'apart', decided_at = $4`,
    [shopId, 9_000_000 + one, 9_000_000 + other, deps.now()],
  );

/** How many clusters the index counts, and how many there are; values that fewer than none are counted to have. */
async function counted(shopId: number) {
  const { rows } = await pool.query<{ counted: number }>(
    "SELECT clusters AS counted FROM identity_value WHERE shop_id = $1 AND clusters < 0",
    [shopId],
  );
  const { rows: index } = await pool.query<{ clusters: number; really: number }>(
    `SELECT clusters, (SELECT count(DISTINCT cluster_id)::int FROM identity_order WHERE shop_id = $1) AS really
     FROM identity_index WHERE shop_id = $1`,
    [shopId],
  );
  return { negative: rows.length, ...index[0] };
}

async function scored(shopId: number, at: Parameters<typeof tell>[1], orders: object[]) {
  await tell(deps, at, [...others, ...orders]);
  await scoreOrders(deps, { shopId });
}

describe("accounts that are put apart, with orders that carry two limited codes", () => {
  test("lose the flags of both codes, keep none after a refund or scoring anew, and count right", async () => {
    const { at, shopId } = await openTwo();
    await scored(shopId, at, [paul(1, "one", SUMMER, WINTER), paul(3, "two", SUMMER, WINTER)]);
    expect(await flags(shopId)).toEqual([`3 ${SUMMER} open`, `3 ${WINTER} open`]);
    await putApart(shopId, 1, 3);
    await scoreOrders(deps, { shopId });
    const gone = [`3 ${SUMMER} withdrawn`, `3 ${WINTER} withdrawn`];
    expect(await flags(shopId)).toEqual(gone);
    const { negative, clusters, really } = await counted(shopId);
    expect(negative).toBe(0);
    expect(clusters).toBe(really);
    const refund = { id: 1, order_id: 9_000_003, created_at: "2026-06-20T10:00:00Z" };
    const transactions = [{ kind: "refund", status: "success", amount: "1.00" }];
    await deliver(deps, at.shop.domain, {
      topic: "refunds/create",
      payload: { ...refund, transactions },
    });
    await processInbox(deps, shopId);
    await scoreOrders(deps, { shopId });
    expect(await flags(shopId)).toEqual(gone);
    await rescoreOrders(deps, shopId);
    expect(await flags(shopId)).toEqual(gone);
  });

  test("keep the flag for the code that another account of theirs used", async () => {
    const { at, shopId } = await openTwo();
    await scored(shopId, at, [
      ...[paul(1, "one", SUMMER), paul(2, "two", WINTER), paul(3, "three", SUMMER, WINTER)],
    ]);
    expect(await flags(shopId)).toEqual([`3 ${SUMMER} open`, `3 ${WINTER} open`]);
    for (const other of [2, 3]) await putApart(shopId, 1, other);
    await scoreOrders(deps, { shopId });
    expect(await flags(shopId)).toEqual([`3 ${SUMMER} withdrawn`, `3 ${WINTER} open`]);
  });

  test("keep a flag of one limit that the order's own other code and an earlier one exceed", async () => {
    const { at, shopId } = await openTwo(2);
    await scored(shopId, at, [
      ...[paul(1, "one"), paul(2, "two", SUMMER), paul(3, "three", SUMMER, WINTER)],
    ]);
    expect(await flags(shopId)).toEqual([`3 ${WINTER} open`]);
    for (const other of [2, 3]) await putApart(shopId, 1, other);
    await scoreOrders(deps, { shopId });
    expect(await flags(shopId)).toEqual([`3 ${WINTER} open`]);
  });
});
