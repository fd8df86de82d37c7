import { beforeEach, describe, expect, test } from "vitest";

import type { Deps } from "#app/infra/deps.server.ts";
import { addCodes } from "#app/services/code/add-codes.server.ts";
import { batchesOf } from "#app/services/code/list-batches.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";
import {
  addUniqueCampaign,
  batchOf,
  codesOf,
  firstCodes,
  makeAll,
  stateOf,
} from "./unique-campaign.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `make-${(shops += 1)}.myshopify.com`);
  await deps.takeJobs();
});

/** Dependencies that fail at the n-th job sent, or the n-th look at the clock: in a piece, or before it. */
function dyingAt(place: "jobs" | "clock", nth: number): Deps {
  let left = nth;
  const live = () => {
    if ((left -= 1) === 0) throw new Error("killed");
  };
  const jobs: Deps["jobs"] = {
    ...deps.jobs,
    send: async (...sent) => {
      await deps.jobs.send(...sent);
      if (place === "jobs") live();
    },
  };
  const now = () => {
    if (place === "clock") live();
    return deps.now();
  };
  return { ...deps, jobs, now };
}

/** Three pieces: two of 10,000 and one of 5,000. */
const WANTED = 25_000;

describe("a batch", () => {
  test.each([
    ["jobs", 1, 0],
    ["clock", 2, 10_000],
    ["jobs", 2, 10_000],
    ["clock", 3, 20_000],
    ["jobs", 3, 20_000],
  ] as const)("killed at its %s, time %d, goes on from %d codes", async (place, nth, kept) => {
    const id = await addUniqueCampaign(deps, at, "KILLED", { count: WANTED });
    const { id: batchId } = await batchOf(deps, id, WANTED);
    const job = { shopId: at.shop.id, batchId };
    await expect(makeCodes(dyingAt(place, nth), job)).rejects.toThrow("killed");
    expect(await stateOf(deps, at.shop.id, id)).toEqual({
      codeCount: WANTED,
      nextSerial: kept,
      codes: kept,
      keys: kept,
    });
    expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([
      { wanted: WANTED, made: kept, state: "making", progress: { done: 0, total: WANTED } },
    ]);
    await makeCodes(deps, job);
    expect(await codesOf(deps, at.shop.id, id)).toEqual(await firstCodes(deps, at, id, WANTED));
    expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([
      { wanted: WANTED, made: WANTED, state: "made", error: null },
    ]);
  });

  test("worked off by two at once is made once", async () => {
    const id = await addUniqueCampaign(deps, at, "TWICE", { count: WANTED });
    const { id: batchId } = await batchOf(deps, id, WANTED);
    const job = { shopId: at.shop.id, batchId };
    await deps.takeJobs();
    await Promise.all([makeCodes(deps, job), makeCodes(deps, job), makeCodes(deps, job)]);
    const again = (await deps.takeJobs()).filter(({ name }) => name === "make-codes");
    expect(again).toEqual([
      { name: "make-codes", data: job },
      { name: "make-codes", data: job },
    ]);
    await makeCodes(deps, job);
    expect(await codesOf(deps, at.shop.id, id)).toEqual(await firstCodes(deps, at, id, WANTED));
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ nextSerial: WANTED });
  });

  test("and another of the same campaign share its codes out between them", async () => {
    const id = await addUniqueCampaign(deps, at, "SHARED", { count: 12_000 });
    valueOf(await addCodes(deps, at.as("editor"), id, { count: "13000", importId: "" }));
    const batches = await prisma.codeBatch.findMany({ where: { campaignId: id } });
    await Promise.all(
      batches.map((batch) => makeCodes(deps, { shopId: at.shop.id, batchId: batch.id })),
    );
    expect(await codesOf(deps, at.shop.id, id)).toEqual(await firstCodes(deps, at, id, WANTED));
    const made = await prisma.codeBatch.findMany({ where: { campaignId: id, state: "made" } });
    expect(made.map((batch) => batch.made).sort()).toEqual([12_000, 13_000]);
  });

  test("passes over what another campaign has, and still makes as many as were ordered", async () => {
    const id = await addUniqueCampaign(deps, at, "PASSED", { count: 10_000 });
    const [, second = ""] = await firstCodes(deps, at, id, 2);
    const open = await addCampaign(deps, at);
    await prisma.code.updateMany({
      where: { campaignId: open },
      data: { code: second, codeKey: second },
    });
    await makeAll(deps);
    const [first, , ...others] = await firstCodes(deps, at, id, 10_001);
    expect(await codesOf(deps, at.shop.id, id)).toEqual([first, ...others]);
  });

  test("of a campaign that is full ends and says so, instead of failing for ever", async () => {
    const id = await addUniqueCampaign(deps, at, "FULLUP", { count: 45_000, unique: "5,digits" });
    await makeAll(deps);
    // As orders could be before room was kept for those under way.
    const batch = { shopId: at.shop.id, campaignId: id, source: "made", state: "making" };
    const ordered = { ...batch, createdAt: deps.now(), createdBy: "Ada" };
    for (const wanted of [7_000, 6_000]) {
      const batchId = deps.newId();
      await prisma.codeBatch.create({ data: { ...ordered, id: batchId, wanted } });
      await prisma.campaign.updateMany({
        where: { id },
        data: { codeCount: { increment: wanted } },
      });
      await makeCodes(deps, { shopId: at.shop.id, batchId });
    }
    expect(await stateOf(deps, at.shop.id, id)).toEqual({
      codeCount: 50_000,
      nextSerial: 50_000,
      codes: 50_000,
      keys: 50_000,
    });
    const batches = await batchesOf(deps, at.shop.id, id);
    const ended = batches.filter(({ error }) => error !== null);
    expect(ended.map(({ wanted, made, state }) => ({ wanted, made, state }))).toEqual(
      expect.arrayContaining([
        { wanted: 5_000, made: 5_000, state: "made" },
        { wanted: 0, made: 0, state: "made" },
      ]),
    );
    expect(ended.map(({ error }) => error).sort()).toEqual([
      "2000 of the 7000 codes ordered were not made: half of all codes this campaign can have exist, and past that they are easy to guess. Make the others in a new campaign with longer codes.",
      "6000 of the 6000 codes ordered were not made: half of all codes this campaign can have exist, and past that they are easy to guess. Make the others in a new campaign with longer codes.",
    ]);
  });

  test("that does not exist is nobody's work", async () => {
    await makeCodes(deps, { shopId: at.shop.id, batchId: deps.newId() });
    expect(await deps.takeJobs()).toEqual([]);
  });
});
