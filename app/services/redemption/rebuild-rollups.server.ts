import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { rebuildCheckouts } from "../checkout/rebuild-checkouts.server.ts";
import { rebuildPeople } from "./fold-people.server.ts";
import { markAllUsedCodes } from "./mark-used-codes.server.ts";
import { replaceRows } from "./replace-rows.server.ts";
import { DAY_COLUMNS, daysOf, HOUR_COLUMNS, hoursOf } from "./rollup-sql.ts";

/**
 * Folds a shop's rollups anew, from its ledger, and from its checkouts, in its present time zone. The caller holds the shop's intake
 * lock, so that nothing is appended meanwhile. @returns how many rows were not what they are now.
 */
export async function rebuildRollups(
  client: pg.PoolClient,
  { id, timeZone }: Pick<Shop, "id" | "timeZone">,
): Promise<number> {
  await client.query(LABELS_SEEN, [id]);
  const own = "(SELECT * FROM ledger_entry WHERE shop_id = $1)";
  const of = [id, timeZone];
  const changed = [
    await replaceRows(client, { ...BY_HOUR, fresh: hoursOf(own, "$2::text") }, of),
    await replaceRows(client, { ...BY_DAY, fresh: daysOf(HOURS) }, [id]),
    await rebuildPeople(client, { id, timeZone }),
    await rebuildCheckouts(client, { id, timeZone }),
  ];
  changed.push(await markAllUsedCodes(client, id));
  await client.query("UPDATE shop SET rollup_zone = $2 WHERE id = $1", of);
  return changed.reduce((sum, rows) => sum + rows);
}

/** Before anything is read: whoever changes a campaign from now on says so again. */
const LABELS_SEEN = `
  WITH folding AS (DELETE FROM label_fold WHERE shop_id = $1)
  UPDATE campaign SET labels_stale = false WHERE shop_id = $1 AND labels_stale`;

const BY_HOUR = {
  ...{ table: "rollup_hour", columns: HOUR_COLUMNS },
  key: "shop_id, grain, key, day, hour, currency",
};
/** Tables and charts ask for all of some days; that is also how rows come to be from day to day. */
const BY_DAY = {
  ...{ table: "rollup", columns: DAY_COLUMNS },
  ...{ key: "shop_id, grain, key, day, currency", layout: "grain, day, key" },
};
const HOURS = "(SELECT * FROM rollup_hour WHERE shop_id = $1)";
