import { beforeEach, describe, expect, test } from "vitest";

import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { addCodes } from "#app/services/code/add-codes.server.ts";
import { cancelBatch } from "#app/services/code/cancel-batch.server.ts";
import { batchesOf } from "#app/services/code/list-batches.server.ts";
import { resumeWork } from "#app/services/sync/resume-work.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { addUniqueCampaign, batchOf, makeAll, stateOf } from "./unique-campaign.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `cancel-${(shops += 1)}.myshopify.com`);
  await deps.takeJobs();
});

const add = (id: string, count: number) =>
  addCodes(deps, at.as("editor"), id, { count: String(count), importId: "" });
const cancel = (campaignId: string, batchId: string) =>
  cancelBatch(deps, at.as("editor"), { campaignId, batchId });

/** Shopify has the first `live` codes of a batch, has been handed the next `open`, and refused the next `refused`. */
async function answered(batchId: string, live: number, open: number, refused: number) {
  await pool.query(
    `UPDATE code k SET state = CASE WHEN n <= $2 THEN 'live' WHEN n > $2 + $3 THEN 'failed' ELSE 'pending' END
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM code WHERE batch_id = $1::uuid) o
     WHERE k.id = o.id AND o.n <= $2::int + $3::int + $4::int`,
    [batchId, live, open, refused],
  );
  await pool.query(
    `INSERT INTO code_submission (shop_id, id, campaign_id, discount_id, code_ids, creation_id, created_at)
     SELECT k.shop_id, gen_random_uuid(), k.campaign_id, 'gid://shopify/DiscountCodeNode/1', array_agg(k.id),
       'gid://shopify/Creation/1', now()
     FROM (SELECT * FROM code WHERE batch_id = $1::uuid AND state = 'pending' ORDER BY id LIMIT $2) k
     GROUP BY k.shop_id, k.campaign_id`,
    [batchId, open],
  );
  await prisma.codeBatch.updateMany({ where: { id: batchId }, data: { live, refused } });
}

describe("cancelling", () => {
  test("in the middle keeps what Shopify has or was handed, and drops the rest", async () => {
    const id = await addUniqueCampaign(deps, at, "MIDDLE", { count: 100 });
    valueOf(await add(id, 25_000));
    const { id: batchId } = await batchOf(deps, id, 25_000);
    const dying: Deps = {
      ...deps,
      now: () => {
        if (made === 1) throw new Error("killed");
        made += 1;
        return deps.now();
      },
    };
    let made = 0;
    await expect(makeCodes(dying, { shopId: at.shop.id, batchId })).rejects.toThrow("killed");
    await answered(batchId, 250, 40, 10);
    valueOf(await cancel(id, batchId));
    await makeAll(deps);
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({
      codeCount: 400,
      codes: 400,
      nextSerial: 10_100,
    });
    expect(await batchesOf(deps, at.shop.id, id)).toContainEqual(
      expect.objectContaining({ wanted: 25_000, made: 300, live: 250, state: "cancelled" }),
    );
    expect(await deps.takeJobs()).toEqual([]);
    valueOf(await cancel(id, batchId));
    await makeCodes(deps, { shopId: at.shop.id, batchId });
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 400, codes: 400 });
  });

  test("one batch leaves what another has yet to make", async () => {
    const id = await addUniqueCampaign(deps, at, "BESIDE", { count: 10 });
    valueOf(await add(id, 6_000));
    valueOf(await add(id, 7_000));
    const { id: batchId } = await batchOf(deps, id, 6_000);
    await deps.takeJobs();
    valueOf(await cancel(id, batchId));
    await makeCodes(deps, { shopId: at.shop.id, batchId });
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 7_010, codes: 10 });
    const { id: other } = await batchOf(deps, id, 7_000);
    await makeCodes(deps, { shopId: at.shop.id, batchId: other });
    expect(await stateOf(deps, at.shop.id, id)).toEqual({
      codeCount: 7_010,
      codes: 7_010,
      keys: 7_010,
      nextSerial: 7_010,
    });
  });

  test("waits for the sync, and counts once though it is killed and tried again", async () => {
    const id = await addUniqueCampaign(deps, at, "WAITER", { count: 6_000 });
    await makeAll(deps);
    const { id: batchId } = await batchOf(deps, id, 6_000);
    valueOf(await cancel(id, batchId));
    await deps.takeJobs();
    const job = { shopId: at.shop.id, batchId };
    await ifUnlocked(pool, `sync:${at.shop.id}:${id}`, () => makeCodes(deps, job));
    expect(await deps.takeJobs()).toEqual([{ name: "make-codes", data: job }]);
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 6_000, codes: 6_000 });
    const send = () => Promise.reject(new Error("killed"));
    const dying: Deps = { ...deps, jobs: { ...deps.jobs, send } };
    await expect(makeCodes(dying, job)).rejects.toThrow("killed");
    await makeCodes(deps, job);
    await makeCodes(deps, job);
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 0, codes: 0 });
    expect(await deps.takeJobs()).toContainEqual({
      name: "sync-campaign",
      data: { shopId: at.shop.id, campaignId: id },
    });
  });

  test("goes on although the job that was to drop its codes is lost", async () => {
    const id = await addUniqueCampaign(deps, at, "FORGOT", { count: 6_000 });
    await makeAll(deps);
    const { id: batchId } = await batchOf(deps, id, 6_000);
    valueOf(await cancel(id, batchId));
    await deps.takeJobs();
    const again = { name: "make-codes", data: { shopId: at.shop.id, batchId } };
    await resumeWork(deps, { idleSeconds: 60 });
    expect(await deps.takeJobs()).toContainEqual(again);
    await makeCodes(deps, again.data);
    await deps.takeJobs();
    await resumeWork(deps, { idleSeconds: 60 });
    expect(await deps.takeJobs()).not.toContainEqual(again);
  });

  test("while a piece is being made is not lost", async () => {
    const id = await addUniqueCampaign(deps, at, "DURING", { count: 25_000 });
    const { id: batchId } = await batchOf(deps, id, 25_000);
    const cancelling: Promise<unknown>[] = [];
    // The clock is looked at after the batch was read; writing 10,000 codes takes longer than cancelling.
    const now = () => {
      if (cancelling.length === 0) cancelling.push(cancel(id, batchId));
      return deps.now();
    };
    await makeCodes({ ...deps, now }, { shopId: at.shop.id, batchId });
    expect(await Promise.all(cancelling)).toMatchObject([{ ok: true }]);
    await makeAll(deps);
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 0, codes: 0 });
    expect(await batchesOf(deps, at.shop.id, id)).toMatchObject([{ state: "cancelled", made: 0 }]);
  });

  test("is refused to whoever may not, for what is not there, and when all is done", async () => {
    const id = await addUniqueCampaign(deps, at, "REFUSE", { count: 5 });
    const { id: batchId } = await batchOf(deps, id, 5);
    const which = { campaignId: id, batchId };
    expect(refusalOf(await cancelBatch(deps, at.as("viewer"), which))).toBe("forbidden");
    expect(refusalOf(await cancel(deps.newId(), batchId))).toBe("not_found");
    expect(refusalOf(await cancel(id, "no id"))).toBe("not_found");
    const other = await addShop(deps, `other-cancel-${shops}.myshopify.com`);
    expect(refusalOf(await cancelBatch(deps, other.as("admin"), which))).toBe("not_found");
    await answered(batchId, 4, 0, 1);
    expect(refusalOf(await cancel(id, batchId))).toBe("conflict");
    expect(await stateOf(deps, at.shop.id, id)).toMatchObject({ codeCount: 5, codes: 5 });
  });
});
