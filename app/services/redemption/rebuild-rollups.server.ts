import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { foldDays, foldHours } from "./rollup-sql.ts";

/**
 * Folds a shop's rollups anew, from its ledger alone and in its present time zone. The caller holds the shop's intake
 * lock, so that nothing is appended meanwhile.
 */
export async function rebuildRollups(
  client: pg.PoolClient,
  { id, timeZone }: Pick<Shop, "id" | "timeZone">,
): Promise<void> {
  await client.query("DELETE FROM rollup WHERE shop_id = $1", [id]);
  await client.query("DELETE FROM rollup_hour WHERE shop_id = $1", [id]);
  const own = "(SELECT * FROM ledger_entry WHERE shop_id = $1)";
  await client.query(foldDays(own, "$2::text"), [id, timeZone]);
  await client.query(foldHours(own, "$2::text"), [id, timeZone]);
  await client.query("UPDATE shop SET rollup_zone = $2 WHERE id = $1", [id, timeZone]);
}
