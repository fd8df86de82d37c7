import { describe, expect, test } from "vitest";

import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { randomOf } from "#test/demo/scenario.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openDyingSyncs } from "./fixtures/dying-syncs.ts";

/*
 * A sync that dies at any of its statements and calls, in any mix of Shopify's faults, and is begun again: in the end
 * Shopify has exactly what was wanted. test/flows/kill.test.ts kills real processes, at fewer points.
 */
const POINTS = 210;
const SEED = 20_261_126;
/** One call more than one. */
const CODES = 260;
/** Syncs that die beside each other: most of each is waiting. */
const AT_ONCE = 5;

const { app, olive, attempt, syncedAfter, inShopify, ...faults } = await openDyingSyncs();
const { deps } = app;

async function newCampaign(name: string) {
  const { prisma } = deps.database;
  const id = await makeCampaign(olive, name, { codeKind: "unique", codeCount: String(CODES) });
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id } });
  const batch = await prisma.codeBatch.findFirstOrThrow({ where: { campaignId: id } });
  await makeCodes(deps, { shopId, batchId: batch.id });
  return { shopId, campaignId: id };
}

/** So that the last point costs no more than the first: the guard writes the rules of all campaigns. */
async function forget({ campaignId }: { campaignId: string }): Promise<void> {
  for (const table of ["code", "code_batch"])
    await deps.database.pool.query(`DELETE FROM ${table} WHERE campaign_id = $1`, [campaignId]);
  await deps.database.pool.query("DELETE FROM campaign WHERE id = $1", [campaignId]);
}

const SEASONS = ["SPRING", "SUMMER", "AUTUMN", "WINTER", "XMAS", "EASTER"];
const nameOf = (point: number) =>
  `${SEASONS[point % 6] ?? ""}${20 + (Math.floor(point / 6) % 80)}_10OFF`;

let statements = 0;
test("an undisturbed sync is something to interrupt", async () => {
  const job = await newCampaign(nameOf(0));
  statements = await attempt(Number.POSITIVE_INFINITY, job);
  expect(statements).toBeGreaterThan(30);
  expect(inShopify(nameOf(0))).toMatchObject({ discounts: 1 });
});

const groups = Array.from({ length: POINTS / AT_ONCE }, (_, group) =>
  Array.from({ length: AT_ONCE }, (_, at) => group * AT_ONCE + at + 1),
);

describe("syncs that die", () => {
  test.each(groups)(
    "at random points %i, %i, %i, %i and %i are taken up, and end in exactly what was wanted",
    async (...points) => {
      const random = randomOf(SEED + (points[0] ?? 0));
      const below = (most: number) => Math.floor(random() * most);
      if (below(2) === 0) faults.addFaults(below);
      await Promise.all(points.map((point) => dieAndEnd(point, below)));
      faults.clearFaults();
    },
  );
});

async function dieAndEnd(point: number, below: (most: number) => number): Promise<void> {
  const name = nameOf(point);
  const dies = Array.from({ length: 1 + below(2) }, () => 1 + below(statements));
  const job = await newCampaign(name);
  for (const statement of dies) await attempt(statement, job);
  await syncedAfter(job);

  const { prisma } = deps.database;
  const wanted = await prisma.code.findMany({ where: { campaignId: job.campaignId } });
  expect(inShopify(name), `point ${point}`).toEqual({
    discounts: 1,
    codes: wanted.map(({ code }) => code).toSorted(),
  });
  expect(wanted.filter(({ state }) => state !== "live")).toEqual([]);
  const batch = await prisma.codeBatch.findFirst({ where: { campaignId: job.campaignId } });
  expect(batch).toMatchObject({ made: CODES, live: CODES, refused: 0 });
  await forget(job);
}
