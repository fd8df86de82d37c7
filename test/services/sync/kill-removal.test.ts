import { describe, expect, test } from "vitest";

import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { randomOf } from "#test/demo/scenario.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openDyingSyncs } from "./fixtures/dying-syncs.ts";

/*
 * Syncs that take codes out of Shopify (paused, retired and replaced ones) and put others back, which die at any of
 * their statements and calls, in any mix of Shopify's faults: in the end Shopify has exactly the codes that are to work.
 */
const POINTS = 60;
const SEED = 20_261_127;
const CODES = 400;
const NAME = "SPRING26_10OFF";

const { app, olive, attempt, syncedAfter, inShopify, ...faults } = await openDyingSyncs();
const { prisma } = app.deps.database;

const campaignId = await makeCampaign(olive, NAME, {
  ...{ codeKind: "unique", codeCount: String(CODES), perCustomer: "" },
});
const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: campaignId } });
const batch = await prisma.codeBatch.findFirstOrThrow({ where: { campaignId } });
await makeCodes(app.deps, { shopId, batchId: batch.id });
const job = { shopId, campaignId };
await syncedAfter(job);

/** What shoppers are to find, by what was asked for; nothing here is read back from the app. */
const made = await prisma.code.findMany({ where: { campaignId }, orderBy: { id: "asc" } });
const working = new Set(made.map(({ code }) => code));
const paused = new Set<string>();

async function idsOf(codes: readonly string[]): Promise<string[]> {
  const rows = await prisma.code.findMany({
    where: { campaignId, code: { in: [...codes] }, assignedUntil: null },
  });
  return rows.map(({ id }) => String(id));
}

async function ask(verb: "pause" | "resume" | "retire", codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const ids = (await idsOf(codes)).join(",");
  await olive.done(`app.codes_.${verb}`, { form: { ids } });
  for (const code of codes) {
    if (verb === "resume") working.add(code);
    else working.delete(code);
    if (verb === "pause") paused.add(code);
    else paused.delete(code);
  }
}

async function replace(code: string, by: string): Promise<void> {
  const [codeId = ""] = await idsOf([code]);
  const form = { action: "rotate", codeId, to: by };
  await olive.done("app.campaigns.$id.schedule", { params: { id: campaignId }, form });
  working.delete(code);
  working.add(by);
}

/** Something of everything, each with codes of its own; now and then more than one call takes. */
async function askForMuch(point: number, below: (most: number) => number): Promise<void> {
  const codes = [...working].toSorted();
  const from = below(20);
  const [old = "", ...others] = codes.splice(from, 2 + below(2));
  const count = point % 10 === 0 ? 260 : 1 + below(15);
  const back = [...paused].slice(0, point % 10 === 1 ? paused.size : below(6));
  await ask("resume", back);
  await ask("retire", others);
  await ask("pause", codes.slice(from, from + count));
  await replace(old, `NEW-${point}-26`);
}

let statements = 0;
test("an undisturbed removal is something to interrupt", async () => {
  await askForMuch(0, () => 1);
  statements = await attempt(Number.POSITIVE_INFINITY, job);
  expect(statements).toBeGreaterThan(30);
  expect(inShopify(NAME)).toEqual({ discounts: 1, codes: [...working].toSorted() });
});

describe("a sync that takes codes out and dies", () => {
  test.each(Array.from({ length: POINTS }, (_, at) => at + 1))(
    "at random point %i is taken up, and leaves exactly what is to work",
    async (point) => {
      const random = randomOf(SEED + point);
      const below = (most: number) => Math.floor(random() * most);
      await askForMuch(point, below);
      if (point % 2 === 0) faults.addFaults(below);
      for (let kills = 1 + below(2); kills > 0; kills--) await attempt(1 + below(statements), job);
      await syncedAfter(job);
      faults.clearFaults();

      expect(inShopify(NAME)).toEqual({ discounts: 1, codes: [...working].toSorted() });
      const rows = await prisma.code.findMany({ where: { campaignId, assignedUntil: null } });
      const of = (state: string) =>
        rows.flatMap((row) => (row.state === state ? [row.code] : [])).toSorted();
      expect(of("live")).toEqual([...working].toSorted());
      expect(of("paused")).toEqual([...paused].toSorted());
      expect(rows).toHaveLength(working.size + paused.size);
      expect(await prisma.drift.count({ where: { campaignId } })).toBe(0);
    },
  );
});
