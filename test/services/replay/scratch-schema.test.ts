import { beforeEach, expect, test } from "vitest";

import { replayHistory } from "#app/services/replay/replay-history.server.ts";
import { inScratchSchema } from "#app/services/replay/scratch-schema.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { FOUR, whatIfStage } from "./what-if-stage.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;
const on = whatIfStage(deps);
const { orders } = on;
let at: TestShop;
let id: string;

beforeEach(async () => {
  ({ at, id } = await on.begin());
});

/** All that a shop has, but for what was asked. */
async function everything(): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'shop_id' AND table_name NOT LIKE 'history_replay%' ORDER BY 1`,
  );
  const found: Record<string, unknown> = {};
  for (const { name } of rows) {
    const text = `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM public."${name}" t WHERE shop_id = $1`;
    found[name] = (await pool.query(text, [at.shop.id])).rows[0];
  }
  return found;
}

test("nothing of the shop's is changed, and no shop's copy is left behind", async () => {
  await orders(...FOUR);
  const before = await everything();
  const limits = [{ perCustomer: 1, window: "lifetime", counter: "campaign" } as const];
  const asked = { campaignId: id, limits: { first: limits, second: [] } };
  const listener = { onProgress: () => Promise.resolve(true), onUses: () => Promise.resolve() };
  expect(await replayHistory(deps, at.shop, asked, listener)).not.toBeNull();
  expect(await everything()).toEqual(before);
  const left = "SELECT FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'";
  // The connection ends by itself a moment later.
  await expect.poll(async () => (await pool.query(left)).rowCount).toBe(0);
});

test("in the scratch schema the copy can be changed, and nothing else", async () => {
  const rename = "UPDATE campaign SET name = 'OTHER' WHERE shop_id = $1";
  await inScratchSchema(
    deps,
    at.shop.id,
    { copied: ["campaign"], empty: ["flag"] },
    async (client) => {
      expect((await client.query(rename, [at.shop.id])).rowCount).toBe(1);
      expect((await client.query("SELECT name FROM campaign")).rows).toEqual([{ name: "OTHER" }]);
      expect((await client.query("SELECT FROM flag")).rowCount).toBe(0);
      await client.query("SAVEPOINT before");
      const real = "UPDATE public.campaign SET name = 'OTHER' WHERE shop_id = $1";
      await expect(client.query(real, [at.shop.id])).rejects.toThrow(/read-only transaction/);
      await client.query("ROLLBACK TO SAVEPOINT before");
      const other = "DELETE FROM shop_order WHERE shop_id = $1";
      await expect(client.query(other, [at.shop.id])).rejects.toThrow(/read-only transaction/);
    },
  );
  const [campaign] = await prisma.campaign.findMany({ where: { shopId: at.shop.id } });
  expect(campaign?.name).toBe("SUMMER26_10OFF");
});
