import { afterEach, describe, expect, test } from "vitest";

import type { Deps } from "#app/infra/deps.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { resumeWork } from "#app/services/sync/resume-work.server.ts";
import { sweepDiscounts } from "#app/services/sync/sweep-discounts.server.ts";
import { syncCampaign } from "#app/services/sync/sync-campaign.server.ts";
import { randomOf } from "#test/demo/scenario.ts";
import { announceChange } from "#test/standin/admin/discounts/verbs.ts";
import { changeScopes } from "#test/standin/auth/take-away.ts";
import type { FaultEffect } from "#test/standin/faults/rule.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openDyingSyncs } from "./fixtures/dying-syncs.ts";

/*
 * Access that ends in the middle of a sync, at any of its calls and among other faults, and clocks that differ: what can
 * go on by itself does, what a person must do is said, and in the end Shopify has exactly what was wanted.
 */
const SEED = 20_261_128;
const CODES = 300;
/** The first calls of a sync, after which there are always more: the last of them only read. */
const CALLS = 5;

const { app, olive, living, inShopify, ...faults } = await openDyingSyncs();
const { deps, standin } = app;
const { prisma } = deps.database;
const { shop } = olive;
const faster = living();

let campaigns = 0;
const nameOf = (number: number) => `SPRING${String(10 + number)}_10OFF`;

async function newCampaign(form: Record<string, string> = {}) {
  const name = nameOf((campaigns += 1));
  const codes = { codeKind: "unique", codeCount: String(CODES), perCustomer: "" };
  const campaignId = await makeCampaign(olive, name, { ...codes, ...form });
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: campaignId } });
  for (const { id } of await prisma.codeBatch.findMany({ where: { campaignId } }))
    await makeCodes(deps, { shopId, batchId: id });
  return { name, job: { shopId, campaignId } };
}
type Job = Awaited<ReturnType<typeof newCampaign>>["job"];

const rowOf = ({ shopId, campaignId: id }: Job) =>
  prisma.campaign.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });

/** Runs it as the queue would, until it is synced or a person is asked. */
async function worked(job: Job, own: Deps = faster): Promise<string> {
  for (let tries = 0; tries < 30; tries++) {
    await syncCampaign(own, job).catch(() => undefined);
    const { syncState, syncError } = await rowOf(job);
    if (syncState === "synced") return "synced";
    if (syncState === "failed") return syncError ?? "";
  }
  throw new Error("The sync came to no end.");
}

async function expectExact(name: string, { campaignId }: Job): Promise<void> {
  const wanted = await prisma.code.findMany({ where: { campaignId } });
  expect(inShopify(name)).toEqual({
    discounts: 1,
    codes: wanted.map(({ code }) => code).toSorted(),
  });
  expect(wanted.filter(({ state }) => state !== "live")).toEqual([]);
}

type Ending = { said: RegExp; mend(job: Job): Promise<unknown>; effect: FaultEffect };
const visit = () => olive.read("app");
const resumed = () => resumeWork(faster, { idleSeconds: 3_600 });

const ENDINGS: Record<string, Ending> = {
  "the token is taken back, and can be renewed": {
    effect: { action: "revoke", refresh: false },
    said: /^synced$/,
    mend: () => Promise.resolve(),
  },
  "the token is taken back for good": {
    effect: { action: "revoke", refresh: true },
    said: /no valid access to the shop\. Open Bonafide in the Shopify admin once/,
    mend: async () => {
      await visit();
      await resumed();
    },
  },
  "a scope is taken away": {
    effect: { action: "dropScope", scope: "write_discounts" },
    said: /does not let Bonafide do this: .* Update the app's permissions, then try again/,
    mend: async ({ campaignId: id }) => {
      changeScopes(standin.world, shop, { grant: ["write_discounts"] });
      await prisma.session.deleteMany({ where: { shop: shop.domain } });
      await visit();
      await olive.done("app.campaigns.$id.retry", { params: { id } });
    },
  },
  "the app is removed, and installed again": {
    effect: { action: "uninstall" },
    said: /no valid access to the shop/,
    mend: async (job) => {
      const { shopId } = job;
      await standin.idle();
      await processInbox(deps, shopId);
      // Nothing is tried as long as it is away.
      await resumed();
      const away = { uninstalledAt: { not: null } };
      expect(await prisma.shop.count({ where: { id: shopId, ...away } })).toBe(1);
      expect(await rowOf(job)).toMatchObject({ syncState: "failed" });
      await visit();
      await resumed();
    },
  },
};

describe.each(Object.entries(ENDINGS))("%s", (_, { effect, said, mend }) => {
  let told = 0;
  afterEach(faults.clearFaults);

  test.each([1, 2, 3, 4, 5, 6])(
    "at a random call among other faults, %i: it ends in exactly what was wanted",
    async (point) => {
      const random = randomOf(SEED + campaigns);
      const below = (most: number) => Math.floor(random() * most);
      const { name, job } = await newCampaign();
      const rule = { match: { on: "call" }, after: below(CALLS), times: 1, effect } as const;
      const { id } = standin.outbound.faults.add(rule);
      if (point % 2 === 0) faults.addFaults(below);
      const ended = await worked(job);
      const struck = standin.outbound.faults.rules().find((each) => each.id === id)?.struck;
      faults.clearFaults();
      expect(struck).toBe(1);
      if (ended !== "synced" || said.test(ended)) {
        expect(ended).toMatch(said);
        told += 1;
      }
      await mend(job);
      if (ended !== "synced") expect(await worked(job)).toBe("synced");
      await expectExact(name, job);
    },
  );

  test("it came in the middle most of the time", () => {
    expect(told).toBeGreaterThan(3);
  });
});

/** How far our clock is ahead of Shopify's. */
describe.each([-600_000, -20_000, 20_000, 600_000])("a clock that differs by %i ms", (aheadMs) => {
  const skewed = living(() => new Date(Date.now() + aheadMs));
  const looked = async (job: Job, own = skewed) => {
    await standin.idle();
    await processInbox(own, job.shopId);
    return worked(job, own);
  };
  const driftOf = ({ campaignId }: Job) =>
    prisma.drift.findMany({ where: { campaignId }, orderBy: { foundAt: "asc" } });
  const discountOf = (name: string) => {
    const found = [...shop.discounts.values()].find(({ title }) => title === name);
    if (found?.method !== "code") throw new Error(`There is no discount ${name}.`);
    return found;
  };
  const verb = (verb: "pause" | "resume", { campaignId: id }: Job) =>
    olive.done(`app.campaigns.$id.${verb}`, { params: { id } });

  test("pauses and resumes a campaign, and takes neither for a change of Shopify's", async () => {
    const { name, job } = await newCampaign({ codeKind: "public" });
    expect(await looked(job)).toBe("synced");
    await verb("pause", job);
    expect(await looked(job)).toBe("synced");
    const discount = discountOf(name);
    expect(discount.endsAt?.getTime()).toBeLessThanOrEqual(standin.world.now().getTime());
    // Shopify tells of it, and it is looked at again, later by a clock that is right.
    for (const own of [skewed, living(() => new Date())]) {
      announceChange(standin.world, shop, discount);
      expect(await looked(job, own)).toBe("synced");
      expect(await rowOf(job)).toMatchObject({ wanted: "paused", endsAt: null });
    }
    await verb("resume", job);
    expect(await looked(job)).toBe("synced");
    expect(discount.endsAt).toBeUndefined();
    expect(await driftOf(job)).toEqual([]);
  });

  test("finds what was changed in Shopify, told by a webhook or not", async () => {
    const { name, job } = await newCampaign({ codeKind: "public" });
    expect(await looked(job)).toBe("synced");
    const discount = discountOf(name);
    Object.assign(discount, { usageLimit: 70 });
    announceChange(standin.world, shop, discount);
    expect(await looked(job)).toBe("synced");
    expect(await rowOf(job)).toMatchObject({ totalCap: 70 });
    await sweepDiscounts(skewed, job);
    Object.assign(discount, { usageLimit: 80, updatedAt: new Date(Date.now() + 1_500) });
    await sweepDiscounts(skewed, job);
    expect(await looked(job)).toBe("synced");
    expect(await rowOf(job)).toMatchObject({ totalCap: 80 });
    expect((await driftOf(job)).map(({ foundBy }) => foundBy)).toEqual(["webhook", "sweep"]);
  });
});
