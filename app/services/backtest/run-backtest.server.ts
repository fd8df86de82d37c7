import { variantSchema } from "#app/domain/backtest/variant.schema.ts";
import type { Prisma } from "#app/infra/db/generated/client.ts";
import { ifUnlocked } from "#app/infra/db/lock.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { judgePast, type JudgedOrder } from "./judge-past.server.ts";

const FAILED = "Something went wrong in Bonafide. Try it again.";

/** Orders written at once. */
const PAGE = 1_000;

/** Works one backtest off, unless somebody stopped it. One that was broken off begins anew. */
export async function runBacktest(
  deps: Deps,
  { shopId, backtestId: id }: { shopId: number; backtestId: string },
): Promise<void> {
  const { prisma, pool } = deps.database;
  await ifUnlocked(pool, `backtest:${shopId}`, async () => {
    const row = await prisma.backtest.findUnique({ where: { shopId_id: { shopId, id } } });
    if (row?.state !== "running") return;
    const note = async (data: Prisma.BacktestUpdateManyMutationInput) =>
      (await prisma.backtest.updateMany({ where: { shopId, id, state: "running" }, data }))
        .count === 1;
    const held: JudgedOrder[] = [];
    const write = async (least: number) => {
      while (held.length >= least && held.length > 0)
        await pool.query(WRITE, [shopId, id, JSON.stringify(held.splice(0, PAGE))]);
    };
    try {
      await prisma.backtestOrder.deleteMany({ where: { shopId, backtestId: id } });
      const shop = await shopOf(deps, shopId);
      const [first, second] = [variantSchema.parse(row.first), variantSchema.parse(row.second)];
      const result = await judgePast(
        deps,
        shop,
        { first, second },
        {
          onProgress: (done, total) => note({ done, total }),
          onOrders: async (orders) => {
            held.push(...orders);
            await write(PAGE);
          },
        },
      );
      if (!result) return;
      await write(1);
      await note({ state: "done", result, finishedAt: deps.now() });
    } catch (error) {
      deps.log.error({ err: error, shopId, id }, "a backtest failed");
      await note({ state: "failed", error: FAILED, finishedAt: deps.now() });
    }
  });
}

const WRITE = `
  INSERT INTO backtest_order (shop_id, backtest_id, order_id, first, second, score, discount_minor, placed_at)
  SELECT $1, $2::uuid, n."orderId", n.first, n.second, n.score, n."discountMinor", n."placedAt"
  FROM json_to_recordset($3::json) AS n ("orderId" bigint, first text, second text, score float8,
    "discountMinor" bigint, "placedAt" timestamptz)
  ON CONFLICT DO NOTHING`;
