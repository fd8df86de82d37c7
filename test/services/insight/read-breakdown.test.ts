import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { exportInsights } from "#app/services/insight/export-insights.server.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { readBreakdown } from "#app/services/insight/read-breakdown.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { dimensionSetIds } from "#app/services/naming/dimension-sets.server.ts";
import { differingRollups } from "#app/services/redemption/differing-rollups.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { mendBooks } from "#app/services/redemption/mend-books.server.ts";
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
  await foldPeople(deps);
});

const lastDays = (days: number) => ({ from: "", to: "", days: String(days) });
const read = async (grain: string | null, days = 90) =>
  valueOf(await readBreakdown(deps, at.as("viewer"), { grain, range: lastDays(days) }));

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
  const { rows, range } = await read(`dimension:${field}`, days);
  const expected = await ledgerBy(field, range.from);
  for (const row of rows) {
    const { redemptions, reversals, revenueMinor, discountMinor, refundMinor } = row.now;
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
    expect(row.now.uses).toBe(redemptions - reversals);
  }
  expect(rows.map(({ value }) => value)).toEqual(expect.arrayContaining([...expected.keys()]));
});

test("there is something to add up, and names that say nothing come last", async () => {
  const { rows, total } = await read("dimension:season");
  expect(rows.some(({ now }) => now.uses > 0)).toBe(true);
  expect(rows.at(-1)).toMatchObject({ value: null, label: "Without season" });
  const sum = rows.reduce((uses, { now }) => uses + now.uses, 0);
  expect(sum).toBe(total.now.uses);
});

test("counts campaigns that carry a value now, and calls values as people do", async () => {
  const { rows } = await read("dimension:season");
  expect(rows.find(({ value }) => value === "SUMMER")).toMatchObject({
    label: "Summer",
    campaigns: 2,
  });
  expect(rows.find(({ value }) => value === "SPRING")).toMatchObject({ campaigns: 1 });
});

test("the days before are what the same days say when they are asked for themselves", async () => {
  const { rows, before } = await read("dimension:season", 12);
  const asked = { grain: "dimension:season", range: { ...before, days: "" } };
  const past = valueOf(await readBreakdown(deps, at.as("viewer"), asked));
  expect(past.range).toEqual(before);
  expect(past.total.now.uses).toBeGreaterThan(0);
  for (const { value, then } of rows)
    if (then.redemptions > 0)
      expect(past.rows.find((row) => row.value === value)?.now).toEqual(then);
});

test("what nothing is known by is answered with the first part that names have", async () => {
  const answer = await read("moon");
  expect(answer.grain).toBe("dimension:season");
  expect(answer.choices.map(({ grain }) => grain)).toEqual([
    ...["season", "yy", "offer", "channel"].map((field) => `dimension:${field}`),
    ...["campaign", "segment", "channel_coded"],
  ]);
  expect(await read(null)).toEqual(answer);
});

test("by campaign: the names, and what the ledger adds up to; all orders are those with a code and those without", async () => {
  const { rows, coded, uncoded, people } = await read("campaign");
  expect(rows.map(({ label }) => label).sort()).toEqual([...PUBLIC, "SPRING26_DISCOUNT"].sort());
  const { _sum } = await prisma.ledgerEntry.aggregate({
    where: { shopId: at.shop.id, codeKey: "" },
    _sum: { uses: true },
  });
  expect(coded.uses + uncoded.uses).toBe(_sum.uses);
  expect(coded.uses).toBeGreaterThan(0);
  expect(people.fresh + people.returning + people.unknown).toBeGreaterThanOrEqual(coded.uses);
});

test.each([
  "dimension:season:SUMMER",
  "dimension:channel:EMAIL",
  "shop:redeemed",
  "shop:coded",
  "shop:orders",
  "shop:uncoded",
  "without:season",
  "without:channel",
])("the orders behind %s add up to its numbers, page by page", async (slice) => {
  const range = lastDays(90);
  const sums = { uses: 0, revenueMinor: 0, discountMinor: 0, refundMinor: 0 };
  const seen = new Set<string>();
  let answer = valueOf(await listLines(deps, at.as("viewer"), { slice, range, cursor: null }));
  for (;;) {
    for (const line of answer.lines) {
      expect(seen.has(line.id)).toBe(false);
      seen.add(line.id);
      sums.uses += line.uses;
      if (line.currency !== "EUR") continue;
      for (const measure of ["revenueMinor", "discountMinor", "refundMinor"] as const)
        sums[measure] += line[measure];
    }
    if (answer.next === null) break;
    const cursor = answer.next;
    answer = valueOf(await listLines(deps, at.as("viewer"), { slice, range, cursor }));
  }
  expect(seen.size).toBeGreaterThan(0);
  expect(answer.sums).toMatchObject(sums);
});

test.each(["season", "channel"])("the row without %s is what its list says", async (field) => {
  const { rows, range } = await read(`dimension:${field}`);
  const asked = { slice: `without:${field}`, range: { ...range, days: "" }, cursor: null };
  const { sums, label } = valueOf(await listLines(deps, at.as("viewer"), asked));
  expect(rows.at(-1)).toMatchObject({ value: null, label, now: sums });
});

test("a campaign that is called otherwise takes its past along, and the books still agree", async () => {
  const where = { shopId: at.shop.id, name: { in: PUBLIC } };
  const [first, second] = await prisma.campaign.findMany({ where, orderBy: { number: "asc" } });
  await prisma.campaign.updateMany({
    where: { shopId: at.shop.id, id: first?.id ?? "" },
    data: { dimensionSetId: second?.dimensionSetId ?? 0 },
  });
  await mendBooks(deps);
  const { rows, range } = await read("dimension:season");
  const expected = await ledgerBy("season", range.from);
  for (const { value, now } of rows)
    expect([value, now.redemptions]).toEqual([value, expected.get(value)?.redemptions ?? 0]);
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } });
  expect(await differingRollups(deps.database.pool, shop)).toBe(0);
  expect(await prisma.campaign.count({ where: { labelsStale: true } })).toBe(0);
});

test("a file has both periods of each value, in decimals, and runs no formula", async () => {
  const { shop } = at;
  await prisma.campaign.updateMany({
    where: { shopId: shop.id, name: PUBLIC[0] ?? "" },
    data: { name: "=1+1" },
  });
  const asked = { of: "breakdown", by: "campaign", slices: [], then: "", range: lastDays(90) };
  const file = valueOf(await exportInsights(deps, at.as("viewer"), asked));
  const [header, ...lines] = (await new Response(file.body).text()).trim().split("\n");
  expect(header).toContain("campaign,counted,from,to,uses,redemptions");
  expect(lines).toHaveLength(2 * (PUBLIC.length + 1));
  expect(lines.some((line) => line.startsWith("'=1+1,uses,"))).toBe(true);
  expect(lines.some((line) => line.startsWith("="))).toBe(false);
});

test("a shop without names sees nothing of another’s", async () => {
  const other = await addShop(deps, "by-dimension-other.myshopify.com");
  const asked = { grain: "dimension:season", range: lastDays(90) };
  const answer = valueOf(await readBreakdown(deps, other.as("viewer"), asked));
  expect(answer).toMatchObject({ grain: "campaign", rows: [], total: { now: { uses: 0 } } });
});
