import { beforeEach, expect, test } from "vitest";

import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { openShop, outcome, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);
let shops = 0;
let at: TestShop;
let shopId: number;

/** Mia and Paul live together, and have nothing else in common. */
const at12 = (first: string) => ({
  ...{ first_name: first, last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip: "LS9 9ZZ", country_code: "GB" },
});
const ORDERS = {
  mia: { first: "Mia", email: "mia.w@example.com", card: "437551", last4: "4821", agent: "one" },
  paul: { first: "Paul", email: "pw81@example.org", card: "512345", last4: "1177", agent: "two" },
};
const order = (who: keyof typeof ORDERS, day: number, code = "SUMMER26_10OFF") => {
  const { first, email, card, last4, agent } = ORDERS[who];
  const moment = `2026-06-${String(day).padStart(2, "0")}T10:00:00Z`;
  return {
    ...{ id: 9_000_000 + day, name: `#${day}`, email, currency: "EUR", total_price: "30.00" },
    ...{ financial_status: "paid", created_at: moment, updated_at: moment },
    customer: { id: who === "mia" ? 7_000_000_001 : 7_000_000_002 },
    client_details: { user_agent: `browser ${agent}`, browser_ip: `203.0.${card.slice(0, 2)}.9` },
    payment_details: { credit_card_bin: card, credit_card_number: `•••• ${last4}` },
    discount_codes: code === "" ? [] : [{ code, amount: "5.00" }],
    ...{ shipping_address: at12(first), billing_address: at12(first) },
  };
};

beforeEach(async () => {
  ({ at } = await openShop(deps, `together-${(shops += 1)}`));
  shopId = at.shop.id;
  await tell(deps, at, [...others, order("mia", 1), order("paul", 2, "")]);
  await scoreOrders(deps, { shopId });
});

const flags = async () =>
  (
    await pool.query<{ id: string; state: string; orders: string[] }>(
      `SELECT order_id::text AS id, state, ARRAY(
         SELECT e ->> 'orderId' FROM jsonb_array_elements(evidence -> 'orders') e) AS orders
       FROM flag WHERE shop_id = $1 AND order_id > 9000000 AND order_id < 9999999 ORDER BY 1`,
      [shopId],
    )
  ).rows;

/** As a decision on a case says it, or takes it back. */
const say = (word: "apart" | "together" | null, link: { low: string; high: string }) =>
  pool.query(
    `UPDATE person_link SET decided = $4, decided_by = 'Ada', decided_at = $5
     WHERE shop_id = $1 AND low_id = $2 AND high_id = $3`,
    [shopId, link.low, link.high, word, deps.now()],
  );

async function theirLink() {
  const { rows } = await pool.query<{ low: string; high: string; relation: string }>(
    `SELECT l.low_id::text AS low, l.high_id::text AS high, l.relation
     FROM person_link l, shop_order a, shop_order b
     WHERE l.shop_id = $1 AND a.shop_id = $1 AND a.id = 9000001 AND b.shop_id = $1 AND b.id = 9000002
       AND l.low_id = LEAST(a.person_id, b.person_id) AND l.high_id = GREATEST(a.person_id, b.person_id)`,
    [shopId],
  );
  const [link] = rows;
  if (!link) throw new Error("They were to be linked.");
  return link;
}

const FOR_MIAS = { id: "9000005", orders: ["9000001", "9000005"] };

test("who lives together is two people until staff say otherwise; then each counts the other's uses", async () => {
  const link = await theirLink();
  expect(link.relation).toBe("household");
  await tell(deps, at, [order("paul", 5)]);
  await scoreOrders(deps, { shopId });
  expect(await flags()).toEqual([]);
  await say("together", link);
  await tell(deps, at, [order("mia", 7), order("paul", 8)]);
  await scoreOrders(deps, { shopId });
  const open = (await flags()).filter(({ state }) => state === "open").map(({ id }) => id);
  expect(open).toEqual(["9000007", "9000008"]);
});

test("it holds at once and whatever is scored anew, and leaves what was when it is taken back", async () => {
  const link = await theirLink();
  const before = await outcome(deps, shopId);
  await say("together", link);
  await scoreOrders(deps, { shopId });
  await say(null, link);
  await scoreOrders(deps, { shopId });
  expect(await outcome(deps, shopId)).toEqual(before);

  await say("together", link);
  await tell(deps, at, [order("paul", 5)]);
  await scoreOrders(deps, { shopId });
  expect(await flags()).toEqual([{ ...FOR_MIAS, state: "open" }]);
  for (let times = 0; times < 2; times++) {
    await rescoreOrders(deps, shopId);
    expect(await flags()).toEqual([{ ...FOR_MIAS, state: "open" }]);
  }
  await say(null, link);
  await scoreOrders(deps, { shopId });
  expect(await flags()).toEqual([{ ...FOR_MIAS, state: "withdrawn" }]);

  // What is told of the order later does not bring it back.
  const refund = { id: 1, order_id: 9_000_005, created_at: "2026-06-20T10:00:00Z" };
  const transactions = [{ kind: "refund", status: "success", amount: "30.00" }];
  await deliver(deps, at.shop.domain, {
    topic: "refunds/create",
    payload: { ...refund, transactions },
  });
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
  expect((await flags()).filter(({ state }) => state === "open")).toEqual([]);
  await rescoreOrders(deps, shopId);
  expect((await flags()).filter(({ state }) => state === "open")).toEqual([]);
});

test("the last word wins", async () => {
  const link = await theirLink();
  for (const word of ["together", "apart", "together", "apart"] as const) {
    await say(word, link);
    await scoreOrders(deps, { shopId });
  }
  await tell(deps, at, [order("paul", 5)]);
  await scoreOrders(deps, { shopId });
  expect(await flags()).toEqual([]);
});
