import { expect, test } from "vitest";

import { readQueue } from "#app/services/sync/read-queue.server.ts";
import { getSync } from "#app/services/sync/get-sync.server.ts";
import { stopSync } from "#app/services/sync/stop-sync.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, refusalOf, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const at = await addShop(deps, "queue.example.com");
const other = await addShop(deps, "elsewhere.example.com");
const editor = at.as("editor");
const id = await addCampaign(deps, at, { codeKind: "unique", codeCount: "500" });
const key = { shopId_id: { shopId: at.shop.id, id } };

const queue = async () => valueOf(await readQueue(deps, editor));
const set = (data: Parameters<typeof prisma.campaign.update>[0]["data"]) =>
  prisma.campaign.update({ where: key, data });

test("the queue says what waits, why, for whom, and for how long at least", async () => {
  await addCampaign(deps, other, { name: "WINTER26_10OFF" });
  const { entries, total, rate, seconds } = await queue();
  expect(total).toBe(1);
  expect(entries).toMatchObject([
    {
      campaign: { id, name: "SUMMER26_10OFF" },
      ...{ reason: "turn", askedBy: "Ada the editor", retryAt: null },
      codes: { done: 0, total: 500 },
      plan: {
        operations: [
          { kind: "publish_guard" },
          { kind: "create_discount" },
          { kind: "add_codes", count: 499 },
        ],
      },
    },
  ]);
  expect(rate).toMatchObject({ maximum: 2_000, restoreRate: 100, waiting: 0 });
  expect(seconds).toBe(0);
});

test("a campaign all of whose codes so far are there waits for the rest", async () => {
  const ofIt = { where: { campaignId: id } };
  await prisma.codeBatch.updateMany({ ...ofIt, data: { live: 500, wanted: 900, state: "making" } });
  expect((await queue()).entries).toMatchObject([
    { reason: "codes", codes: { done: 500, total: 900 } },
  ]);
  await prisma.codeBatch.updateMany({ ...ofIt, data: { live: 0, wanted: 500, state: "made" } });
});

test.each([
  [{ syncState: "waiting", syncError: "Shopify does not answer." }, "no_answer"],
  [{ syncState: "failed", syncError: "Taken." }, "failed"],
])("a campaign with %j waits because of %s", async (data, reason) => {
  await set(data);
  expect((await queue()).entries).toMatchObject([{ reason, error: data.syncError }]);
});

test("what is up to date is not in it", async () => {
  await set({ syncState: "synced", syncError: null });
  expect((await queue()).entries).toEqual([]);
  expect(valueOf(await getSync(deps, editor, id)).underWay).toBeNull();
});

test("a sync is stopped once, on record, and only while it goes on", async () => {
  await set({ syncState: "syncing" });
  expect(refusalOf(await stopSync(deps, at.as("viewer"), id))).toBe("forbidden");
  expect(refusalOf(await stopSync(deps, other.as("admin"), id))).toBe("not_found");
  valueOf(await stopSync(deps, editor, id));
  const row = await prisma.campaign.findUniqueOrThrow({ where: key });
  expect(row.syncState).toBe("failed");
  expect(row.syncError).toMatch(/^Stopped by Ada the editor\..*try again/);
  expect(refusalOf(await stopSync(deps, editor, id))).toBe("conflict");
  const actions = await prisma.auditEvent.findMany({ where: { action: "campaign.sync_stopped" } });
  expect(actions).toHaveLength(1);
});
