import { beforeEach, describe, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { readLeak } from "#app/services/insight/read-leaks.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { setLeakEnded } from "#app/services/insight/set-leak-ended.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";

/*
 * Whom a code is for is changed: its leak alarm begins anew with what is ordered from then on, and comes to the same when
 * all orders are scored anew.
 */
const deps = await testDeps();
const { pool, prisma } = deps.database;
const ID = "0.SUMMER26_10OFF";
const FOR_ALL = { perCustomer: "" };
const PRIVATE = { ...FOR_ALL, isPrivate: "on" };
const ISSUED = { ...FOR_ALL, issuedOnly: "on" };
const SITE = "hotukdeals.com";
let shops = 0;
let told = 0;
let at: TestShop;
let shopId: number;
let campaignId: string;

/** A campaign that nothing was ordered with yet. */
async function openCampaign(form: Partial<CampaignForm>): Promise<void> {
  at = await addShop(deps, `watched-${(shops += 1)}.myshopify.com`);
  shopId = at.shop.id;
  campaignId = await addCampaign(deps, at, form);
}

/** Somebody new orders with the code by way of each site, or of none: one an hour. Then it is half an hour later. */
async function came(...sites: (string | null)[]): Promise<void> {
  for (const site of sites) {
    const moment = new Date(Date.UTC(2026, 5, 1) + (told += 1) * 3_600_000).toISOString();
    const payload = orderBody(1_000 + told, {
      ...{ created_at: moment, updated_at: moment, customer: { id: 500 + told } },
      ...{ email: `came${told}@example.com`, referring_site: site && `https://www.${site}/` },
    });
    await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
  }
  deps.clock.now = new Date(Date.UTC(2026, 5, 1) + (told + 0.5) * 3_600_000);
  await processInbox(deps, shopId);
  await scoreOrders(deps, { shopId });
}

async function changeTo(form: Partial<CampaignForm>): Promise<string[]> {
  await deps.takeJobs();
  valueOf(await changeCampaign(deps, at.as("editor"), campaignId, formFor(at, form)));
  const jobs = (await deps.takeJobs()).map(({ name }) => name);
  await scoreOrders(deps, { shopId });
  return jobs;
}

const leak = async () => readLeak(deps, at.as("viewer"), { id: ID, cursor: null });
const home = async () => valueOf(await readDashboard(deps, at.as("viewer"), { days: 7 }));
const kept = async () =>
  (await pool.query<object>("SELECT * FROM leak_alarm WHERE shop_id = $1", [shopId])).rows;

/** What of alarms there is to see, as it is and after all orders were scored anew. */
async function seen() {
  const { attention, endedLeaks } = await home();
  const days = { from: "", to: "", days: "7" };
  const report = valueOf(await readReport(deps, at.as("viewer"), campaignId, days));
  const page = await leak();
  return {
    home: attention.filter(({ kind }) => kind === "leak").length + endedLeaks.length,
    report: report.leaks.length,
    page: page.ok ? page.value : null,
    kept: await kept(),
  };
}

async function seenTwice() {
  const before = await seen();
  await rescoreOrders(deps, shopId);
  expect(await seen()).toEqual(before);
  return before;
}

const NOTHING = { home: 0, report: 0, page: null, kept: [] };

/** Of each flagged order whether its signals say that the alarm rings. */
async function leaking(): Promise<(number | null)[]> {
  const { rows } = await pool.query<{ leaking: number | null }>(
    `SELECT (SELECT (s -> 'evidence' -> 'numbers' ->> 'leaking')::int FROM jsonb_array_elements(f.signals) s
       WHERE s ->> 'name' = 'leaked_code') AS leaking
     FROM flag f JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
     WHERE f.shop_id = $1 AND f.state = 'open' ORDER BY o.placed_at`,
    [shopId],
  );
  return rows.map((row) => row.leaking);
}

describe("a private code whose alarm rings", () => {
  beforeEach(async () => {
    await openCampaign(PRIVATE);
    await came(SITE, SITE, SITE, SITE);
    expect((await seen()).page?.leak).toMatchObject({ orders: 4, campaign: { isPrivate: true } });
  });

  test("goes on ringing when something else is changed", async () => {
    const before = await seenTwice();
    await changeTo({ ...PRIVATE, totalCap: "5000" });
    expect(await seenTwice()).toEqual(before);
    const { watchedSince } = await prisma.campaign.findFirstOrThrow({ where: { shopId } });
    expect(watchedSince).toBeNull();
  });

  test("rings no more once it is for everybody, and is not watched", async () => {
    await changeTo(FOR_ALL);
    expect(await seenTwice()).toEqual(NOTHING);
    await came(SITE, SITE, SITE, SITE, SITE);
    expect(await seenTwice()).toEqual(NOTHING);
  });

  test("rings no more once it is for a list of people, and then by strangers alone", async () => {
    await changeTo(ISSUED);
    expect(await seenTwice()).toEqual(NOTHING);
    await came(null, null);
    expect(await seenTwice()).toMatchObject({ home: 0, page: null });
    await came(null);
    const { page, ...shown } = await seenTwice();
    expect(shown).toMatchObject({ home: 1, report: 1 });
    expect(page).toMatchObject({ leak: { orders: 3, campaign: { isPrivate: false } }, sites: [] });
    expect(await leaking()).toEqual([1, 1, 1]);
  });

  test("that was ended before is told nowhere, and not brought back", async () => {
    valueOf(await setLeakEnded(deps, at.as("editor"), { id: ID, isEnded: true }));
    await came(SITE);
    expect(await kept()).toHaveLength(2);
    await changeTo(FOR_ALL);
    const { kept: left, ...shown } = await seenTwice();
    expect(shown).toEqual({ home: 0, report: 0, page: null });
    expect(left).toHaveLength(1);
    const back = await setLeakEnded(deps, at.as("editor"), { id: ID, isEnded: false });
    expect(back).toMatchObject({ refusal: { kind: "not_found" } });
  });
});

test("a code that becomes private is watched from then on", async () => {
  await openCampaign(FOR_ALL);
  await came(SITE, SITE, SITE, SITE, SITE);
  expect(await seenTwice()).toEqual(NOTHING);
  expect(await changeTo(PRIVATE)).not.toContain("score-orders");
  expect(await seenTwice()).toEqual(NOTHING);
  await came(SITE, SITE, SITE);
  expect(await seenTwice()).toMatchObject({ home: 0, page: null });
  await came(SITE);
  const { page } = await seenTwice();
  expect(page).toMatchObject({ leak: { orders: 4 }, sites: [{ site: SITE, orders: 4 }] });
});

test("what was gathered before an alarm rang is dropped, too", async () => {
  await openCampaign(PRIVATE);
  await came(SITE, SITE, SITE);
  expect(await kept()).toHaveLength(1);
  await changeTo(FOR_ALL);
  expect(await kept()).toEqual([]);
  await changeTo(PRIVATE);
  await came(SITE);
  expect(await seenTwice()).toMatchObject({ home: 0, page: null, kept: [{ orders: 1 }] });
});

test("an alarm of another campaign's code rings on", async () => {
  await openCampaign(PRIVATE);
  await came(SITE, SITE, SITE, SITE);
  const other = await addCampaign(deps, at, { ...PRIVATE, name: "WINTER26_10OFF" });
  const form = formFor(at, { ...FOR_ALL, name: "WINTER26_10OFF" });
  valueOf(await changeCampaign(deps, at.as("editor"), other, form));
  expect(await seenTwice()).toMatchObject({ home: 1, page: { leak: { orders: 4 } } });
});

test("strangers that were weighed with an alarm are weighed without it once the code is for others", async () => {
  await openCampaign(ISSUED);
  await came(null, null, null);
  expect(await leaking()).toEqual([1, 1, 1]);
  expect(await changeTo(PRIVATE)).toContain("score-orders");
  expect(await leaking()).toEqual([0, 0, 0]);
  expect(await seenTwice()).toEqual(NOTHING);
  expect(await leaking()).toEqual([0, 0, 0]);
});
