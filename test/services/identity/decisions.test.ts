import { beforeEach, expect, test } from "vitest";

import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { forgetOldOrders } from "#app/services/identity/forget-old-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { openShop, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
/** A shop that has seen others, so that shares mean something. */
const others = someOrders(11, 60);
let shops = 0;
let at: TestShop;
let shopId: number;

const address = (zip: string) => ({
  ...{ first_name: "Paul", last_name: "Whitworth", address1: "12 Quarry Lane", city: "Leeds" },
  ...{ zip, country_code: "GB" },
});
const paul = (id: number, email: string, change: object = {}) => ({
  ...{ id, name: `#${id}`, email, currency: "EUR", total_price: "30.00", financial_status: "paid" },
  ...{ created_at: `2026-06-0${id % 10}T10:00:00Z`, updated_at: `2026-06-0${id % 10}T10:00:00Z` },
  ...{ browser_ip: "203.0.113.9", customer: { id: 7_000_000_000 + id } },
  payment_details: { credit_card_bin: "437551", credit_card_number: "•••• 4821" },
  discount_codes: [{ code: "SUMMER26_10OFF", amount: "5.00" }],
  shipping_address: address("LS9 9ZZ"),
  billing_address: address("LS9 9ZZ"),
  ...change,
});
const FIRST = paul(9_000_001, "p.whitworth@example.com");
const AGAIN = paul(9_000_003, "thirsty@example.org");

beforeEach(async () => {
  ({ at } = await openShop(deps, `decisions-${(shops += 1)}`));
  shopId = at.shop.id;
  await tell(deps, at, [...others, FIRST, AGAIN]);
  await scoreOrders(deps, { shopId });
});

const flags = async () =>
  (
    await pool.query<{ id: string; state: string }>(
      "SELECT order_id::text AS id, state FROM flag WHERE shop_id = $1 AND order_id > 9000000 AND order_id < 9999999 ORDER BY 1",
      [shopId],
    )
  ).rows;
const clusterOf = async (orderId: number) =>
  (
    await pool.query<{ cluster: string }>(
      "SELECT cluster_id::text AS cluster FROM identity_order WHERE shop_id = $1 AND order_id = $2",
      [shopId, orderId],
    )
  ).rows[0]?.cluster;
const areTogether = async (one: number, other: number) =>
  (await clusterOf(one)) === (await clusterOf(other));

/** As a decision on a case does. */
const putApart = () =>
  pool.query(
    `UPDATE person_link l SET decided = 'apart', decided_by = 'Ada', decided_at = $2 FROM shop_order a, shop_order b
     WHERE l.shop_id = $1 AND a.shop_id = $1 AND a.id = 9000001 AND b.shop_id = $1 AND b.id = 9000003
       AND l.low_id = LEAST(a.person_id, b.person_id) AND l.high_id = GREATEST(a.person_id, b.person_id)`,
    [shopId, deps.now()],
  );

test("one person under two accounts is linked by what the orders share, and flagged", async () => {
  expect(await areTogether(9_000_001, 9_000_003)).toBe(true);
  expect(await flags()).toEqual([{ id: "9000003", state: "open" }]);
  const { rows } = await pool.query<{ reasons: { field: string; bits: number }[] }>(
    'SELECT reasons FROM person_link WHERE shop_id = $1 AND reasons @> \'[{"orderId": "9000003"}]\'',
    [shopId],
  );
  expect(rows[0]?.reasons.filter(({ bits }) => bits > 1).map(({ field }) => field)).toContain(
    "card",
  );
});

test("who is put apart is so in the index, with no flag left, and stays apart whatever comes", async () => {
  expect((await putApart()).rowCount).toBe(1);
  await scoreOrders(deps, { shopId });
  expect(await areTogether(9_000_001, 9_000_003)).toBe(false);
  expect(await flags()).toEqual([{ id: "9000003", state: "withdrawn" }]);
  await tell(deps, at, [
    paul(9_000_005, "thirsty@example.org", { customer: { id: 7_009_000_003 } }),
  ]);
  await scoreOrders(deps, { shopId });
  expect(await areTogether(9_000_005, 9_000_003)).toBe(true);
  expect(await areTogether(9_000_001, 9_000_003)).toBe(false);
  await rescoreOrders(deps, shopId);
  expect(await areTogether(9_000_005, 9_000_003)).toBe(true);
  expect(await areTogether(9_000_001, 9_000_003)).toBe(false);
});

test("a flag goes when the use it rests on is given back", async () => {
  const cancelled = {
    ...FIRST,
    ...{ cancelled_at: "2026-06-04T10:00:00Z", updated_at: "2026-06-04T10:00:00Z" },
  };
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload: cancelled });
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
  expect(await flags()).toEqual([{ id: "9000003", state: "withdrawn" }]);
});

test("erasing a customer leaves nothing of theirs to compare with, nor a link to them", async () => {
  const rows = async (text: string) => (await pool.query(text, [shopId])).rowCount;
  const values = "SELECT FROM identity_value WHERE shop_id = $1";
  const before = await rows(values);
  await deliver(deps, at.shop.domain, {
    topic: "customers/redact",
    payload: {
      customer: { id: 7_009_000_003, email: "thirsty@example.org" },
      orders_to_redact: [],
    },
  });
  await processInbox(deps, shopId);
  expect(await rows("SELECT FROM identity_order WHERE shop_id = $1 AND order_id = 9000003")).toBe(
    0,
  );
  expect(
    await rows("SELECT FROM identity_value WHERE shop_id = $1 AND 9000003 = ANY (newest)"),
  ).toBe(0);
  const linked =
    "SELECT FROM person_link l JOIN shop_order o ON o.shop_id = l.shop_id AND o.person_id IN (l.low_id, l.high_id) WHERE l.shop_id = $1 AND o.id = 9000003";
  expect(await rows(linked)).toBe(0);
  expect(await rows(values)).toBeLessThan(before ?? 0);
  // What is left goes on as if they had never been there.
  await tell(deps, at, [paul(9_000_005, "third@example.net")]);
  await scoreOrders(deps, { shopId });
  expect(await areTogether(9_000_001, 9_000_005)).toBe(true);
});

test("what is too old to be compared is forgotten", async () => {
  const { now } = deps.clock;
  deps.clock.now = new Date("2028-06-01T12:00:00Z");
  await forgetOldOrders(deps);
  deps.clock.now = now;
  const { rows } = await pool.query<{ id: string }>(
    "SELECT order_id::text AS id FROM identity_order WHERE shop_id = $1 ORDER BY 1",
    [shopId],
  );
  expect(rows).toEqual([{ id: "9000003" }]);
});
