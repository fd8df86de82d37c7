import { beforeEach, expect, test } from "vitest";

import { cancelBatch } from "#app/services/code/cancel-batch.server.ts";
import { retryCodes } from "#app/services/code/retry-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import {
  addCampaign,
  addShop,
  refusalOf,
  valueOf,
  type TestShop,
} from "#test/support/test-shop.ts";
import { addUniqueCampaign, batchOf, makeAll } from "./unique-campaign.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `retry-${(shops += 1)}.myshopify.com`);
});

const retry = (ids: readonly string[]) => retryCodes(deps, at.as("editor"), { ids });

/** Shopify refused the first `count` codes of a campaign, and has the others. @returns the ids of all, oldest first. */
async function refuse(campaignId: string, count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE code k SET state = CASE WHEN n <= $2 THEN 'failed' ELSE 'live' END,
       error = CASE WHEN n <= $2 THEN 'Already a code of “Old sale” in Shopify.' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM code WHERE campaign_id = $1::uuid) o
     WHERE k.id = o.id RETURNING k.id::text`,
    [campaignId, count],
  );
  await pool.query(
    `UPDATE code_batch b SET live = (SELECT count(*) FROM code k WHERE k.batch_id = b.id AND state = 'live'),
       refused = (SELECT count(*) FROM code k WHERE k.batch_id = b.id AND state = 'failed')
     WHERE campaign_id = $1`,
    [campaignId],
  );
  await prisma.campaign.updateMany({ where: { id: campaignId }, data: { syncState: "synced" } });
  return rows.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
}

const statesOf = async (ids: readonly string[]) =>
  (
    await prisma.code.findMany({
      where: { shopId: at.shop.id, id: { in: ids.map(BigInt) } },
      orderBy: { id: "asc" },
      select: { state: true, error: true },
    })
  ).map(({ state, error }) => [state, error]);

test("codes that were refused are offered again; others among the chosen are left alone", async () => {
  const id = await addUniqueCampaign(deps, at, "RETRY", { count: 6 });
  const ids = await refuse(id, 3);
  await deps.takeJobs();
  expect(valueOf(await retry([...ids.slice(1), "no id", "9".repeat(30)]))).toEqual({ count: 2 });
  expect(await statesOf(ids)).toEqual([
    ["failed", "Already a code of “Old sale” in Shopify."],
    ["pending", null],
    ["pending", null],
    ["live", null],
    ["live", null],
    ["live", null],
  ]);
  expect(await batchOf(deps, id, 6)).toMatchObject({ live: 3, refused: 1 });
  expect(await prisma.campaign.findFirstOrThrow({ where: { id } })).toMatchObject({
    syncState: "waiting",
    codeCount: 6,
  });
  expect(await deps.takeJobs()).toEqual([
    { name: "sync-campaign", data: { shopId: at.shop.id, campaignId: id } },
  ]);
  expect(valueOf(await retry(ids.slice(3)))).toEqual({ count: 0 });
  expect(await deps.takeJobs()).toEqual([]);
});

test("codes of several campaigns are retried together, one job and one line in the log for each", async () => {
  const one = await refuse(await addUniqueCampaign(deps, at, "FIRST", { count: 2 }), 2);
  const other = await refuse(await addUniqueCampaign(deps, at, "SECOND", { count: 3 }), 3);
  const open = await refuse(await addCampaign(deps, at), 1);
  await deps.takeJobs();
  expect(valueOf(await retry([...one, ...other, ...open]))).toEqual({ count: 6 });
  expect((await deps.takeJobs()).map(({ name }) => name)).toEqual(Array(3).fill("sync-campaign"));
  const where = { shopId: at.shop.id, action: "codes.retried" };
  expect(await prisma.auditEvent.count({ where })).toBe(3);
});

test("a code of a cancelled batch is not offered again: nobody would take it to Shopify", async () => {
  const id = await addUniqueCampaign(deps, at, "STOPPED", { count: 4 });
  const ids = await refuse(id, 2);
  const { id: batchId } = await batchOf(deps, id, 4);
  await prisma.code.updateMany({
    where: { shopId: at.shop.id, id: BigInt(ids[3]!) },
    data: { state: "pending" },
  });
  await prisma.codeBatch.updateMany({ where: { id: batchId }, data: { live: 1 } });
  valueOf(await cancelBatch(deps, at.as("editor"), { campaignId: id, batchId }));
  await makeAll(deps);
  expect(valueOf(await retry(ids))).toEqual({ count: 0 });
  expect((await statesOf(ids)).map(([state]) => state)).toEqual(["failed", "failed", "live"]);
});

test("what cannot be retried is refused", async () => {
  const ids = await refuse(await addUniqueCampaign(deps, at, "REFUSE", { count: 1 }), 1);
  expect(refusalOf(await retryCodes(deps, at.as("viewer"), { ids }))).toBe("forbidden");
  expect(refusalOf(await retry([]))).toBe("ids");
  expect(refusalOf(await retry(["no id"]))).toBe("ids");
  expect(refusalOf(await retry(Array.from({ length: 1_001 }, (_, i) => String(i))))).toBe("ids");
  const other = await addShop(deps, `other-retry-${shops}.myshopify.com`);
  expect(valueOf(await retryCodes(deps, other.as("admin"), { ids }))).toEqual({ count: 0 });
  expect((await statesOf(ids)).map(([state]) => state)).toEqual(["failed"]);
});
