import type { Deps } from "#app/infra/deps.server.ts";

import { forgetErasedOrders } from "../compliance/erased-orders.server.ts";
import { forgetGone } from "../person/gone-accounts.server.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** For how long after an account is gone a message of it may still arrive: Shopify tries for two days, and it may be late. */
const LATE_DAYS = 7;

/** Messages in one statement. */
const PAGE = 2_000;

/**
 * Forgets webhooks that were worked off longer ago than the shop keeps them. Those that were set aside stay with their
 * reason, without the body. The numbers of accounts that are no more, and of orders whose customer was erased, are forgotten
 * with the last message that might name them. Nothing is counted from them any more: the ledger and what is known of orders
 * stand alone.
 */
export async function purgeMessages(deps: Deps): Promise<void> {
  const shops = await deps.database.prisma.shop.findMany({ select: { id: true, bodyDays: true } });
  for (const { id, bodyDays } of shops) {
    const before = new Date(deps.now().getTime() - bodyDays * DAY);
    for (let gone = PAGE; gone === PAGE;)
      gone = (await deps.database.pool.query(FORGET, [id, before, PAGE])).rowCount ?? 0;
    await deps.database.pool.query(ERASE, [id, before]);
    const late = new Date(before.getTime() - LATE_DAYS * DAY);
    await forgetGone(deps.database.pool, id, late);
    await forgetErasedOrders(deps.database.pool, id, late);
  }
}

const FORGET = `
  DELETE FROM inbox_message WHERE shop_id = $1 AND id IN (
    SELECT id FROM inbox_message WHERE shop_id = $1 AND received_at < $2 AND state = 'done'
    ORDER BY received_at LIMIT $3)`;

const ERASE = `
  UPDATE inbox_message SET body = '' WHERE shop_id = $1 AND received_at < $2 AND state = 'dead' AND body <> ''`;
