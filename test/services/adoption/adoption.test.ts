import { beforeEach, describe, expect, test } from "vitest";

import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import { adoptDiscounts } from "#app/services/adoption/adopt-discounts.server.ts";
import { chooseDiscounts } from "#app/services/adoption/choose-discounts.server.ts";
import { listMapped } from "#app/services/adoption/list-mapped.server.ts";
import { mapStore } from "#app/services/adoption/map-store.server.ts";
import { previewAdoption } from "#app/services/adoption/preview-adoption.server.ts";
import { readAdoption } from "#app/services/adoption/read-adoption.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { getSync } from "#app/services/sync/get-sync.server.ts";
import { TERMS } from "#test/domain/adoption/found.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

/** Shopify has all discounts it is asked for but those said to be gone, unchanged. */
const gone = new Set<string>();
const looking = {
  run: (_: unknown, { ids }: { ids: string[] }) =>
    Promise.resolve({
      nodes: ids.map((id) =>
        gone.has(numericId(id))
          ? null
          : { id, codeDiscount: { updatedAt: "2026-01-01T00:00:00Z", codesCount: null } },
      ),
    }),
} as unknown as AdminApi;

const deps = await testDeps({ adminApi: () => looking });
const { prisma } = deps.database;
let at: TestShop;
let shops = 0;
let codes = 0n;
beforeEach(async () => {
  gone.clear();
  at = await addShop(deps, `adopted-${(shops += 1)}.myshopify.com`);
  const reading = { id: deps.newId(), state: "read", phase: "comparing" };
  const when = { createdAt: deps.now(), finishedAt: deps.now(), createdBy: "Ada" };
  await prisma.adoption.create({ data: { shopId: at.shop.id, ...reading, ...when } });
  await deps.takeJobs();
});

async function addDiscount(id: number, title: string, texts: readonly string[], terms = TERMS) {
  const shopId = at.shop.id;
  const then = new Date("2026-01-01T00:00:00Z");
  const dates = { startsAt: then, createdAt: then, updatedAt: then, readAt: then };
  const said = { method: "code", kind: "basic", status: "active", tags: [], uses: 0 };
  await prisma.discount.create({
    data: { shopId, id: BigInt(id), title, ...said, ...dates, terms, codes: texts.length },
  });
  await prisma.redeemCode.createMany({
    data: texts.map((code) => ({
      ...{ shopId, id: (codes += 1n), discountId: BigInt(id), code, codeKey: code.toUpperCase() },
      ...{ uses: 0, readAt: then },
    })),
  });
}

async function adopted(): Promise<void> {
  for (const job of await deps.takeJobs())
    if (job.name === "adopt-discounts") await adoptDiscounts(deps, job.data);
}

const store = async () => valueOf(await readAdoption(deps, at.as("viewer")));
const list = async (filter: {
  result: "campaign" | "blocked" | "needs_convention";
  text?: string;
}) =>
  valueOf(
    await listMapped(deps, at.as("viewer"), { filter: { text: "", ...filter }, cursor: null }),
  );

describe("adopting", () => {
  test("makes campaigns whose codes are live, and asks nothing of Shopify but how they stand", async () => {
    await addDiscount(1, "Summer!", ["summer26_10off"], { ...TERMS, usageLimit: 50 });
    await addDiscount(2, "Batch", ["WINTER26_20OFF-A1", "WINTER26_20OFF-B2"]);
    await prisma.discount.updateMany({ where: { shopId: at.shop.id, id: 1n }, data: { uses: 37 } });
    await mapStore(deps, at.shop);
    expect(valueOf(await previewAdoption(deps, at.as("viewer"), "all"))).toEqual({
      ...{ campaigns: 2, publicCodes: 1, lists: 1, codes: 3, longLists: 0, ended: 0 },
      names: ["WINTER26_20OFF", "SUMMER26_10OFF"],
    });
    valueOf(await chooseDiscounts(deps, at.as("editor"), "all"));
    await adopted();
    const campaigns = await prisma.campaign.findMany({
      where: { shopId: at.shop.id },
      orderBy: { number: "asc" },
    });
    expect(campaigns).toMatchObject([
      {
        name: "SUMMER26_10OFF",
        codeKind: "public",
        totalCap: 50,
        discountTitle: "Summer!",
        usesBefore: 37,
      },
      {
        name: "WINTER26_20OFF",
        codeKind: "list",
        codeCount: 2,
        syncState: "synced",
        usesBefore: 0,
      },
    ]);
    const { id = "" } = campaigns[0] ?? {};
    const { before } = valueOf(await getSync(deps, at.as("viewer"), id));
    expect(before).toEqual({ uses: 37, adoptedAt: deps.now().toISOString() });
    const made = await addCampaign(deps, at, { name: "AUTUMN26_10OFF" });
    expect(valueOf(await getSync(deps, at.as("viewer"), made)).before).toBeNull();
    const live = await prisma.code.findMany({ where: { shopId: at.shop.id, state: "live" } });
    expect(live.map(({ codeKey }) => codeKey).sort()).toEqual([
      ...["SUMMER26_10OFF", "WINTER26_20OFF-A1", "WINTER26_20OFF-B2"],
    ]);
    expect((await store()).counts.campaign).toBe(0);
    const audits = { where: { shopId: at.shop.id, action: "campaign.imported" } };
    expect(await prisma.auditEvent.count(audits)).toBe(2);
  });

  test("leaves out, and says why, what was deleted meanwhile or has another campaign's codes", async () => {
    await addDiscount(1, "Gone", ["SUMMER26_10OFF"]);
    await addDiscount(2, "Taken", ["WINTER26_20OFF-A1", "WINTER26_20OFF-B2"]);
    await addDiscount(3, "Fine", ["SPRING26_5OFF"]);
    await mapStore(deps, at.shop);
    valueOf(await chooseDiscounts(deps, at.as("editor"), "all"));
    gone.add("1");
    const other = await addCampaign(deps, at, { name: "AUTUMN26_10OFF" });
    await prisma.code.updateMany({
      where: { campaignId: other },
      data: { code: "WINTER26_20OFF-B2", codeKey: "WINTER26_20OFF-B2" },
    });
    await adopted();
    expect((await store()).adopting).toMatchObject({ chosen: 3, adopted: 1, refused: 2 });
    const reasons = (await list({ result: "campaign" })).rows.map(({ reason }) => reason);
    expect(reasons).toEqual([
      "It was deleted in Shopify. Read the store again.",
      "Some of its codes are codes of AUTUMN26_10OFF here.",
    ]);
    expect(await prisma.campaign.count({ where: { shopId: at.shop.id } })).toBe(2);
  });

  test("is for editors, only of what can be adopted, and not while the store is read", async () => {
    await addDiscount(1, "Odd", ["THANKYOU"]);
    await mapStore(deps, at.shop);
    expect(refusalOf(await chooseDiscounts(deps, at.as("viewer"), "all"))).toBe("forbidden");
    expect(refusalOf(await chooseDiscounts(deps, at.as("editor"), ["1", "x'"]))).toBe("conflict");
    expect(refusalOf(await startReading(deps, at.as("viewer")))).toBe("forbidden");
    valueOf(await startReading(deps, at.as("editor")));
    expect(refusalOf(await startReading(deps, at.as("editor")))).toBe("conflict");
    expect(refusalOf(await chooseDiscounts(deps, at.as("editor"), "all"))).toBe("conflict");
  });
});

test("another convention maps the store anew; a discount is found by title, name and whole code", async () => {
  await addDiscount(1, "Creators", ["ANNA-10"]);
  await mapStore(deps, at.shop);
  expect((await store()).counts).toMatchObject({ needs_convention: 1, campaign: 0 });
  const [row] = await prisma.convention.findMany({ where: { shopId: at.shop.id } });
  const second = { id: deps.newId(), name: "Creators", pattern: "{handle}-{percent}" };
  if (row) await prisma.convention.create({ data: { ...row, fields: [], ...second } });
  expect((await store()).counts).toMatchObject({ needs_convention: 0, campaign: 1 });
  for (const [text, total] of [
    ["creat", 1],
    ["anna-10", 1],
    ["anna", 1],
    ["50%", 0],
  ] as const)
    expect([text, (await list({ result: "campaign", text })).total]).toEqual([text, total]);
});
