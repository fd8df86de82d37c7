import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, test } from "vitest";

import type { Actor } from "#app/domain/access/actor.ts";
import { cancelReading } from "#app/services/adoption/cancel-reading.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { freePort } from "#test/demo/free-port.ts";
import { fillShop } from "#test/standin/messy/fill.ts";
import { KillableWorker } from "#test/support/killable-worker.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp, settings } from "#test/support/standin-app.ts";
import { valueOf } from "#test/support/test-shop.ts";
import { readingDone } from "./fixtures/reading-done.ts";

const CODES = 60_000;

const app = await openStandinApp();
const shop = app.shop("bonafide-demo");
const { prisma } = app.deps.database;
const port = await freePort();
const worker = new KillableWorker({
  ...settings(`http://127.0.0.1:${port}`, app.standin),
  STANDIN_URL: app.standin.url,
  DATABASE_URL: app.databaseUrl,
  PORT: String(port),
});
afterAll(() => worker.stop());

async function adminOf(): Promise<Actor> {
  await (await StaffClient.of(app, "bonafide-demo")).read("app");
  const { id } = await prisma.shop.findUniqueOrThrow({ where: { domain: shop.domain } });
  return { kind: "staff", shopId: id, id: "1", name: "Olive", role: "admin" };
}

const running = () =>
  [...shop.bulkOperations.values()].filter(({ status }) => status === "RUNNING");

/** Resolves when a reading has got somewhere. */
async function until(id: string, isThere: (row: { codes: number; phase: string }) => boolean) {
  for (let look = 0; look < 6_000; look += 1) {
    const row = await prisma.adoption.findFirstOrThrow({ where: { id } });
    if (isThere(row)) return row;
    await sleep(5);
  }
  throw new Error("It does not get there.");
}

test("a reading killed while Shopify writes, and twice within the file, reads each code once", async () => {
  for (const _ of fillShop(app.standin.world, shop, { seed: 3, discounts: 60, codes: CODES }))
    void _;
  app.standin.world.config.bulkObjectsPerSecond = 100_000;
  const actor = await adminOf();
  await worker.start();
  const { id } = valueOf(await startReading(app.deps, actor));
  await until(id, ({ phase }) => phase === "preparing");
  await worker.kill();
  await worker.start();
  for (const codes of [1, CODES / 3]) {
    await until(id, (row) => row.codes >= codes);
    await worker.kill();
    const { codes: kept } = await until(id, () => true);
    expect(kept).toBeLessThan(CODES);
    expect(await prisma.redeemCode.count()).toBe(kept);
    await worker.start();
  }
  await readingDone(app.deps, actor.shopId, id);
  const there = [...shop.discounts.values()].flatMap((discount) =>
    discount.method === "code" ? [...discount.redeemCodes].map(({ id: number }) => number) : [],
  );
  const read = await prisma.redeemCode.findMany({ select: { id: true } });
  expect(read.map((row) => Number(row.id)).sort()).toEqual(there.sort());
  const runs = app.standin.world.calls.filter(({ operation }) => operation === "RunBulkQuery");
  expect(runs).toHaveLength(1);
});

test("a cancelled reading tells Shopify, keeps what was read before, and can be started anew", async () => {
  const actor = await adminOf();
  app.standin.world.config.bulkObjectsPerSecond = 2_000;
  const before = await prisma.redeemCode.count();
  const { id } = valueOf(await startReading(app.deps, actor));
  await until(id, ({ phase }) => phase === "preparing");
  await expect.poll(running).toHaveLength(1);
  valueOf(await cancelReading(app.deps, actor));
  await expect.poll(running).toEqual([]);
  const forgotten = () => prisma.adoption.count({ where: { id, bulkOperationId: null } });
  await expect.poll(forgotten).toBe(1);
  expect(await prisma.redeemCode.count()).toBe(before);
  app.standin.world.config.bulkObjectsPerSecond = 100_000;
  const again = valueOf(await startReading(app.deps, actor));
  await readingDone(app.deps, actor.shopId, again.id);
});
