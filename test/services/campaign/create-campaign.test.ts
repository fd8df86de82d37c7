import { beforeEach, expect, test } from "vitest";

import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { JobData, Jobs } from "#app/infra/jobs/jobs.server.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { NO_FILTER } from "#app/domain/code/summary.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  formFor,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";

const SEGMENTS = {
  nodes: [{ id: "gid://shopify/Segment/12", name: "VIPs" }],
  pageInfo: { hasNextPage: false, endCursor: null },
};
const deps = await testDeps({
  adminApi: () => ({ run: () => Promise.resolve({ segments: SEGMENTS } as never) }),
});
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await deps.takeJobs();
});

const create = (change: Partial<CampaignForm> = {}, actor = at.as("editor")) =>
  createCampaign(deps, actor, formFor(at, change));

/** Everything a refused request could have left behind. */
async function traces(): Promise<unknown> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM campaign WHERE shop_id = $1) AS campaigns,
            (SELECT count(*)::int FROM code WHERE shop_id = $1) AS codes,
            (SELECT count(*)::int FROM audit_event WHERE shop_id = $1) AS audit,
            (SELECT count(*)::int FROM test_sent_job) AS jobs,
            (SELECT next_campaign_number FROM shop WHERE id = $1) AS next`,
    [at.shop.id],
  );
  return rows[0];
}
const NOTHING = { campaigns: 0, codes: 0, audit: 0, jobs: 0, next: 1 };

test("campaign, code, audit row and job come together", async () => {
  const { id } = valueOf(await create());
  expect(await traces()).toEqual({ campaigns: 1, codes: 1, audit: 1, jobs: 1, next: 2 });
  expect(await deps.takeJobs()).toEqual([
    { name: "sync-campaign", data: { shopId: at.shop.id, campaignId: id } },
  ]);
  expect(valueOf(await getCampaign(deps, at.as("viewer"), id))).toMatchObject({
    name: "SUMMER26_10OFF",
    offer: { kind: "percentage", basisPoints: 1_000 },
    status: "active",
    sync: { state: "waiting" },
    codes: { kind: "public", count: 1 },
    codeStates: { pending: 1, live: 0, failed: 0, paused: 0 },
    dimensions: [{ value: "Summer" }, { value: "26" }, {}],
    uses: 0,
  });
  const audit = await prisma.auditEvent.findFirst({ where: { shopId: at.shop.id } });
  expect(audit).toMatchObject({
    action: "campaign.created",
    actorName: "Ada the editor",
    subjectId: id,
  });
});

test.each<[string, Partial<CampaignForm>, string]>([
  ["no name", { name: "" }, "name"],
  ["a name that breaks the convention", { name: "BIG_SALE" }, "name"],
  ["a name of 300 characters", { name: "SUMMER26_".padEnd(300, "X") }, "name"],
  ["a name with an emoji", { name: "SUMMER26_🎉" }, "name"],
  ["a name with U+0000", { name: "SUMMER26_10OFF\u0000" }, "name"],
  ["no convention", { conventionId: "" }, "conventionId"],
  [
    "a convention nobody has",
    { conventionId: "00000000-0000-4000-8000-000000000000" },
    "conventionId",
  ],
  ["a percentage of 0", { percentage: "0" }, "percentage"],
  ["a percentage of 101", { percentage: "101" }, "percentage"],
  ["an end before the start", { endsAt: "2025-01-01T00:00" }, "endsAt"],
  ["a segment Shopify has not", { audience: "segment", segmentIds: "99" }, "segmentIds"],
  ["a bad name and a bad percentage", { name: "x", percentage: "x" }, "name percentage"],
])("%s is refused beside its field, and nothing is left", async (_, change, fields) => {
  expect(refusalOf(await create(change))).toBe(fields);
  expect(await traces()).toEqual(NOTHING);
});

test("the nearest name that fits is told", async () => {
  const outcome = await create({ name: "SUMER26_10OFF" });
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { problems: [{ message: expect.stringContaining("SUMMER26_10OFF") as string }] },
  });
});

test.each(["viewer", "reviewer"] as const)("a %s may not, and leaves nothing", async (role) => {
  expect(refusalOf(await create({}, at.as(role)))).toBe("forbidden");
  expect(await traces()).toEqual(NOTHING);
});

test("another shop's convention is none", async () => {
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await create({ conventionId: other.conventionId }))).toBe("conventionId");
});

test.each<[string, Partial<CampaignForm>, Partial<CampaignForm>]>([
  ["the same name", {}, { name: "summer26_10off" }],
  ["the same name for a batch", {}, { codeKind: "unique", codeCount: "5" }],
])("a second campaign with %s is refused and leaves nothing", async (_, first, second) => {
  valueOf(await create(first));
  const before = await traces();
  expect(refusalOf(await create(second))).toBe("name");
  expect(await traces()).toEqual(before);
});

test("two shops may use one name", async () => {
  valueOf(await create());
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  await addCampaign(deps, other);
  const [ours, theirs] = [at, other].map(({ shop }) =>
    prisma.campaign.findFirstOrThrow({ where: { shopId: shop.id } }),
  );
  expect((await ours)?.id).not.toBe((await theirs)?.id);
});

test("of many who make the same campaign at once, one does", async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => create()));
  expect(outcomes.map(refusalOf).sort()).toEqual([
    "name",
    "name",
    "name",
    "name",
    "name",
    "not refused",
  ]);
  expect(await traces()).toMatchObject({ campaigns: 1, codes: 1, audit: 1, jobs: 1, next: 2 });
});

test("a batch gets exactly its codes, each different, each the campaign's", async () => {
  const { id } = valueOf(await create({ codeKind: "unique", codeCount: "25001", perCustomer: "" }));
  const [make] = (await deps.takeJobs()).filter(({ name }) => name === "make-codes");
  await makeCodes(deps, make?.data as JobData["make-codes"]);
  const codes = await prisma.code.findMany({ where: { shopId: at.shop.id, campaignId: id } });
  expect(codes).toHaveLength(25_001);
  expect(new Set(codes.map(({ codeKey }) => codeKey)).size).toBe(25_001);
  expect(codes.every(({ code }) => code.startsWith("SUMMER26_10OFF-"))).toBe(true);
  expect(new Set(codes.map(({ serial }) => serial)).size).toBe(25_001);
});

test("a campaign for a segment also asks who is in it", async () => {
  const { id } = valueOf(await create({ audience: "segment", segmentIds: "12" }));
  expect(await deps.takeJobs()).toEqual([
    { name: "read-segment", data: { shopId: at.shop.id, segmentId: "12" } },
    { name: "sync-campaign", data: { shopId: at.shop.id, campaignId: id } },
  ]);
  const { eligibility, terms } = valueOf(await getCampaign(deps, at.as("viewer"), id));
  expect(eligibility.any).toEqual(["12"]);
  expect(terms.segments).toEqual({ "12": "VIPs" });
});

test("when the job cannot be queued, there is no campaign and no audit row", async () => {
  const jobs: Jobs = { ...deps.jobs, send: () => Promise.reject(new Error("queue full")) };
  await expect(createCampaign({ ...deps, jobs }, at.as("editor"), formFor(at))).rejects.toThrow(
    "queue full",
  );
  expect(await traces()).toEqual(NOTHING);
});

test("when it cannot be written down, there is no campaign and no job", async () => {
  await pool.query(
    "ALTER TABLE audit_event ADD CONSTRAINT no_editors CHECK (actor_name <> 'Ada the editor') NOT VALID",
  );
  try {
    await expect(create()).rejects.toThrow("no_editors");
  } finally {
    await pool.query("ALTER TABLE audit_event DROP CONSTRAINT no_editors");
  }
  expect(await traces()).toEqual(NOTHING);
});

test("an id of another shop, or none at all, is not found", async () => {
  const { id } = valueOf(await create());
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await getCampaign(deps, other.as("admin"), id))).toBe("not_found");
  for (const text of ["", "1", "'; DROP TABLE campaign; --", `${id}\u0000`]) {
    expect(refusalOf(await getCampaign(deps, at.as("admin"), text))).toBe("not_found");
  }
  expect(
    valueOf(
      await listCodes(deps, other.as("admin"), {
        filter: { ...NO_FILTER, campaignId: id },
        cursor: null,
      }),
    ).rows,
  ).toEqual([]);
});
