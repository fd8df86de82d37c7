import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockIndex } from "./open-index.server.ts";
import { scoreOrders } from "./score-orders.server.ts";

/**
 * Scores all orders of a shop anew, in the order they were placed, whatever order they came in; what staff decided on
 * links, flags and leak alarms stands. May be stopped and goes on as orders that wait. @returns how many orders it was.
 */
export async function rescoreOrders(deps: Deps, shopId: number): Promise<number> {
  await inTransaction(deps.database.pool, async (client) => {
    await lockIndex(client, shopId);
    for (const statement of BEGIN_ANEW) await client.query(statement, [shopId]);
  });
  return scoreOrders(deps, { shopId });
}

const BEGIN_ANEW = [
  `UPDATE identity_index SET clusters = 0, heat = 0, heat_at = to_timestamp(0), sequence = 0, version = version + 1
   WHERE shop_id = $1`,
  "UPDATE identity_order SET sequence = NULL, cluster_id = NULL WHERE shop_id = $1",
  "DELETE FROM identity_value WHERE shop_id = $1",
  "DELETE FROM identity_scope WHERE shop_id = $1",
  "DELETE FROM leak_alarm WHERE shop_id = $1 AND ended_at IS NULL",
  "DELETE FROM person_link WHERE shop_id = $1 AND decided IS NULL",
];
