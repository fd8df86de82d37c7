import { beforeEach, describe, expect, test } from "vitest";

import { desiredTerms } from "#app/services/sync/desired-terms.server.ts";
import { budgetBurn } from "#app/services/campaign/budget-burn.server.ts";
import { composeStandings } from "#app/services/standing/compose-standings.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { addUniqueCampaign, codesOf, makeAll } from "#test/services/code/unique-campaign.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, type TestShop } from "#test/support/test-shop.ts";
import * as races from "./races.ts";
import type { OutsideRace } from "./races.ts";

/* Races of caps on a real database: several connections deliver and count at once. An order takes 5 euros off. */
const deps = await testDeps({ connections: 12 });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `cap-race-${(shops += 1)}.myshopify.com`);
  await deps.takeJobs();
});

const of = ({ repository, thread, says, ours }: OutsideRace) =>
  `${repository}, ${thread}: ${says}. Here: ${ours}`;

const WORKERS = 4;
async function workOff(): Promise<void> {
  const waiting = () => prisma.inboxMessage.count({ where: { shopId: at.shop.id, state: "new" } });
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let tries = 0; tries < 200 && (await waiting()) > 0; tries += 1)
        await processInbox(deps, at.shop.id);
    }),
  );
}

const tell = (id: number, change: Record<string, unknown> = {}, topic = "orders/create") =>
  deliver(deps, at.shop.domain, { topic, payload: orderBody(id, change) });
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const campaign = (id: string) =>
  prisma.campaign.findUniqueOrThrow({ where: { shopId_id: { shopId: at.shop.id, id } } });
const standing = async (id: string) => {
  const { wanted, capReached } = await campaign(id);
  const pauses = await prisma.auditEvent.count({
    where: { shopId: at.shop.id, subjectId: id, action: "campaign.cap_reached" },
  });
  const burn = await budgetBurn(prisma, await campaign(id));
  return { wanted, capReached, pauses, ...burn };
};
const OPEN = { perCustomer: "" };

describe("races of others for a cap", () => {
  test(of(races.capPayments), async () => {
    const id = await addCampaign(deps, at, { ...OPEN, spendCap: "20.00" });
    await Promise.all([...range(1, 8).map((order) => tell(order)), workOff()]);
    await workOff();
    const paused = { wanted: "paused", capReached: "spend", pauses: 1 };
    expect(await standing(id)).toEqual({ ...paused, spentMinor: 4_000, uses: 8 });
    const jobs = await deps.takeJobs();
    expect(jobs.filter(({ name }) => name === "sync-campaign").length).toBeGreaterThan(0);
  });

  test(of(races.capBudgets), async () => {
    const id = await addCampaign(deps, at, { ...OPEN, spendCap: "200.01" });
    await Promise.all([...range(1, 40).map((order) => tell(order)), workOff(), workOff()]);
    await workOff();
    // A cent below the cap: nothing was lost, nothing counted twice.
    const open = { wanted: "on", capReached: null, pauses: 0 };
    expect(await standing(id)).toEqual({ ...open, spentMinor: 20_000, uses: 40 });
    await tell(41);
    await workOff();
    expect(await standing(id)).toMatchObject({ wanted: "paused", pauses: 1, uses: 41 });
  });

  test(of(races.capReverts), async () => {
    const id = await addCampaign(deps, at, { ...OPEN, spendCap: "50.00" });
    await Promise.all(range(1, 8).map((order) => tell(order)));
    await workOff();
    const cancelled = { cancelled_at: "2026-06-10T12:00:00Z", updated_at: "2026-06-10T12:00:00Z" };
    await Promise.all([
      ...range(1, 6).map((order) => tell(order, cancelled, "orders/cancelled")),
      tell(9),
      workOff(),
    ]);
    await workOff();
    expect(await standing(id)).toMatchObject({ wanted: "on", spentMinor: 1_500, uses: 3 });
  });

  test(of(races.capTwoCustomers), async () => {
    const id = await addCampaign(deps, at, { ...OPEN, totalCap: "1" });
    await Promise.all([
      tell(1, { customer: { id: 7 }, email: "ada@example.com" }),
      tell(2, { customer: { id: 8 }, email: "ben@example.com" }),
      workOff(),
    ]);
    await workOff();
    expect(await standing(id)).toMatchObject({ wanted: "on", pauses: 0, uses: 2 });
    expect(desiredTerms({ ...(await campaign(id)), freed: 0 }).usageLimit).toBe(1);
  });

  test(of(races.capOneCheckout), async () => {
    const id = await addCampaign(deps, at, { ...OPEN, spendCap: "5.01" });
    const topics = ["orders/create", "orders/paid", "orders/updated"];
    const webhooks = [...topics, ...topics, ...topics];
    await Promise.all([...webhooks.map((topic) => tell(1, {}, topic)), workOff()]);
    await workOff();
    expect(await standing(id)).toMatchObject({ wanted: "on", spentMinor: 500, uses: 1 });
  });

  test(of(races.capTwoCodes), async () => {
    const id = await addUniqueCampaign(deps, at, "SUM26", { count: 3 });
    await prisma.campaign.update({
      where: { shopId_id: { shopId: at.shop.id, id } },
      data: { totalCap: 1 },
    });
    await makeAll(deps);
    const [one = "", other = ""] = await codesOf(deps, at.shop.id, id);
    const with_ = (code: string) => ({ discount_codes: [{ code, amount: "5.00" }] });
    await Promise.all([tell(1, with_(one)), tell(2, with_(other)), workOff()]);
    await workOff();
    const paused = { wanted: "paused", capReached: "uses", pauses: 1 };
    expect(await standing(id)).toMatchObject({ ...paused, uses: 2 });
  });
});

describe("the bound", () => {
  test("what goes beyond the cap was completed before the pause was written, or was under way then", async () => {
    const id = await addCampaign(deps, at, { ...OPEN, spendCap: "25.00" });
    const isOn = async () => (await campaign(id)).wanted === "on";
    const SHOPPERS = 4;
    const PATIENCE = 500;
    let order = 0;
    const shopper = async () => {
      while ((await isOn()) && order < PATIENCE) await tell((order += 1));
    };
    let isOver = false;
    const worker = async () => {
      while (!isOver) await processInbox(deps, at.shop.id);
    };
    const working = Promise.all([worker(), worker()]);
    await Promise.all(Array.from({ length: SHOPPERS }, shopper));
    isOver = true;
    await working;
    await workOff();
    // The pause ended it. Nobody went on after it, and nothing that went before is missing.
    expect(order).toBeLessThan(PATIENCE);
    const paused = { wanted: "paused", capReached: "spend", pauses: 1 };
    expect(await standing(id)).toEqual({ ...paused, spentMinor: order * 500, uses: order });
  });

  test("what goes beyond a cap per customer was completed before their standing said so, and is flagged", async () => {
    const id = await addCampaign(deps, at, { ...OPEN, customerCap: "12.00" });
    const REACHED_BY = 3;
    const account = { shopId: at.shop.id, customerId: 7n };
    const isRefused = async () => {
      const row = await prisma.standing.findFirst({ where: account });
      const asked = { customerId: "7", personId: String(row?.personId), memberships: [] };
      const standing = row && (await composeStandings(deps, at.shop, [asked])).get("7");
      return standing ? standing.uses.length > 0 : false;
    };
    const DEVICES = 3;
    const PATIENCE = 500;
    let order = 0;
    const device = async () => {
      while (!(await isRefused()) && order < PATIENCE) await tell((order += 1));
    };
    let isOver = false;
    const worker = async () => {
      while (!isOver) await processInbox(deps, at.shop.id);
    };
    const working = Promise.all([worker(), worker()]);
    await Promise.all(Array.from({ length: DEVICES }, device));
    isOver = true;
    await working;
    await workOff();
    expect(order).toBeLessThan(PATIENCE);
    // Nobody else is held up: the campaign goes on. All that went through counts, once.
    expect(await standing(id)).toMatchObject({
      wanted: "on",
      spentMinor: order * 500,
      uses: order,
    });
    const flags = await prisma.flag.findMany({
      where: { shopId: at.shop.id, kind: "overshoot", state: "open" },
    });
    expect(flags).toHaveLength(order - REACHED_BY);
    expect(await isRefused()).toBe(true);
    // A refund of all but two orders lets them use it again, and leaves nothing flagged.
    const cancelled = { cancelled_at: "2026-06-10T12:00:00Z", updated_at: "2026-06-10T12:00:00Z" };
    await Promise.all([
      ...range(3, order).map((each) => tell(each, cancelled, "orders/cancelled")),
      workOff(),
    ]);
    await workOff();
    expect(await isRefused()).toBe(false);
    expect(await prisma.flag.count({ where: { shopId: at.shop.id, state: "open" } })).toBe(0);
  });
});
