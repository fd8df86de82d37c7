import { mapStore } from "./map-store.server.ts";
import type { Next, Reading } from "./reading-step.server.ts";

/** Forgets what is no longer in the store, and says what the rest would become. */
export async function finishReading({ deps, shop, adoption }: Reading): Promise<Next> {
  const { pool, prisma } = deps.database;
  const values = [shop.id, adoption.createdAt];
  await pool.query(FORGET_CODES, values);
  await pool.query(FORGET_DISCOUNTS, [...values, deps.now()]);
  await pool.query("ANALYZE discount, redeem_code");
  await mapStore(deps, shop);
  await prisma.adoption.updateMany({
    where: { shopId: shop.id, id: adoption.id, state: "reading" },
    data: { state: "read", finishedAt: deps.now(), bulkOperationId: null, error: null },
  });
  return "over";
}

const FORGET_CODES = "DELETE FROM redeem_code WHERE shop_id = $1 AND read_at < $2";

const FORGET_DISCOUNTS = `
  UPDATE discount SET deleted_at = $3
  WHERE shop_id = $1 AND read_at < $2 AND campaign_id IS NULL AND deleted_at IS NULL`;
