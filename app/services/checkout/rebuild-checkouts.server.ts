import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { replaceRows } from "../redemption/replace-rows.server.ts";

/**
 * Counts a shop's checkouts by the days of its present time zone, anew. The caller holds its intake lock. @returns how many
 * rows were not what they are now.
 */
export function rebuildCheckouts(
  client: pg.PoolClient,
  { id, timeZone }: Pick<Shop, "id" | "timeZone">,
): Promise<number> {
  return replaceRows(client, DAYS, [id, timeZone]);
}

const DAYS = {
  table: "checkout_day",
  columns: "shop_id, campaign_id, day, checkouts, ordered",
  key: "shop_id, campaign_id, day",
  fresh: `
    SELECT shop_id, campaign_id, (started_at AT TIME ZONE $2::text)::date AS day, count(*)::int AS checkouts,
      count(*) FILTER (WHERE is_ordered)::int AS ordered
    FROM checkout WHERE shop_id = $1 GROUP BY 1, 2, 3`,
};
