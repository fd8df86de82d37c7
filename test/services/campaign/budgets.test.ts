import { beforeEach, expect, test } from "vitest";

import { STOPPED } from "#app/domain/discount/terms.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { setWanted } from "#app/services/campaign/set-wanted.server.ts";
import { readAttention } from "#app/services/insight/read-attention.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { scheduleChange } from "#app/services/schedule/schedule-change.server.ts";
import { desiredTerms } from "#app/services/sync/desired-terms.server.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, formFor, valueOf, type TestShop } from "#test/support/test-shop.ts";

/* Each order costs 30 euros after a code took off 5. */
const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let id: string;

const TERMS = { perCustomer: "", spendCap: "10.00" };

beforeEach(async () => {
  at = await addShop(deps, `budget-${(shops += 1)}.myshopify.com`);
  id = await addCampaign(deps, at, TERMS);
  await deps.takeJobs();
});

async function tell(...orders: [number, Record<string, unknown>?][]): Promise<void> {
  for (const [order, change] of orders)
    await deliver(deps, at.shop.domain, {
      topic: "orders/updated",
      payload: orderBody(order, change),
    });
  await processInbox(deps, at.shop.id);
}

const LATER = { updated_at: "2026-06-11T10:00:00Z" };
const refunded = (amount: string) => ({
  ...LATER,
  financial_status: "partially_refunded",
  refunds: [
    {
      id: 1,
      created_at: "2026-06-11T10:00:00Z",
      transactions: [{ kind: "refund", status: "success", amount, currency: "EUR" }],
    },
  ],
});
const detail = async () => valueOf(await getCampaign(deps, at.as("viewer"), id));
const change = (form: Partial<CampaignForm>) =>
  changeCampaign(deps, at.as("editor"), id, formFor(at, { ...TERMS, ...form }));
const row = () =>
  prisma.campaign.findUniqueOrThrow({ where: { shopId_id: { shopId: at.shop.id, id } } });
const attention = async () =>
  (
    await readAttention(deps, at.as("admin"), at.shop, { openCases: 0, setAside: 0 })
  ).attention.filter(({ kind }) => kind === "cap_reached");

test("a cap that is reached pauses the campaign, in Shopify too, and says so everywhere", async () => {
  await tell([1]);
  expect((await detail()).budget).toMatchObject({ spentMinor: 500, reached: null });
  expect(await attention()).toEqual([]);
  await tell([2]);
  expect(await detail()).toMatchObject({
    wanted: "paused",
    budget: { spendCapMinor: 1_000, spentMinor: 1_000, uses: 2, reached: "spend" },
  });
  expect(desiredTerms({ ...(await row()), freed: 0 }).endsAt).toBe(STOPPED);
  expect(await row()).toMatchObject({ syncState: "waiting", syncAskedBy: "budget" });
  const synced = { name: "sync-campaign", data: { shopId: at.shop.id, campaignId: id } };
  expect(await deps.takeJobs()).toContainEqual(expect.objectContaining(synced));
  const [event] = await prisma.auditEvent.findMany({
    where: { shopId: at.shop.id, action: "campaign.cap_reached" },
  });
  expect(event).toMatchObject({
    actorKind: "system",
    after: { wanted: "paused", spendCapMinor: 1_000, spentMinor: 1_000 },
  });
  expect(await attention()).toMatchObject([
    { campaign: { id }, cap: "spend", most: 1_000, currency: "EUR" },
  ]);
});

test("it is resumed by raising the cap, and not before", async () => {
  await tell([1], [2]);
  const stays = "Its cap on what it may take off is reached. Raise that cap first, or remove it.";
  const refusal = { kind: "conflict", message: stays };
  expect(await setWanted(deps, at.as("editor"), id, "on")).toEqual({ ok: false, refusal });
  const asked = { action: "resume", at: "", atWhich: "", endsAt: "", endsAtWhich: "" };
  const scheduled = { ...asked, cap: "", codeId: "", to: "" };
  expect(await scheduleChange(deps, at.as("editor"), id, scheduled)).toMatchObject({
    refusal: { problems: [{ field: "action", message: stays }] },
  });
  valueOf(await change({ spendCap: "9.00" }));
  expect(await detail()).toMatchObject({ wanted: "paused", budget: { reached: "spend" } });
  valueOf(await change({ spendCap: "10.01" }));
  expect(await detail()).toMatchObject({ wanted: "on", budget: { reached: null } });
  expect(await attention()).toEqual([]);
  await tell([3]);
  expect((await detail()).wanted).toBe("paused");
});

test("a cap lowered below what is gone pauses at once", async () => {
  await tell([1]);
  valueOf(await change({ spendCap: "5.00" }));
  expect(await detail()).toMatchObject({ wanted: "paused", budget: { reached: "spend" } });
});

test("somebody's own pause is theirs: a raised cap does not end it", async () => {
  valueOf(await setWanted(deps, at.as("editor"), id, "paused"));
  valueOf(await change({ spendCap: "20.00" }));
  expect((await detail()).wanted).toBe("paused");
});

test("cancelled orders cost nothing, refunded ones the share that was kept", async () => {
  await tell([1, { ...LATER, cancelled_at: "2026-06-11T10:00:00Z" }], [2, refunded("12.00")]);
  // Of the 30 euros 18 were kept: three fifths of the 5.
  expect((await detail()).budget).toMatchObject({ spentMinor: 300, reached: null });
  await tell([3]);
  expect((await detail()).budget).toMatchObject({ spentMinor: 800, reached: null });
  await tell([4]);
  expect((await detail()).budget).toMatchObject({ spentMinor: 1_300, reached: "spend" });
});

test("what is given back later frees the budget; the campaign stays paused until a person resumes it", async () => {
  await tell([1], [2]);
  await tell([2, { ...LATER, cancelled_at: "2026-06-11T10:00:00Z" }]);
  expect(await detail()).toMatchObject({ wanted: "paused", budget: { spentMinor: 500 } });
  valueOf(await setWanted(deps, at.as("editor"), id, "on"));
  expect(await detail()).toMatchObject({ wanted: "on", budget: { reached: null } });
});

test("a campaign that ended stays ended, whatever late orders say", async () => {
  valueOf(await setWanted(deps, at.as("editor"), id, "ended"));
  await tell([1], [2], [3]);
  expect((await detail()).wanted).toBe("ended");
});

test("caps are shown as they were typed", async () => {
  valueOf(await change({ spendCap: " 1234.5 ", totalCap: "40" }));
  expect((await detail()).budget).toMatchObject({ spendCapMinor: 123_450, totalCap: 40 });
});
