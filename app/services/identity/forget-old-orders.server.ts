import { inTransaction } from "#app/infra/db/database.server.ts";
import { DAY_MS } from "#app/domain/shared/days.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { forgetOrders } from "./forget-orders.server.ts";

/** Days an order is kept for comparison: who comes back after two years is new. */
const KEPT_DAYS = 730;
/** Orders in one transaction. */
const PAGE = 500;

/** Erases what is kept for comparison of orders that are too old. */
export async function forgetOldOrders(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - KEPT_DAYS * DAY_MS);
  const shops = await deps.database.prisma.shop.findMany({ select: { id: true } });
  for (const { id } of shops)
    for (let gone = PAGE; gone === PAGE;)
      gone = await inTransaction(deps.database.pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(OLD, [id, before, PAGE]);
        await forgetOrders(
          client,
          id,
          rows.map((row) => row.id),
        );
        return rows.length;
      });
}

const OLD = `
  SELECT order_id::text AS id FROM identity_order
  WHERE shop_id = $1 AND placed_at < $2 ORDER BY placed_at LIMIT $3`;
