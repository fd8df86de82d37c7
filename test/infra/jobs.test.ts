import { afterAll, expect, test, vi } from "vitest";

import { inTransaction, openDatabase } from "#app/infra/db/database.server.ts";
import { openJobs } from "#app/infra/jobs/jobs.server.ts";
import { openLog } from "#app/infra/log.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

const url = await openTestDatabase();
const database = openDatabase(url, { connections: 4 });
const jobs = await openJobs(url, { works: true, log: openLog("silent") });
afterAll(async () => {
  await jobs.stop();
  await database.close();
});

const done: string[] = [];
const told = (campaignId: string) => ({ shopId: 1, campaignId });

test("a job is sent if and only if its transaction commits, of whichever kind", async () => {
  const { pool, prisma } = database;
  const no = new Error("no");
  await inTransaction(pool, (client) =>
    jobs.send("sync-campaign", told("pool"), { transaction: client }),
  );
  await prisma.$transaction((tx) =>
    jobs.send("sync-campaign", told("prisma"), { transaction: tx }),
  );
  const lost = inTransaction(pool, async (client) => {
    await jobs.send("sync-campaign", told("pool, rolled back"), { transaction: client });
    throw no;
  });
  await expect(lost).rejects.toBe(no);
  const lostToo = prisma.$transaction(async (tx) => {
    await jobs.send("sync-campaign", told("prisma, rolled back"), { transaction: tx });
    throw no;
  });
  await expect(lostToo).rejects.toThrow(no);
  for (let again = 0; again < 3; again += 1)
    await jobs.send("sync-campaign", told("asked for often"));

  const failedOnce = new Set<string>();
  await jobs.work("sync-campaign", ({ campaignId }) => {
    done.push(campaignId);
    if (campaignId !== "pool" || failedOnce.has("pool")) return Promise.resolve();
    failedOnce.add("pool");
    return Promise.reject(new Error("once"));
  });
  await vi.waitFor(
    () => expect([...done].sort()).toEqual(["asked for often", "pool", "pool", "prisma"]),
    { timeout: 60_000 },
  );
});
