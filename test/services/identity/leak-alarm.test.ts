import { beforeEach, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { pool } = deps.database;
let shops = 0;
let at: TestShop;
let shopId: number;
let campaignId: string;

/** A code that was issued to customers 1 to 9, and to nobody else. */
beforeEach(async () => {
  at = await addShop(deps, `leak-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  campaignId = await addCampaign(deps, at, { perCustomer: "", issuedOnly: "on" });
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((customer) =>
    identityHashes(at.shop, { customerId: String(customer), email: null, phone: null }).map(
      (who) => ({
        ...{ campaignId, codeKey: null, who, customerId: String(customer), channel: "mail" },
        at: deps.now(),
      }),
    ),
  );
  await inTransaction(pool, async (client) => {
    await lockPeople(client, shopId);
    await recordIssuance(client, at.shop, rows, { now: deps.now(), newId: deps.newId });
  });
});

/** Each customer orders with the code, one an hour; who is 10 or more is a stranger to it. */
let told = 0;
async function orders(...customers: number[]): Promise<void> {
  for (const customer of customers) {
    const moment = new Date(Date.UTC(2026, 5, 1, 0) + (told += 1) * 3_600_000).toISOString();
    const payload = orderBody(1_000 + told, {
      ...{ created_at: moment, updated_at: moment, customer: { id: customer } },
      ...{ email: `who${customer}@example.com`, referring_site: "https://www.example.com/" },
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
}

/** Of each flagged order, by its customer, whether its signals say that the alarm rings; and its score. */
async function strangers() {
  const { rows } = await pool.query<{ who: number; leaking: number | null; score: number }>(
    `SELECT o.customer_id::int AS who, f.score, (
       SELECT (s -> 'evidence' -> 'numbers' ->> 'leaking')::int FROM jsonb_array_elements(f.signals) s
       WHERE s ->> 'name' = 'leaked_code') AS leaking
     FROM flag f JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
     WHERE f.shop_id = $1 AND f.state = 'open' ORDER BY o.placed_at`,
    [shopId],
  );
  return rows;
}
const heard = async () => (await strangers()).map(({ who, leaking }) => `${who}:${leaking}`);

test("one stranger among many makes no alarm", async () => {
  await orders(1, 10, 2, 3, 4, 5, 6, 7, 11);
  expect(await heard()).toEqual(["10:0", "11:0"]);
});

test("strangers in a row ring it: for them, for those it rests on, and for those who come after", async () => {
  await orders(10, 1, 2, 3, 4, 5, 6, 7);
  await orders(11, 12);
  expect(await heard()).toEqual(["10:0", "11:0", "12:0"]);
  const before = await strangers();
  await orders(13);
  // What came long before is not of it.
  expect(await heard()).toEqual(["10:0", "11:1", "12:1", "13:1"]);
  await orders(1, 14, 2);
  expect(await heard()).toEqual(["10:0", "11:1", "12:1", "13:1", "14:1"]);
  const after = await strangers();
  expect(after[0]?.score).toBe(before[0]?.score);
  expect(after[1]?.score).toBeGreaterThan(before[1]?.score ?? 1);
  await rescoreOrders(deps, shopId);
  expect(await strangers()).toEqual(after);
});

test("comes to the same whether strangers are scored one by one or all at once, and once each", async () => {
  await orders(11, 12, 13, 14);
  const atOnce = await heard();
  expect(atOnce).toEqual(["11:1", "12:1", "13:1", "14:1"]);
  await scoreOrders(deps, { shopId });
  const alarm = async () =>
    (await pool.query<object>("SELECT * FROM leak_alarm WHERE shop_id = $1", [shopId])).rows;
  const first = await alarm();
  expect(first).toMatchObject([{ orders: 4 }]);
  await pool.query("UPDATE identity_order SET rejudge = true WHERE shop_id = $1", [shopId]);
  await scoreOrders(deps, { shopId });
  await rescoreOrders(deps, shopId);
  expect(await alarm()).toEqual(first);
  expect(await heard()).toEqual(atOnce);
});

test("says nothing of a code for everybody", async () => {
  await pool.query("UPDATE campaign SET issued_only = false WHERE shop_id = $1", [shopId]);
  await orders(11, 12, 13, 14);
  expect(await heard()).toEqual([]);
});
