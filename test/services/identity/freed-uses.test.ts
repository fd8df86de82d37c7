import { expect, test } from "vitest";

import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { openShop, someOrders, tell } from "./fixtures.ts";
import { paul } from "./paul.ts";

const deps = await testDeps();
const { pool } = deps.database;
const CODE = "SUMMER26_10OFF";
/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);
let shops = 0;

type Came = { topic: string; payload: object };

const refund = (order: number, when: string, amount = "30.00"): Came => ({
  topic: "refunds/create",
  payload: {
    ...{ id: order, order_id: 9_000_000 + order, created_at: `2026-06-${when}Z` },
    transactions: [{ kind: "refund", status: "success", amount }],
  },
});
const cancel = (order: number, account: string, when: string): Came => {
  const cancelled_at = `2026-06-${when}Z`;
  return {
    topic: "orders/cancelled",
    payload: { ...paul(order, account, CODE), cancelled_at, updated_at: cancelled_at },
  };
};

/** By accounts that are one by what they share, or by one account. */
const SCORED = ["over_limit", ["one", "two"]] as const;
const EXACT = ["overshoot", ["one", "one"]] as const;

const STAYS = ["3"];
const NONE: string[] = [];

/**
 * Orders of the 1st and the 3rd, by a code that is for once; what comes of them, and which of them are flagged then. The
 * scored and the exact rule agree, whether it is told before they are scored or after.
 */
test.each<[string, (accounts: readonly string[]) => Came, string[]]>([
  ["money paid back of the earlier one after the later one", () => refund(1, "05T10:00:00"), STAYS],
  ["money paid back of the earlier one before the later one", () => refund(1, "02T10:00:00"), NONE],
  ["money paid back of the later one", () => refund(3, "05T10:00:00"), STAYS],
  [
    "a part paid back of the earlier one, which frees no use",
    () => refund(1, "02T10:00:00", "9.00"),
    STAYS,
  ],
  ["the earlier one cancelled", ([one]) => cancel(1, one!, "05T10:00:00"), NONE],
  ["the later one cancelled", ([, two]) => cancel(3, two!, "05T10:00:00"), NONE],
])("%s", async (_, came, flagged) => {
  for (const [kind, accounts] of [SCORED, EXACT])
    for (const first of [true, false]) {
      const { at } = await openShop(deps, `freed-${(shops += 1)}`);
      const shopId = at.shop.id;
      const happens = async () => {
        await deliver(deps, at.shop.domain, came(accounts));
        await processInbox(deps, shopId);
      };
      if (kind === SCORED[0]) await tell(deps, at, others);
      await tell(deps, at, [paul(1, accounts[0], CODE), paul(3, accounts[1], CODE)]);
      if (first) await happens();
      else {
        await scoreOrders(deps, { shopId });
        expect(await openFlags(shopId, kind)).toEqual(STAYS);
        await happens();
      }
      await scoreOrders(deps, { shopId });
      expect(await openFlags(shopId, kind)).toEqual(flagged);
      await rescoreOrders(deps, shopId);
      expect(await openFlags(shopId, kind)).toEqual(flagged);
    }
});

test("where a cancellation frees no use, one of an order that was cancelled stands, too", async () => {
  const { at, campaignId } = await openShop(deps, "freed-not");
  const shopId = at.shop.id;
  await pool.query("UPDATE campaign SET frees_on_cancel = false WHERE shop_id = $1 AND id = $2", [
    ...[shopId, campaignId],
  ]);
  await tell(deps, at, [...others, paul(1, "one", CODE), paul(3, "two", CODE)]);
  await deliver(deps, at.shop.domain, cancel(1, "one", "05T10:00:00"));
  await deliver(deps, at.shop.domain, refund(1, "05T10:00:00"));
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
  expect(await openFlags(shopId, "over_limit")).toEqual(STAYS);
});

test("a chargeback of a use that is beyond no limit, since the earlier one was freed, is flagged as that", async () => {
  for (const first of [true, false]) {
    const { at } = await openShop(deps, `freed-called-back-${first}`);
    const shopId = at.shop.id;
    await tell(deps, at, [...others, paul(1, "one", CODE), paul(3, "two", CODE)]);
    if (!first) await scoreOrders(deps, { shopId });
    await deliver(deps, at.shop.domain, cancel(1, "one", "02T10:00:00"));
    await deliver(deps, at.shop.domain, {
      topic: "disputes/create",
      payload: {
        ...{ id: 5, order_id: 9_000_003, type: "chargeback", status: "needs_response" },
        ...{ initiated_at: "2026-06-20T10:00:00Z", amount: "30.00", currency: "EUR" },
      },
    });
    await processInbox(deps, shopId);
    await scoreOrders(deps, { shopId });
    expect(await openFlags(shopId, "over_limit")).toEqual(NONE);
    expect(await openFlags(shopId, "chargeback")).toEqual(STAYS);
    const { rows } = await pool.query<{ signals: { name: string }[]; score: number }>(
      "SELECT signals, score FROM flag WHERE shop_id = $1 AND kind = 'chargeback'",
      [shopId],
    );
    // By itself alone: what says that a limit was exceeded is not counted with it.
    expect(rows[0]?.signals.map(({ name }) => name)).not.toContain("over_limit");
    expect(rows[0]?.score).toBeLessThan(0.9);
    await rescoreOrders(deps, shopId);
    expect(await openFlags(shopId, "chargeback")).toEqual(STAYS);
  }
});

test("what staff gave back was no use", async () => {
  const { at } = await openShop(deps, "freed-by-staff");
  const shopId = at.shop.id;
  await tell(deps, at, [...others, paul(1, "one", CODE), paul(3, "two", CODE)]);
  await scoreOrders(deps, { shopId });
  expect(await openFlags(shopId, "over_limit")).toEqual(STAYS);
  await pool.query(
    "INSERT INTO freed_use (shop_id, order_id, code_key, freed_at, case_id) VALUES ($1, 9000001, $2, $3, $4)",
    [shopId, CODE, "2026-06-06T10:00:00Z", deps.newId()],
  );
  await tell(deps, at, [{ ...paul(1, "one", CODE), updated_at: "2026-06-06T11:00:00Z" }]);
  await scoreOrders(deps, { shopId });
  expect(await openFlags(shopId, "over_limit")).toEqual(NONE);
});

/** Which of the days of Paul's orders are flagged. */
async function openFlags(shopId: number, kind: string): Promise<string[]> {
  const { rows } = await pool.query<{ day: string }>(
    `SELECT (order_id - 9000000)::text AS day FROM flag
     WHERE shop_id = $1 AND kind = $2 AND state = 'open' AND order_id > 9000000 ORDER BY 1`,
    [shopId, kind],
  );
  return rows.map(({ day }) => day);
}
