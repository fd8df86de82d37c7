import type pg from "pg";

import type { Shop } from "#app/infra/db/generated/client.ts";
import { LABELS } from "./label-sql.ts";
import { PEOPLE_COLUMNS, PEOPLE_SUMS } from "./people-sql.ts";
import { DAY_COLUMNS, daysOf, HOUR_COLUMNS, hoursOf } from "./rollup-sql.ts";

/**
 * How many rows of a shop's rollups are not what its ledger and orders add up to; missing and surplus ones are counted
 * too. What the next sweep will fold as a matter of course is no difference: labels while a campaign's were just
 * changed, people while some are due.
 */
export async function differingRollups(
  db: Pick<pg.Pool, "query">,
  { id, timeZone, rollupZone }: Pick<Shop, "id" | "timeZone" | "rollupZone">,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(DIFFERING, [id, rollupZone ?? timeZone]);
  return rows[0]?.count ?? 0;
}

const OWN = "(SELECT * FROM ledger_entry WHERE shop_id = $1)";
const LABELS_KNOWN = `NOT EXISTS (SELECT FROM campaign WHERE shop_id = $1 AND labels_stale
  UNION ALL SELECT FROM label_fold WHERE shop_id = $1)`;
const PEOPLE_KNOWN = "NOT EXISTS (SELECT FROM person_due WHERE shop_id = $1)";

/** Rows that are on one side only. */
const oneSided = (folded: string, table: string, columns: string, where: string) => {
  const left = `SELECT ${columns} FROM (${folded}) f WHERE ${where}`;
  const right = `SELECT ${columns} FROM ${table} WHERE shop_id = $1 AND ${where}`;
  return `(SELECT count(*) FROM ((${left} EXCEPT ${right}) UNION ALL (${right} EXCEPT ${left})) AS d)`;
};

const BY_LEDGER = `(NOT ${LABELS} OR ${LABELS_KNOWN})`;

const DIFFERING = `
  WITH hours AS MATERIALIZED (${hoursOf(OWN, "$2::text")})
  SELECT (${oneSided(daysOf("hours"), "rollup", DAY_COLUMNS, BY_LEDGER)}
    + ${oneSided("SELECT * FROM hours", "rollup_hour", HOUR_COLUMNS, BY_LEDGER)}
    + ${oneSided(PEOPLE_SUMS, "rollup_people", PEOPLE_COLUMNS, PEOPLE_KNOWN)})::int AS count`;
