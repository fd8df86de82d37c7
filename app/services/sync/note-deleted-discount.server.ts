import type pg from "pg";

import { numericId } from "#app/infra/admin-api/gid.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/**
 * Someone deleted a discount in Shopify. When it was the guard's, it is put up again; when it was a campaign's, the
 * campaign says so and waits for a person: deleting may have been meant.
 */
export async function noteDeletedDiscount(
  deps: Deps,
  client: pg.PoolClient,
  shop: Shop,
  discountGid: string,
): Promise<void> {
  // The same discount has a global id of several types, depending on who tells of it: the number decides.
  const discountId = `%/${numericId(discountGid)}`;
  await client.query(
    `UPDATE campaign SET sync_state = 'failed', discount_id = NULL, synced_revision = 0,
       sync_error = 'The discount was deleted in Shopify. Try again to make it anew, or end the campaign.'
     WHERE shop_id = $1 AND discount_id LIKE $2 AND wanted <> 'ended'`,
    [shop.id, discountId],
  );
  const { rowCount } = await client.query(
    "UPDATE shop SET guard_discount_id = NULL, guard_written = '{}' WHERE id = $1 AND guard_discount_id LIKE $2",
    [shop.id, discountId],
  );
  if (rowCount) await deps.jobs.send("publish-guard", { shopId: shop.id }, { transaction: client });
}
