import { beforeEach, expect, test } from "vitest";

import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { readLeak } from "#app/services/insight/read-leaks.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { pool } = deps.database;
const HOUR_MS = 3_600_000;
let shops = 0;
let at: TestShop;
let shopId: number;
let campaignId: string;

beforeEach(async () => {
  at = await addShop(deps, `private-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  campaignId = await addCampaign(deps, at, { perCustomer: "", isPrivate: "on" });
});

let told = 0;
let next = 0;

/** Each customer comes by way of a site, or from nowhere in particular, one an hour. */
const came = async (...sites: (string | null)[]) =>
  visited(
    ...sites.map((site) => ({
      referring_site: site && `https://www.${site}/deal?for=came@example.com`,
    })),
  );
const visited = async (...visits: Record<string, unknown>[]) => {
  for (const visit of visits) {
    const moment = new Date(Date.UTC(2026, 5, 1, 0) + (told += 1) * HOUR_MS).toISOString();
    const payload = orderBody(1_000 + told, {
      ...{ created_at: moment, updated_at: moment, customer: { id: 500 + (next += 1) } },
      ...{ email: `came${next}@example.com`, phone: null },
      ...visit,
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
};
const ID = "0.SUMMER26_10OFF";
const leak = async () => readLeak(deps, at.as("viewer"), { id: ID, cursor: null });

test("coupon sites in a row ring it, and the page says which", async () => {
  await came("coupons.de", null, null, null, null, null, null, "example.com", "mail.google.com");
  expect(await leak()).toMatchObject({ refusal: { kind: "not_found" } });
  await came("hotukdeals.com", "example.com", "coupons.de", "coupons.de", "hotukdeals.com", null);
  await came("coupons.de");
  const before = valueOf(await leak());
  expect(before.leak).toMatchObject({ orders: 5, campaign: { id: campaignId, isPrivate: true } });
  expect(before.sites).toEqual([
    { site: "coupons.de", orders: 3 },
    { site: "hotukdeals.com", orders: 2 },
  ]);
  expect(before.lines.map(({ couponSite }) => couponSite)).toEqual([
    ...["coupons.de", "hotukdeals.com", "coupons.de", "coupons.de", "hotukdeals.com"],
  ]);
  const { rowCount } = await pool.query("SELECT FROM flag WHERE shop_id = $1", [shopId]);
  expect(rowCount).toBe(0);
  await rescoreOrders(deps, shopId);
  expect(valueOf(await leak())).toEqual(before);
});

test("whoever comes from elsewhere rings nothing", async () => {
  await came(...Array.from({ length: 12 }, (_, n) => (n % 2 ? null : "example.com")));
  expect(await leak()).toMatchObject({ refusal: { kind: "not_found" } });
});

test("the first page's address may name the site, if the shop did not send it itself", async () => {
  const landing = (query: string) => ({ referring_site: "", landing_site: `/?${query}` });
  const own = landing("utm_source=coupon-mailing&utm_medium=email");
  await visited(own, own, landing("utm_source=coupons"), own, landing("q=coupons.de"));
  const paid = landing("utm_source=TopCashback&utm_medium=cashback");
  await visited(paid, paid, paid, paid);
  expect(await leak()).toMatchObject({ refusal: { kind: "not_found" } });
  const site = landing("utm_source=RetailMeNot_uk&utm_medium=affiliate");
  const portal = landing("utm_source=voucherhub&utm_medium=affiliate");
  await visited(site, portal, site, site);
  expect(valueOf(await leak()).sites).toEqual([
    { site: "retailmenot", orders: 3 },
    { site: "voucherhub", orders: 1 },
  ]);
});

test("orders that are cancelled count on, and those of which nothing is known any more do not", async () => {
  await came("coupons.de", "coupons.de", "coupons.de", "coupons.de");
  deps.clock.now = new Date(Date.UTC(2026, 5, 1) + (told + 0.5) * HOUR_MS);
  const cancelled = new Date(deps.now()).toISOString();
  const payload = orderBody(1_000 + told, {
    ...{ created_at: new Date(Date.UTC(2026, 5, 1) + told * HOUR_MS).toISOString() },
    ...{ updated_at: cancelled, cancelled_at: cancelled, financial_status: "voided" },
  });
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
  await processInbox(deps, shopId);
  const { rows } = await pool.query<{ taken: number }>(
    "SELECT sum(reversals)::int AS taken FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NOT NULL",
    [shopId],
  );
  expect(rows).toEqual([{ taken: 1 }]);
  expect(valueOf(await leak()).leak.orders).toBe(4);
  const atHome = async () =>
    valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 })).attention;
  expect(await atHome()).toContainEqual(expect.objectContaining({ kind: "leak", orders: 4 }));
  await pool.query("DELETE FROM identity_order WHERE shop_id = $1", [shopId]);
  expect(valueOf(await leak())).toMatchObject({ leak: { orders: 0 }, sites: [], lines: [] });
  expect((await atHome()).filter(({ kind }) => kind === "leak")).toEqual([]);
});

test("of those flagged for something else it is told", async () => {
  await pool.query(
    `UPDATE campaign SET limits = '[{"perCustomer":1,"window":"lifetime","counter":"campaign"}]' WHERE shop_id = $1`,
    [shopId],
  );
  await came("coupons.de");
  next -= 1;
  await came("coupons.de");
  const { rows } = await pool.query<{ kind: string; names: string[] }>(
    `SELECT kind, ARRAY(SELECT s ->> 'name' FROM jsonb_array_elements(signals) s) AS names
     FROM flag WHERE shop_id = $1 AND state = 'open' AND signals <> '[]'`,
    [shopId],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { names } of rows) expect(names).toContain("coupon_site");
});
