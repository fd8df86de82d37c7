import { beforeEach, expect, test } from "vitest";

import { planRenames } from "#app/services/naming/plan-renames.server.ts";
import { relabelCampaigns } from "#app/services/naming/relabel-campaigns.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `renames-${(shops += 1)}.myshopify.com`);
});

const change = async (pattern: string) =>
  valueOf(
    await saveConvention(deps, at.as("editor"), {
      id: at.conventionId,
      name: "Seasonal offer",
      pattern,
    }),
  );
const plan = async () => valueOf(await planRenames(deps, at.as("viewer"), at.conventionId));
const steps = async () =>
  Object.fromEntries((await plan()).rows.map(({ name, step }) => [name, step.kind]));
const relabel = (actor = at.as("editor")) => relabelCampaigns(deps, actor, at.conventionId);
const setOf = async (campaignId: string) => {
  const campaign = await prisma.campaign.findFirstOrThrow({ where: { id: campaignId } });
  const code = await prisma.code.findFirstOrThrow({ where: { campaignId } });
  expect(code.dimensionSetId).toBe(campaign.dimensionSetId);
  return prisma.dimensionSet.findFirstOrThrow({ where: { id: campaign.dimensionSetId } });
};

test("a version that changed nothing about its names has nothing to plan", async () => {
  await addCampaign(deps, at);
  expect(await plan()).toMatchObject({ rows: [], summary: { fits: 0 } });
});

test("says of each campaign whether its name fits, what it would be called, or that it is over", async () => {
  await addCampaign(deps, at, { name: "SUMMER26_10OFF" });
  await addCampaign(deps, at, { name: "WINTER26_10OFF_EMAIL" });
  await addCampaign(deps, at, {
    name: "SPRING26_10OFF",
    startsAt: "2026-01-01T00:00",
    endsAt: "2026-02-01T00:00",
  });
  await change("{season}{yy}_{offer}");
  expect(await steps()).toMatchObject({
    SUMMER26_10OFF: "fits",
    WINTER26_10OFF_EMAIL: "rename",
    SPRING26_10OFF: "ended",
  });
  expect((await plan()).summary).toMatchObject({ fits: 1, rename: 1, ended: 1 });
});

test("names that fit are read by the newest version, codes and all, and on record", async () => {
  const fitting = await addCampaign(deps, at, { name: "SUMMER26_10OFF" });
  const other = await addCampaign(deps, at, { name: "WINTER26_10OFF_EMAIL" });
  await change("{season}{yy}_{offer}[_{region}]");
  expect(valueOf(await relabel())).toEqual({ count: 1 });
  expect(await setOf(fitting)).toMatchObject({ conventionVersion: 2 });
  expect(await setOf(other)).toMatchObject({ conventionVersion: 1 });
  expect(await steps()).not.toHaveProperty("SUMMER26_10OFF");
  const events = await prisma.auditEvent.findMany({
    where: { shopId: at.shop.id, action: "campaign.relabelled" },
  });
  expect(events).toMatchObject([
    { subjectId: fitting, before: { version: 1 }, after: { version: 2 } },
  ]);
  // Done is done.
  expect(valueOf(await relabel())).toEqual({ count: 0 });
});

test("a campaign’s name, codes and place in Shopify stay as they are", async () => {
  const id = await addCampaign(deps, at);
  await change("{season}{yy}_{offer}");
  const of = async () => {
    // What its name says, and that its numbers are to be added up by that.
    const omit = { dimensionSetId: true, labelsStale: true } as const;
    const campaign = await prisma.campaign.findFirstOrThrow({ where: { id }, omit });
    const codes = await prisma.code.findMany({ where: { campaignId: id } });
    return { campaign, codes: codes.map(({ code, state }) => ({ code, state })) };
  };
  const before = await of();
  await deps.takeJobs();
  valueOf(await relabel());
  expect(await of()).toEqual(before);
  expect(await deps.takeJobs()).toEqual([]);
});

test("who may not, and another shop, change nothing", async () => {
  const id = await addCampaign(deps, at);
  await change("{season}{yy}_{offer}");
  expect(refusalOf(await relabel(at.as("viewer")))).toBe("forbidden");
  const other = await addShop(deps, `renames-other-${shops}.myshopify.com`);
  expect(refusalOf(await relabel(other.as("admin")))).toBe("not_found");
  expect(refusalOf(await planRenames(deps, other.as("admin"), at.conventionId))).toBe("not_found");
  expect(refusalOf(await planRenames(deps, at.as("admin"), "no id"))).toBe("not_found");
  expect(await setOf(id)).toMatchObject({ conventionVersion: 1 });
});
