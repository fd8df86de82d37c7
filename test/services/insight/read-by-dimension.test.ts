import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import type { InsightRange } from "#app/domain/insight/by-dimension.ts";
import { readByDimension } from "#app/services/insight/read-by-dimension.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { dimensionSetIds } from "#app/services/naming/dimension-sets.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { orderLife } from "#test/support/order-life.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-15T22:30:00Z" });
const { prisma } = deps.database;
const LISTED = ["SUMMER25_10OFF", "WINTER25_10OFF", "ODDONE"];
const PUBLIC = ["SUMMER26_10OFF", "WINTER26_10OFF_EMAIL", "SUMMER26_15OFF"];
let at: TestShop;

/** Codes somebody brought, for a campaign of their own: each says something else, and one says nothing. */
async function addList(): Promise<void> {
  const campaignId = await addCampaign(deps, at, { name: "SPRING26_DISCOUNT" });
  const { shop, conventionId } = at;
  await prisma.campaign.update({
    where: { shopId_id: { shopId: shop.id, id: campaignId } },
    data: { codeKind: "list" },
  });
  await prisma.code.deleteMany({ where: { campaignId } });
  const dimensions = ["SUMMER", "WINTER"].map((season) => ({ season, yy: "25", offer: "10OFF" }));
  const sets = await dimensionSetIds(
    prisma,
    shop.id,
    dimensions.map((each) => ({ conventionId, version: 1, dimensions: each })),
  );
  for (const [index, code] of LISTED.entries()) {
    await prisma.code.create({
      data: {
        shopId: shop.id,
        campaignId,
        code,
        codeKey: code,
        dimensionSetId: sets[index] ?? null,
        state: "live",
        assignedFrom: new Date("2026-01-01T00:00:00Z"),
        createdAt: deps.now(),
      },
    });
  }
}

beforeAll(async () => {
  at = await addShop(deps, "by-dimension.myshopify.com");
  for (const name of PUBLIC) await addCampaign(deps, at, { name });
  await addList();
  const shoppers = [1, 2, 3].map((customerId) => ({ customerId, email: null, phone: null }));
  for (let id = 1; id <= 60; id += 1) {
    const from = Date.parse("2026-05-20T00:00:00Z");
    const life = orderLife({ orderId: id, codes: [...PUBLIC, ...LISTED], shoppers, from });
    const told = fc.sample(life, { numRuns: 30, seed: id }).at(-1);
    for (const { topic, payload } of told ?? [])
      await deliver(deps, at.shop.domain, { topic, payload });
  }
  await processInbox(deps, at.shop.id);
});

const read = async (field: string | null, days: InsightRange = 90) =>
  valueOf(await readByDimension(deps, at.as("viewer"), { field, days }));

type Sums = Record<
  "redemptions" | "reversals" | "revenueMinor" | "discountMinor" | "refundMinor",
  number
>;

/** The ledger, summed by what each entry's campaign's, or listed code's, name says; amounts of the shop's currency. */
async function ledgerBy(field: string, from: string): Promise<Map<string | null, Sums>> {
  const campaigns = new Map((await prisma.campaign.findMany()).map((row) => [row.id, row]));
  const codes = new Map((await prisma.code.findMany()).map((row) => [row.id, row]));
  const sets = new Map((await prisma.dimensionSet.findMany()).map((row) => [row.id, row]));
  const sums = new Map<string | null, Sums>();
  for (const entry of await prisma.ledgerEntry.findMany({ where: { campaignId: { not: null } } })) {
    if (entry.effectiveDay.toISOString().slice(0, 10) < from) continue;
    const campaign = campaigns.get(entry.campaignId ?? "");
    const isListed = campaign?.codeKind === "list";
    const setId = isListed
      ? codes.get(entry.codeId ?? 0n)?.dimensionSetId
      : campaign?.dimensionSetId;
    const said = sets.get(setId ?? 0)?.dimensions as Record<string, string> | undefined;
    const value = said?.[field] ?? null;
    const sum = sums.get(value) ?? {
      redemptions: 0,
      reversals: 0,
      revenueMinor: 0,
      discountMinor: 0,
      refundMinor: 0,
    };
    sum.redemptions += entry.redemptions;
    sum.reversals += entry.reversals;
    sums.set(value, sum);
    if (entry.currency !== at.shop.currency) continue;
    sum.revenueMinor += Number(entry.revenueMinor);
    sum.discountMinor += Number(entry.discountMinor);
    sum.refundMinor += Number(entry.refundMinor);
  }
  return sums;
}

test.each(
  ["season", "yy", "offer", "channel"].flatMap((field) =>
    ([7, 30, 90, 365] as const).map((days) => [field, days] as const),
  ),
)("by %s over %d days: what the ledger adds up to", async (field, days) => {
  const { rows, range } = await read(field, days);
  const expected = await ledgerBy(field, range.from);
  for (const row of rows) {
    const { redemptions, reversals, revenueMinor, discountMinor, refundMinor } = row;
    const nothing = {
      redemptions: 0,
      reversals: 0,
      revenueMinor: 0,
      discountMinor: 0,
      refundMinor: 0,
    };
    expect({ redemptions, reversals, revenueMinor, discountMinor, refundMinor }).toEqual(
      expected.get(row.value) ?? nothing,
    );
    expect(row.uses).toBe(redemptions - reversals);
  }
  expect(rows.map(({ value }) => value)).toEqual(expect.arrayContaining([...expected.keys()]));
});

test("there is something to add up, and names that say nothing come last", async () => {
  const { rows } = await read("season");
  expect(rows.some(({ uses }) => uses > 0)).toBe(true);
  expect(rows.at(-1)).toMatchObject({ value: null, label: "Without season", codes: 1 });
});

test("counts campaigns and codes that carry a value now, and calls values as people do", async () => {
  const { rows } = await read("season");
  expect(rows.find(({ value }) => value === "SUMMER")).toMatchObject({
    label: "Summer",
    campaigns: 2,
    codes: 3,
  });
  expect(rows.find(({ value }) => value === "SPRING")).toMatchObject({ campaigns: 1, codes: 0 });
});

test("a part that no name has is answered with one that names have", async () => {
  const answer = await read("moon");
  expect(answer.field).toBe("season");
  expect(answer.fields.map(({ id }) => id)).toEqual(["season", "yy", "offer", "channel"]);
  expect(await read(null)).toEqual(answer);
});

test("a shop without names has nothing to choose from, and sees nothing of another’s", async () => {
  const other = await addShop(deps, "by-dimension-other.myshopify.com");
  const answer = await readByDimension(deps, other.as("viewer"), { field: "season", days: 90 });
  expect(valueOf(answer)).toMatchObject({ field: null, fields: [], rows: [] });
});
