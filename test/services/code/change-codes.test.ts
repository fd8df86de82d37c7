import { beforeEach, expect, test } from "vitest";

import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import { changeCodes } from "#app/services/code/change-codes.server.ts";
import { readAttention } from "#app/services/insight/read-attention.server.ts";
import { cancelChange } from "#app/services/schedule/cancel-change.server.ts";
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
let campaignId: string;

beforeEach(async () => {
  at = await addShop(deps, `codes-${(shops += 1)}.myshopify.com`);
  campaignId = await addCampaign(deps, at, {
    ...{ codeKind: "unique", codeCount: "4", perCustomer: "" },
  });
  const where = { shopId: at.shop.id };
  await prisma.code.updateMany({ where, data: { state: "live" } });
  await prisma.codeBatch.updateMany({ where, data: { live: 4 } });
  await prisma.campaign.updateMany({ where, data: { syncState: "synced" } });
  await deps.takeJobs();
});

const codes = async () =>
  (await prisma.code.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } })).map(
    (code) => ({ ...code, id: String(code.id) }),
  );
const states = async () => (await codes()).map(({ state }) => state);
const batch = () => prisma.codeBatch.findFirstOrThrow({ where: { shopId: at.shop.id } });
const change = async (verb: CodeVerb, which: number[], actor = at.as("editor")) => {
  const all = await codes();
  return changeCodes(deps, actor, verb, { ids: which.map((index) => all[index]?.id ?? "") });
};
const gone = () =>
  prisma.code.updateMany({
    where: { shopId: at.shop.id, state: "pausing" },
    data: { state: "paused" },
  });

test("codes are paused together, written down once and taken out by the sync", async () => {
  expect(valueOf(await change("pause", [0, 2]))).toEqual({ count: 2, left: null });
  expect(await states()).toEqual(["pausing", "live", "pausing", "live"]);
  const audit = await prisma.auditEvent.findFirstOrThrow({
    where: { shopId: at.shop.id, action: "codes.paused" },
  });
  const [first, , third] = await codes();
  expect(audit.after).toEqual({ codes: `${first?.code}, ${third?.code}` });
  expect(await deps.takeJobs()).toEqual([
    { name: "sync-campaign", data: { shopId: at.shop.id, campaignId } },
  ]);
  expect(await prisma.campaign.findFirst({ where: { id: campaignId } })).toMatchObject({
    ...{ syncState: "waiting", syncAskedBy: "Ada the editor" },
  });
});

test("one that comes back is no longer its batch's, so that it is neither counted nor dropped again", async () => {
  valueOf(await change("pause", [0]));
  expect(refusalOf(await change("resume", [0]))).toBe("conflict");
  await gone();
  valueOf(await change("resume", [0]));
  expect((await codes())[0]).toMatchObject({
    state: "pending",
    batchId: null,
    assignedUntil: null,
  });
  expect(await batch()).toMatchObject({ wanted: 3, made: 3, live: 3 });
});

test("one that is used up stays out, and says why; its uses stay counted", async () => {
  const [first] = await codes();
  await prisma.rollup.create({
    data: {
      ...{ shopId: at.shop.id, grain: "code", key: first?.id ?? "", currency: "EUR" },
      ...{ day: deps.now(), redemptions: 1, reversals: 0 },
      ...{ revenueMinor: 0, discountMinor: 0, refundMinor: 0, timeZone: "UTC" },
    },
  });
  valueOf(await change("pause", [0, 1]));
  await gone();
  const { count, left } = valueOf(await change("resume", [0, 1]));
  expect([count, left]).toEqual([
    1,
    `${first?.code} has been used. Shopify would count from zero and let it be used again.`,
  ]);
  await prisma.rollup.updateMany({ where: { shopId: at.shop.id }, data: { reversals: 1 } });
  valueOf(await change("resume", [0]));
  expect((await codes())[0]).toMatchObject({ forgottenUses: 1, state: "pending" });
});

test("retired codes are given up when they are gone, and paused ones at once", async () => {
  valueOf(await change("pause", [1]));
  await gone();
  valueOf(await change("retire", [0, 1]));
  expect(await states()).toEqual(["retiring", "retired", "live", "live"]);
  const [leaving, retired] = await codes();
  expect([leaving?.assignedUntil, retired?.assignedUntil]).toEqual([null, deps.now()]);
  expect(refusalOf(await change("resume", [1]))).toBe("conflict");
});

test("nobody changes what is not theirs, what is on its way, or too much at once", async () => {
  expect(refusalOf(await change("pause", [0], at.as("viewer")))).toBe("forbidden");
  const other = await addShop(deps, `codes-other-${shops}.myshopify.com`);
  expect(refusalOf(await change("pause", [0], other.as("editor")))).toBe("not_found");
  expect(refusalOf(await change("pause", []))).toBe("ids");
  const ids = Array.from({ length: 1_001 }, (_, index) => String(index + 1));
  expect(refusalOf(await changeCodes(deps, at.as("editor"), "pause", { ids }))).toBe("ids");
  await prisma.code.updateMany({ where: { shopId: at.shop.id }, data: { state: "pending" } });
  expect(refusalOf(await change("pause", [0]))).toBe("conflict");
});

test("the only code of a campaign is not paused: the campaign is", async () => {
  await addCampaign(deps, at, { name: "WINTER26_10OFF" });
  await prisma.code.updateMany({ where: { shopId: at.shop.id }, data: { state: "live" } });
  const answer = await change("pause", [4]);
  expect(answer.ok || JSON.stringify(answer.refusal)).toMatch(/pause the campaign instead/);
});

test("a scheduled change that failed stands on the home page until it is set aside", async () => {
  const row = { shopId: at.shop.id, id: deps.newId(), campaignId };
  const when = { dueAt: deps.now(), createdAt: deps.now(), doneAt: deps.now() };
  await prisma.scheduledChange.create({
    data: {
      ...{ ...row, ...when, action: "pause", state: "failed", error: "It is paused already." },
      ...{ timeZone: "Europe/Berlin", localTime: "2026-06-15T14:00", createdBy: "Ada" },
    },
  });
  const kinds = async () =>
    (
      await readAttention(deps, at.as("admin"), at.shop, { openCases: 0, setAside: 0 })
    ).attention.map(({ kind }) => kind);
  expect(await kinds()).toContain("change_failed");
  valueOf(await cancelChange(deps, at.as("editor"), { campaignId, changeId: row.id }));
  expect(await kinds()).not.toContain("change_failed");
});
