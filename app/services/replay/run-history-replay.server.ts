import { limitsSchema } from "#app/domain/campaign/limit.schema.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { replayHistory } from "./replay-history.server.ts";

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
    try {
      const asked = { campaignId: row.campaignId, limits: limitsSchema.parse(row.limits) };
      const shop = await shopOf(deps, shopId);
      const result = await replayHistory(deps, shop, asked, (done, total) => note({ done, total }));
      if (result) await note({ state: "done", result, finishedAt: deps.now() });
    } catch (error) {
      deps.log.error({ err: error, shopId, id }, "a replay of a shop's history failed");
      await note({ state: "failed", error: FAILED, finishedAt: deps.now() });
    }
  });
}
