import { numericId } from "#app/infra/admin-api/gid.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { OF_DISCOUNT, offerCodesAgain } from "./offer-codes-again.server.ts";
import { recountCodeDrift } from "./recount-code-drift.server.ts";

export const DELETED =
  "The discount was deleted in Shopify. Try again to make it anew, or end the campaign.";

/**
 * Someone deleted a discount in Shopify. When it was the guard's, it is put up again; when it was a campaign's, the
 * campaign says so and waits for a person: deleting may have been meant.
 */
export async function noteDeletedDiscount(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  discountGid: string,
): Promise<void> {
  // The same discount has a global id of several types, depending on who tells of it: the number decides.
  const id = numericId(discountGid);
  const now = deps.now();
  await queryIn(
    tx,
    "UPDATE discount SET deleted_at = $3::timestamptz, campaign_id = NULL WHERE shop_id = $1::int AND id = $2::bigint",
    [shopId, id, now],
  );
  const campaigns = await queryIn<{ id: string }>(tx, GONE, [shopId, `%/${id}`, DELETED, now]);
  for (const campaign of campaigns) {
    // Its codes went with it.
    await offerCodesAgain(tx, { shopId, id: campaign.id }, OF_DISCOUNT);
    await recountCodeDrift(tx, { shopId, id: campaign.id }, now);
    await queryIn(tx, DRIFT, [shopId, deps.newId(), campaign.id, now]);
  }
  const guards = await queryIn(tx, GUARD_GONE, [shopId, `%/${id}`]);
  if (guards.length > 0) await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
}

const GONE = `
  UPDATE campaign SET sync_state = 'failed', discount_id = NULL, synced_revision = 0, agreed = NULL,
    sync_error = $3, updated_at = $4::timestamptz
  WHERE shop_id = $1::int AND discount_id LIKE $2 AND wanted <> 'ended'
  RETURNING id`;

const DRIFT = `
  INSERT INTO drift (shop_id, id, campaign_id, kind, is_conflict, state, found_at, found_by)
  SELECT $1::int, $2::uuid, $3::uuid, 'deleted', true, 'open', $4::timestamptz, 'webhook'
  WHERE NOT EXISTS (SELECT 1 FROM drift WHERE shop_id = $1::int AND campaign_id = $3::uuid AND kind = 'deleted' AND state = 'open')`;

const GUARD_GONE = `
  UPDATE shop SET guard_discount_id = NULL, guard_written = '{}'
  WHERE id = $1::int AND guard_discount_id LIKE $2 RETURNING id`;
