import type { Deps } from "#app/infra/deps.server.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

/** The number in the discount's global ids, and when Shopify last changed it. */
export type ChangedDiscount = { discountId: string; updatedAt: Date };

/**
 * Has campaigns looked at whose discounts somebody may have changed in Shopify. What we have read since, such as our own
 * changes, is passed over. Shopify tells the time in whole seconds: of the second we read in, there may be something new. A
 * webhook says that there is; a sweep looks once more at what was read within a minute of its change, since clocks differ.
 */
export async function noteChangedDiscounts(
  deps: Deps,
  tx: AnyTransaction,
  shopId: number,
  changed: readonly ChangedDiscount[],
  askedBy: "webhook" | "sweep" = "webhook",
): Promise<void> {
  const rows = await queryIn<{ id: string }>(tx, MARK, [
    shopId,
    JSON.stringify(changed.map(({ discountId: id, updatedAt }) => ({ id, updatedAt }))),
    askedBy,
    deps.now(),
  ]);
  for (const { id } of rows)
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
}

/**
 * A campaign that waits for a person goes on waiting: what was changed is seen when they try again. One that is at work
 * is looked at once more afterwards; what it is at now stays whose it is.
 */
const MARK = `
  UPDATE campaign c SET sync_state = CASE c.sync_state WHEN 'synced' THEN 'waiting' ELSE c.sync_state END,
    sync_asked_by = CASE c.sync_state WHEN 'synced' THEN $3 ELSE c.sync_asked_by END,
    asked_again_by = CASE c.sync_state WHEN 'syncing' THEN $3 END, updated_at = $4::timestamptz
  FROM json_to_recordset($2::json) AS told (id bigint, "updatedAt" timestamptz)
  JOIN discount d ON d.shop_id = $1::int AND d.id = told.id AND (told."updatedAt" > d.updated_at
    OR told."updatedAt" = date_trunc('second', d.updated_at)
      AND ($3 = 'webhook' OR abs(extract(epoch FROM d.read_at - told."updatedAt")) < 60))
  WHERE c.shop_id = $1::int AND c.id = d.campaign_id AND c.sync_state IN ('synced', 'syncing')
  RETURNING c.id`;
