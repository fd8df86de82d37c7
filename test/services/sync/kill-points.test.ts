import { describe, expect, test } from "vitest";

import { openAdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { openDatabase } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { syncCampaign } from "#app/services/sync/sync-campaign.server.ts";
import { randomOf } from "#test/demo/scenario.ts";
import type { NewFaultRule } from "#test/standin/faults/rule.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { StaffClient } from "#test/support/staff-client.ts";

/*
 * A sync that dies at any of its statements and calls, in any mix of Shopify's faults, and is begun again: in the end
 * Shopify has exactly what was wanted. The process dies as far as the sync can tell: from one moment on its database
 * answers nothing more, and its locks are free. test/flows/kill.test.ts kills real processes, at fewer points.
 */
const POINTS = 210;
const SEED = 20_261_126;
/** Waiting is not what is tried. */
const FASTER = 60;
const CODES = 520;

const app = await openStandinApp();
const { standin, deps } = app;
const olive = await StaffClient.of(app, "bonafide-demo");
const start = Date.now();
const clock = {
  now: () => new Date(start + (Date.now() - start) * FASTER),
  sleep: (ms: number) => deps.sleep(ms / FASTER),
};
// Shopify's own time goes as always: its bucket must not be what is waited for.
olive.shop.rate = { bucket: 1_000_000, restoreRate: 100_000 };

const FAULTS: NewFaultRule["effect"][] = [
  { action: "throttle" },
  { action: "status", status: 503 },
  { action: "reset" },
  { action: "loseResponse" },
];
const LOST_WORK: NewFaultRule["effect"][] = [
  { action: "vanish", done: 100 },
  { action: "delay", ms: 300 },
];

/**
 * Deps whose database is gone after so many statements, its connections and their locks with it; all else is the app's
 * own.
 */
function mortal(statements: number): { deps: Deps; seen(): number; close(): Promise<void> } {
  const database = openDatabase(app.databaseUrl, { connections: 4 });
  const connections = new Set<number>();
  let seen = 0;
  database.pool.on("connect", (client) =>
    connections.add((client as unknown as Connected).processID),
  );
  database.pool.on("acquire", () => {
    seen += 1;
    if (seen === statements) void die();
  });
  const die = async () => {
    const ended = database.pool.end().catch(() => undefined);
    await deps.database.pool.query(
      "SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid",
      [[...connections]],
    );
    await ended;
  };
  const own = { ...deps, ...clock, rateClock: clock.now, database };
  const parts = { ...own, random: () => 0.5, processId: deps.newId() };
  return {
    deps: { ...own, adminApi: openAdminApi(parts) },
    seen: () => seen,
    close: die,
  };
}

/** What the driver knows of a connection and does not say in its types. */
type Connected = { processID: number };

/** Long enough for what a dead process has under way to be told that it is dead. */
const DEATH_MS = 500;

async function attempt(statements: number, job: { shopId: number; campaignId: string }) {
  const run = mortal(statements);
  // Whatever it says then, nobody hears it.
  const sync = syncCampaign(run.deps, job).catch(() => undefined);
  const dead = async () => {
    while (run.seen() < statements) await deps.sleep(20);
    await deps.sleep(DEATH_MS);
  };
  await (Number.isFinite(statements) ? Promise.race([sync, dead()]) : sync);
  await Promise.race([run.close(), deps.sleep(DEATH_MS)]);
  return run.seen();
}

async function newCampaign(name: string) {
  const { prisma } = deps.database;
  const id = await makeCampaign(olive, name, { codeKind: "unique", codeCount: String(CODES) });
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id } });
  const batch = await prisma.codeBatch.findFirstOrThrow({ where: { campaignId: id } });
  await makeCodes(deps, { shopId, batchId: batch.id });
  return { shopId, campaignId: id };
}

async function syncedAfter(job: { shopId: number; campaignId: string }): Promise<number> {
  const where = { shopId_id: { shopId: job.shopId, id: job.campaignId } };
  for (let tries = 1; tries <= 30; tries++) {
    await attempt(Number.POSITIVE_INFINITY, job);
    const { syncState } = await deps.database.prisma.campaign.findUniqueOrThrow({ where });
    if (syncState === "synced") return tries;
    if (syncState === "failed")
      await olive.done("app.campaigns.$id.retry", { params: { id: job.campaignId } });
  }
  throw new Error("The sync came to no end.");
}

function inShopify(title: string) {
  const found = [...olive.shop.discounts.values()].filter((each) => each.title === title);
  const codes = found.flatMap((each) =>
    each.method === "code" ? [...each.redeemCodes.values()].map(({ code }) => code) : [],
  );
  return { discounts: found.length, codes: codes.toSorted() };
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

describe("a sync that dies", () => {
  test.each(Array.from({ length: POINTS }, (_, at) => at + 1))(
    "at random point %i is taken up, and ends in exactly what was wanted",
    async (point) => {
      const random = randomOf(SEED + point);
      const below = (most: number) => Math.floor(random() * most);
      const name = nameOf(point);
      const job = await newCampaign(name);
      const { faults } = standin.outbound;
      if (point % 2 === 0) {
        const seed = below(1_000_000);
        const effect = FAULTS[below(FAULTS.length)] ?? { action: "throttle" };
        faults.add({ match: { on: "call" }, probability: 0.15, seed, effect });
        const work = LOST_WORK[below(LOST_WORK.length)] ?? { action: "delay", ms: 300 };
        faults.add({ match: { on: "work" }, probability: 0.1, seed, effect: work });
      }
      for (let kills = 1 + below(2); kills > 0; kills--) await attempt(1 + below(statements), job);
      await syncedAfter(job);
      faults.clear();

      const { prisma } = deps.database;
      const wanted = await prisma.code.findMany({ where: { campaignId: job.campaignId } });
      expect(inShopify(name)).toEqual({
        discounts: 1,
        codes: wanted.map(({ code }) => code).toSorted(),
      });
      expect(wanted.filter(({ state }) => state !== "live")).toEqual([]);
      const batch = await prisma.codeBatch.findFirst({ where: { campaignId: job.campaignId } });
      expect(batch).toMatchObject({ made: CODES, live: CODES, refused: 0 });
      await forget(job);
    },
    30_000,
  );
});
