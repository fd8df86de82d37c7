import type pg from "pg";

import { noteGone } from "../person/gone-accounts.server.ts";
import { forgetTold } from "../person/told-accounts.server.ts";

/** Of an account that Shopify has no more: there is nothing left to write its standing to, and nobody to know by it. */
export async function forgetStanding(
  client: pg.PoolClient,
  shopId: number,
  customerId: string,
  now: Date,
): Promise<void> {
  await noteGone(client, shopId, customerId, now);
  await client.query("DELETE FROM standing WHERE shop_id = $1 AND customer_id = $2", [
    shopId,
    customerId,
  ]);
  await forgetTold(client, shopId, customerId);
}
