import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { rebuildPeople } from "./fold-people.server.ts";
import { labelled, LABELS } from "./label-sql.ts";
import { DAY_COLUMNS, foldDays, foldHours, HOUR_COLUMNS } from "./rollup-sql.ts";

/**
 * Folds a shop's rollups anew, from its ledger alone and in its present time zone. The caller holds the shop's intake
 * lock, so that nothing is appended meanwhile.
 */
export async function rebuildRollups(
  client: pg.PoolClient,
  { id, timeZone }: Pick<Shop, "id" | "timeZone">,
): Promise<void> {
  await client.query(LABELS_SEEN, [id]);
  await client.query("DELETE FROM rollup WHERE shop_id = $1", [id]);
  await client.query("DELETE FROM rollup_hour WHERE shop_id = $1", [id]);
  const own = "(SELECT * FROM ledger_entry WHERE shop_id = $1)";
  await client.query(foldDays(own, "$2::text"), [id, timeZone]);
  await client.query(foldHours(own, "$2::text"), [id, timeZone]);
  await rebuildPeople(client, { id, timeZone });
  await client.query("UPDATE shop SET rollup_zone = $2 WHERE id = $1", [id, timeZone]);
}

/**
 * Folds what follows from names and segments anew, from the sums of campaigns and codes. As `rebuildRollups`, for when
 * only those were changed.
 */
export async function relabelRollups(
  client: pg.PoolClient,
  { id }: Pick<Shop, "id">,
): Promise<void> {
  await client.query(LABELS_SEEN, [id]);
  for (const [table, time, columns] of TABLES) {
    await client.query(`DELETE FROM ${table} WHERE shop_id = $1 AND ${LABELS}`, [id]);
    const own = `(SELECT * FROM ${table} WHERE shop_id = $1 AND grain IN ('campaign', 'code'))`;
    await client.query(`INSERT INTO ${table} (${columns}) ${labelled(own, time)}`, [id]);
  }
}

/** Before anything is read: whoever changes a campaign from now on says so again. */
const LABELS_SEEN = "UPDATE campaign SET labels_stale = false WHERE shop_id = $1 AND labels_stale";

const TABLES = [
  ["rollup", "day", DAY_COLUMNS],
  ["rollup_hour", "day, hour", HOUR_COLUMNS],
] as const;
