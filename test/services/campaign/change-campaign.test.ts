import { beforeEach, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { retrySync } from "#app/services/campaign/retry-sync.server.ts";
import { setWanted } from "#app/services/campaign/set-wanted.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  formFor,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let id: string;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  id = await addCampaign(deps, at);
  await prisma.campaign.updateMany({
    where: { shopId: at.shop.id },
    data: { syncState: "synced", syncedRevision: 1 },
  });
  await deps.takeJobs();
});

const change = (form: Partial<CampaignForm>, actor = at.as("editor")) =>
  changeCampaign(deps, actor, id, formFor(at, form));
const row = () => prisma.campaign.findFirstOrThrow({ where: { shopId: at.shop.id, id } });
const audit = async () =>
  (await prisma.auditEvent.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } }))
    .slice(1)
    .map(({ action, before, after }) => ({ action, before, after }));
const sync = () => ({ name: "sync-campaign", data: { shopId: at.shop.id, campaignId: id } });

test("what differs is changed, written down as it was and is, and synced", async () => {
  valueOf(await change({ percentage: "12.5", totalCap: "9" }));
  expect(await row()).toMatchObject({
    basisPoints: 1_250,
    totalCap: 9,
    revision: 2,
    syncState: "waiting",
  });
  expect(await audit()).toEqual([
    {
      action: "campaign.changed",
      before: { basisPoints: 1_000, totalCap: null },
      after: { basisPoints: 1_250, totalCap: 9 },
    },
  ]);
  expect(await deps.takeJobs()).toEqual([sync()]);
});

test("nothing that differs is no change", async () => {
  const before = await row();
  valueOf(await change({}));
  expect(await row()).toEqual(before);
  expect([await audit(), await deps.takeJobs()]).toEqual([[], []]);
});

test("name, codes and kind of offer stay whatever the form says", async () => {
  valueOf(
    await change({
      name: "WINTER26_10OFF",
      codeKind: "unique",
      codeCount: "99",
      offerKind: "free_shipping",
    }),
  );
  expect(await row()).toMatchObject({
    name: "SUMMER26_10OFF",
    codeKind: "public",
    codeCount: 1,
    offerKind: "percentage",
  });
});

test("what is wrong is refused beside its field and changes nothing", async () => {
  const before = await row();
  expect(refusalOf(await change({ percentage: "101", endsAt: "2020-01-01T00:00" }))).toBe(
    "percentage endsAt",
  );
  expect(refusalOf(await change({ percentage: "20" }, at.as("viewer")))).toBe("forbidden");
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await change({ percentage: "20" }, other.as("admin")))).toBe("not_found");
  expect(await row()).toEqual(before);
  expect([await audit(), await deps.takeJobs()]).toEqual([[], []]);
});

test("pause, resume and end, each written down and synced", async () => {
  for (const wanted of ["paused", "on", "ended"] as const)
    valueOf(await setWanted(deps, at.as("editor"), id, wanted));
  expect(await row()).toMatchObject({ wanted: "ended", revision: 4 });
  expect((await audit()).map(({ action }) => action)).toEqual([
    "campaign.paused",
    "campaign.resumed",
    "campaign.ended",
  ]);
  expect(await deps.takeJobs()).toEqual([sync(), sync(), sync()]);
});

test("ending is for good, and doing it twice is done once", async () => {
  valueOf(await setWanted(deps, at.as("editor"), id, "ended"));
  valueOf(await setWanted(deps, at.as("editor"), id, "ended"));
  expect(refusalOf(await setWanted(deps, at.as("editor"), id, "on"))).toBe("conflict");
  expect(await audit()).toHaveLength(1);
});

test("ended at the same time as paused or resumed, it never comes back", async () => {
  for (let round = 0; round < 10; round += 1) {
    await prisma.campaign.updateMany({ where: { shopId: at.shop.id, id }, data: { wanted: "on" } });
    const outcomes = await Promise.all(
      (["paused", "ended", "paused", "ended"] as const).map((wanted) =>
        setWanted(deps, at.as("editor"), id, wanted),
      ),
    );
    const ended = outcomes.some((outcome, index) => outcome.ok && index % 2 === 1);
    if (ended) expect((await row()).wanted).toBe("ended");
  }
});

test("who may not change it may not stop it, nor may another shop", async () => {
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  for (const verb of [setWanted, retrySync]) {
    expect(refusalOf(await verb(deps, at.as("viewer"), id, "ended"))).toBe("forbidden");
    expect(refusalOf(await verb(deps, other.as("admin"), id, "ended"))).toBe("not_found");
    expect(refusalOf(await verb(deps, at.as("admin"), "no id", "ended"))).toBe("not_found");
  }
  expect([await audit(), await deps.takeJobs()]).toEqual([[], []]);
});

test("trying again takes up what failed", async () => {
  await prisma.campaign.updateMany({
    where: { shopId: at.shop.id },
    data: { syncState: "failed", syncError: "No." },
  });
  await prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { state: "failed", error: "No." },
  });
  valueOf(await retrySync(deps, at.as("editor"), id));
  expect(await row()).toMatchObject({ syncState: "waiting", syncError: null });
  expect(await prisma.code.findFirst({ where: { shopId: at.shop.id } })).toMatchObject({
    state: "pending",
    error: null,
  });
  expect(await deps.takeJobs()).toEqual([sync()]);
});
