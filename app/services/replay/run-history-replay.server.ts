import type { PricedUse } from "#app/domain/replay/tally-history.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { replayHistory } from "./replay-history.server.ts";
import { triedLimitsOf } from "./tried-limits-of.server.ts";

const FAILED = "Something went wrong in Bonafide. Ask again.";

/** Works one question off, unless somebody stopped it. It takes seconds: one that was broken off begins anew. */
export async function runHistoryReplay(
  deps: Deps,
  { shopId, replayId: id }: { shopId: number; replayId: string },
): Promise<void> {
  const { prisma, pool } = deps.database;
  await ifUnlocked(pool, `replay-history:${shopId}`, async () => {
    const row = await prisma.historyReplay.findUnique({ where: { shopId_id: { shopId, id } } });
    if (row?.state !== "running") return;
    const note = async (data: Prisma.HistoryReplayUpdateManyMutationInput) =>
      (await prisma.historyReplay.updateMany({ where: { shopId, id, state: "running" }, data }))
        .count === 1;
    const onUses = async (uses: readonly PricedUse[]) => {
      if (uses.length > 0) await pool.query(WRITE, [shopId, id, JSON.stringify(uses)]);
    };
    try {
      await prisma.historyReplayUse.deleteMany({ where: { shopId, replayId: id } });
      const shop = await shopOf(deps, shopId);
      const result = await replayHistory(
        deps,
        shop,
        { campaignId: row.campaignId, limits: triedLimitsOf(row) },
        { onProgress: (done, total) => note({ done, total }), onUses },
      );
      if (result) await note({ state: "done", result, finishedAt: deps.now() });
    } catch (error) {
      deps.log.error({ err: error, shopId, id }, "a replay of a shop's history failed");
      await note({ state: "failed", error: FAILED, finishedAt: deps.now() });
    }
  });
}

const WRITE = `
  INSERT INTO history_replay_use (shop_id, replay_id, order_id, code_key, over_now, over_first, over_second,
    discount_minor, total_minor, placed_at)
  SELECT $1, $2::uuid, n."orderId", n."codeKey", (n.over ->> 'now')::boolean, (n.over ->> 'first')::boolean,
    (n.over ->> 'second')::boolean, n."discountMinor", n."totalMinor", n."placedAt"
  FROM json_to_recordset($3::json) AS n ("orderId" bigint, "codeKey" text, over json, "discountMinor" bigint,
    "totalMinor" bigint, "placedAt" timestamptz)
  ON CONFLICT DO NOTHING`;
