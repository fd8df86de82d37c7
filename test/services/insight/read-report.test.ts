import { beforeAll, expect, test } from "vitest";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { compareSlices } from "#app/services/insight/compare-slices.server.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { listPeople } from "#app/services/insight/list-people.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { recordIssuance } from "#app/services/issuance/record-issuance.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { identityHashes } from "#app/services/person/identity-hashes.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { differingRollups } from "#app/services/redemption/differing-rollups.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-15T12:00:00Z" });
const { prisma, pool } = deps.database;
const CODE = [{ code: "SUMMER26_10OFF", amount: "5.00" }];
let at: TestShop;
let summer: string;
let winter: string;
let orders = 0;

async function order(customer: number, day: string, coded: boolean): Promise<void> {
  const placed = `${day}T10:00:00Z`;
  const payload = orderBody((orders += 1), {
    ...{ created_at: placed, updated_at: placed, customer: { id: customer }, email: null },
    discount_codes: coded ? CODE : [],
  });
  await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
}

/** The campaign's code was given to customers, on a day, in a way. */
async function issue(customers: readonly number[], day: string, channel: string): Promise<void> {
  const issued = customers.map((customerId) => ({
    ...{ campaignId: summer, codeKey: null, customerId: null, channel },
    at: new Date(`${day}T08:00:00Z`),
    who: identityHashes(at.shop, { customerId: String(customerId), email: null, phone: null })[0]!,
  }));
  await inTransaction(pool, async (client) => {
    await lockPeople(client, at.shop.id);
    await recordIssuance(client, at.shop, issued, context());
  });
}
const context = () => ({ now: deps.now(), newId: deps.newId });

beforeAll(async () => {
  at = await addShop(deps, "report.myshopify.com");
  summer = await addCampaign(deps, at, { totalCap: "10" });
  winter = await addCampaign(deps, at, { name: "WINTER26_15OFF" });
  await issue([1, 2, 3, 4], "2026-04-01", "mail");
  await issue([5, 6], "2026-04-10", "leaflet");
  // 1 is new and comes back after 20 days; 2 had ordered before and never comes back; 3 comes back after 70.
  await order(2, "2026-03-01", false);
  await order(1, "2026-04-03", true);
  await order(2, "2026-04-05", true);
  await order(3, "2026-04-06", true);
  await order(1, "2026-04-23", false);
  await order(3, "2026-06-14", false);
  await order(7, "2026-06-10", true);
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
});

const reportOf = async (from: string, to: string, id = summer) =>
  valueOf(await readReport(deps, at.as("viewer"), id, { from, to, days: "" }));

test("what it brought in the days, and in as many before", async () => {
  const report = await reportOf("2026-04-05", "2026-04-06");
  expect(report.before).toEqual({ from: "2026-04-03", to: "2026-04-04" });
  expect(report.now).toMatchObject({
    ...{ uses: 2, revenueMinor: 6_000, netMinor: 6_000, discountMinor: 1_000 },
    averageMinor: 3_000,
  });
  expect(report.then.uses).toBe(1);
  const used = { value: 1, hasLines: true };
  expect(report.uses).toEqual([
    { day: "2026-04-05", ...used, dayBefore: "2026-04-03", before: 1, hadLines: true },
    { day: "2026-04-06", ...used, dayBefore: "2026-04-04", before: 0, hadLines: false },
  ]);
});

test("a day on which a use was freed again adds up to 0, and still has lines to open", async () => {
  const placed = "2025-12-01T10:00:00Z";
  const payload = orderBody((orders += 1), {
    ...{ created_at: placed, updated_at: placed, customer: { id: 9 }, email: null },
    ...{ discount_codes: CODE, cancelled_at: "2025-12-01T12:00:00Z" },
  });
  const own = await addShop(deps, "report-freed.myshopify.com");
  const id = await addCampaign(deps, own, { startsAt: "2025-01-01T00:00" });
  await prisma.code.updateMany({
    where: { shopId: own.shop.id },
    data: { assignedFrom: new Date("2025-01-01T00:00:00Z") },
  });
  await deliver(deps, own.shop.domain, { topic: "orders/create", payload });
  await processInbox(deps, own.shop.id);
  const days = { from: "2025-12-01", to: "2025-12-02", days: "" };
  const { uses } = valueOf(await readReport(deps, own.as("viewer"), id, days));
  expect(uses.map(({ value, hasLines }) => [value, hasLines])).toEqual([
    [0, true],
    [0, false],
  ]);
  const range = { ...days, to: days.from };
  const asked = { slice: `campaign:${id}`, range, cursor: null };
  expect(valueOf(await listLines(deps, own.as("viewer"), asked)).lines).toHaveLength(2);
});

test("who was new, and who came back of those whose days are over", async () => {
  const { people, returns } = await reportOf("2026-04-01", "2026-06-15");
  expect(people).toEqual({ fresh: 3, returning: 1, unknown: 0, isCounting: false });
  expect(returns.map(({ days, eligible, repeated }) => [days, eligible, repeated])).toEqual([
    [30, 3, 1],
    [60, 3, 1],
    // Nobody’s 90 days are over.
    [90, 0, 0],
  ]);
  // Of four, one came back at 20 days, while all were watched or left before: 1 of 3 at risk.
  expect(returns[0]?.estimate).toBeCloseTo(1 / 3, 10);
});

test("the rate by distribution, with its interval and how long it took", async () => {
  const { distributions } = await reportOf("2026-04-01", "2026-04-30");
  expect(distributions).toMatchObject([
    { channel: "mail", issued: 4, redeemers: 3, rate: 0.75, medianDays: 4 },
    { channel: "leaflet", issued: 2, redeemers: 0, rate: 0, medianDays: null },
    { channel: "", issued: 6, redeemers: 3, rate: 0.5 },
  ]);
  const [low, high] = distributions[0]?.interval ?? [0, 0];
  expect([low, high].map((share) => share.toFixed(3))).toEqual(["0.301", "0.954"]);
  expect((await reportOf("2026-05-01", "2026-05-31")).distributions).toEqual([]);
});

test("the cap, what is gone of it, and when the rest goes", async () => {
  const { burn } = await reportOf("2026-04-01", "2026-04-06");
  expect(burn).toEqual([
    { cap: "uses", most: 10, used: 4, usedUp: { day: "2026-04-18", inDays: 12 } },
  ]);
  expect((await reportOf("2026-04-01", "2026-04-06", winter)).burn).toEqual([]);
});

test("codes that were never used when their campaign ended", async () => {
  const id = await addCampaign(deps, at, {
    ...{ name: "SPRING26_10OFF", codeKind: "unique", codeCount: "40" },
    endsAt: "2026-12-31T00:00",
  });
  expect((await reportOf("2026-04-01", "2026-04-06", id)).expired).toBeNull();
  await prisma.campaign.updateMany({
    where: { shopId: at.shop.id, id },
    data: { endsAt: new Date("2026-05-01T00:00:00Z") },
  });
  expect((await reportOf("2026-04-01", "2026-04-06", id)).expired).toEqual({
    ...{ endedAt: "2026-05-01T00:00:00.000Z", unused: 40, of: 40 },
  });
  const made = { shopId: at.shop.id, campaignId: id, state: "live", assignedFrom: deps.now() };
  await prisma.code.createMany({
    data: [true, true, false].map((isUsed, n) => ({
      ...{ ...made, createdAt: deps.now(), isUsed },
      ...{ code: `SPRING26_${n}`, codeKey: `SPRING26_${n}` },
    })),
  });
  // Two were used, one of them twice: by codes, not by uses.
  await pool.query(
    `INSERT INTO rollup SELECT $1, 'total', $2, '2026-04-02', 'EUR', 3, 0, 0, 0, 0, 'UTC'`,
    [at.shop.id, id],
  );
  const { expired } = await reportOf("2026-04-01", "2026-04-06", id);
  expect(expired).toMatchObject({ unused: 38, of: 40 });
  await pool.query("DELETE FROM rollup WHERE shop_id = $1 AND key = $2", [at.shop.id, id]);
  await prisma.code.deleteMany({ where: { shopId: at.shop.id, campaignId: id } });
});

test("campaigns side by side, and two periods that are no neighbours", async () => {
  const compared = valueOf(
    await compareSlices(deps, at.as("viewer"), {
      slices: [`campaign:${summer}`, `campaign:${winter}`, "dimension:season:SUMMER", "nonsense"],
      range: { from: "2026-06-01", to: "2026-06-10", days: "" },
      then: "2026-04-01",
    }),
  );
  expect(compared).toMatchObject({
    then: { from: "2026-04-01", to: "2026-04-10" },
    isBefore: false,
    compared: [
      { label: "SUMMER26_10OFF", now: { uses: 1 }, then: { uses: 3 }, fresh: 1, returning: 0 },
      { label: "WINTER26_15OFF", now: { uses: 0 }, then: { uses: 0 }, fresh: null },
      { label: "Summer", now: { uses: 1 }, then: { uses: 3 } },
    ],
  });
  expect(compared.choices.map(({ title }) => title).slice(0, 3)).toEqual([
    ...["Shop", "Campaigns", "Season"],
  ]);
});

const RANGE = { from: "2026-04-01", to: "2026-06-15", days: "" };
type Asked = Partial<Parameters<typeof listPeople>[2]>;
const people = (of: string, change: Asked = {}) =>
  listPeople(deps, at.as("viewer"), {
    ...{ of, slice: `campaign:${summer}`, within: "", channel: "", range: RANGE, cursor: null },
    ...change,
  });
const linesOf = async (of: string, change: Asked = {}) => valueOf(await people(of, change)).lines;

test("they are told by orders, newest first: the first, the next and after how many days", async () => {
  const days = (await linesOf("again", { within: "30" })).map(({ order, next }) => [
    order?.at.slice(0, 10),
    next?.at.slice(0, 10) ?? null,
    next?.days ?? null,
  ]);
  expect(days).toEqual([
    ["2026-04-06", "2026-06-14", 69],
    ["2026-04-05", null, null],
    ["2026-04-03", "2026-04-23", 20],
  ]);
  const shop = await linesOf("new", { slice: "shop:coded" });
  expect(shop.map(({ order }) => order?.at.slice(0, 10))).toEqual([
    "2026-06-10",
    "2026-04-06",
    "2026-04-03",
  ]);
});

test("a merge of people, a cancelled order and a renamed campaign are followed; nothing is left over", async () => {
  const payload = orderBody(2, {
    ...{ created_at: "2026-04-03T10:00:00Z", updated_at: "2026-06-15T10:00:00Z" },
    ...{ customer: { id: 1 }, email: null, cancelled_at: "2026-06-15T10:00:00Z" },
    discount_codes: CODE,
  });
  await deliver(deps, at.shop.domain, { topic: "orders/cancelled", payload });
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
  const { people } = await reportOf("2026-04-01", "2026-06-15");
  expect(people).toEqual({ fresh: 2, returning: 1, unknown: 0, isCounting: false });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: at.shop.id } });
  expect(await differingRollups(pool, shop)).toBe(0);
});

test("another shop's campaign, and none, are not there", async () => {
  const other = await addShop(deps, "report-other.myshopify.com");
  const range = { from: "", to: "", days: "30" };
  for (const id of [summer, "nonsense"])
    expect(refusalOf(await readReport(deps, other.as("admin"), id, range))).toBe("not_found");
});

test("the orders and people behind each share are as many as it says", async () => {
  const report = await reportOf(RANGE.from, RANGE.to);
  expect(await linesOf("new")).toHaveLength(report.people.fresh);
  expect(await linesOf("returning")).toHaveLength(report.people.returning);
  expect(await linesOf("unknown")).toHaveLength(report.people.unknown);
  for (const { days, eligible, repeated } of report.returns) {
    const again = await linesOf("again", { within: String(days) });
    expect(again).toHaveLength(eligible);
    const counted = again.filter(({ next }) => next !== null && next.days <= days);
    expect(counted).toHaveLength(repeated);
  }
  for (const { channel, issued, redeemers } of report.distributions) {
    const lines = await linesOf("issued", { channel });
    expect(lines).toHaveLength(issued);
    expect(lines.filter(({ order }) => order !== null)).toHaveLength(redeemers);
  }
});

test("an address that names no number of people says so", async () => {
  for (const answer of [
    await people("old"),
    await people("new", { slice: "segment:5" }),
    await people("issued", { slice: "shop:coded" }),
  ])
    expect(answer).toMatchObject({ refusal: { kind: "not_found" } });
});
