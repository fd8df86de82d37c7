import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { DAY_COLUMNS, daysOf, HOUR_COLUMNS, hoursOf } from "./rollup-sql.ts";

/** How many rows of a shop's rollups are not what its ledger adds up to; missing and surplus ones are counted too. */
export async function differingRollups(
  db: Pick<pg.Pool, "query">,
  { id, timeZone, rollupZone }: Pick<Shop, "id" | "timeZone" | "rollupZone">,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(DIFFERING, [id, rollupZone ?? timeZone]);
  return rows[0]?.count ?? 0;
}

const OWN = "(SELECT * FROM ledger_entry WHERE shop_id = $1)";

/** Rows that are on one side only. */
const oneSided = (folded: string, kept: string) => `
  (SELECT count(*) FROM ((${folded} EXCEPT ${kept}) UNION ALL (${kept} EXCEPT ${folded})) AS d)`;

const DIFFERING = `
  SELECT (${oneSided(
    daysOf(OWN, "$2::text"),
    `SELECT ${DAY_COLUMNS} FROM rollup WHERE shop_id = $1`,
  )} + ${oneSided(
    hoursOf(OWN, "$2::text"),
    `SELECT ${HOUR_COLUMNS} FROM rollup_hour WHERE shop_id = $1`,
  )})::int AS count`;
