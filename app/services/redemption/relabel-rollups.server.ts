import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import { isInTheWay } from "#app/infra/db/in-the-way.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { LABELLED, LABELS } from "./label-sql.ts";
import { DAY_COLUMNS, daysOf, HOUR_COLUMNS, REPLACE } from "./rollup-sql.ts";

/** Sums by day of campaigns, and of codes, in one transaction. */
const PIECE = 300;
/** Tries aside before the intake is kept out for the length of one piece. */
const TRIES = 5;

/**
 * Folds what follows from names and segments anew, if any of them was changed, from the sums of campaigns and codes: some
 * days at a time, each of them whole. The intake goes on meanwhile: what it adds it adds by the names of now, and a piece
 * that would have overwritten any of it is done again. What is changed meanwhile is marked again, for the next sweep.
 * Stopped anywhere, it goes on from the day it came to.
 */
export async function relabelRollups(deps: Deps, shopId: number, piece = PIECE): Promise<void> {
  const { pool } = deps.database;
  let isLeft = await inTransaction(pool, (client) => begin(client, shopId));
  while (isLeft) isLeft = await foldAside(pool, shopId, piece);
}

/**
 * Under the intake's lock, for a moment: whoever booked orders by the names of before has committed them.
 * @returns whether there is anything to fold.
 */
async function begin(client: pg.PoolClient, shopId: number): Promise<boolean> {
  await lockPeople(client, shopId);
  if ((await client.query(LEFT, [shopId])).rowCount) return true;
  // Before anything is read: whoever changes a campaign from now on says so again.
  const { rowCount } = await client.query(SEEN, [shopId]);
  if (!rowCount) return false;
  await client.query("INSERT INTO label_fold (shop_id, day) VALUES ($1, $2)", [shopId, FIRST]);
  return true;
}

/** @returns whether more is left. */
async function foldAside(pool: pg.Pool, shopId: number, piece: number): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      return await inTransaction(pool, async (client) => {
        // All is read as of one moment; what somebody else has written since cannot be overwritten.
        await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        await client.query(`SET LOCAL lock_timeout = '${LONGEST_WAIT}'`);
        return foldPiece(client, shopId, piece);
      });
    } catch (error) {
      if (!isInTheWay(error)) throw error;
    }
  }
  return inTransaction(pool, async (client) => {
    await lockPeople(client, shopId);
    return foldPiece(client, shopId, piece);
  });
}

/** Less than the server takes to look for deadlocks: it is this that gives way, never the intake. */
const LONGEST_WAIT = "200ms";

async function foldPiece(client: pg.PoolClient, shopId: number, piece: number): Promise<boolean> {
  const { rows: left } = await client.query<{ day: string }>(LEFT, [shopId]);
  const from = left[0]?.day;
  // Somebody else has folded all of it meanwhile.
  if (from === undefined) return false;
  const { rows } = await client.query<{ to: string; next: string }>(END, [shopId, from, piece]);
  const [end] = rows;
  await client.query(FOLD, [shopId, from, end?.to ?? LAST]);
  if (end)
    await client.query("UPDATE label_fold SET day = $2 WHERE shop_id = $1", [shopId, end.next]);
  else await client.query("DELETE FROM label_fold WHERE shop_id = $1", [shopId]);
  return end !== undefined;
}

/** One at a time. */
const LEFT = "SELECT day::text AS day FROM label_fold WHERE shop_id = $1 FOR UPDATE";
const SEEN = "UPDATE campaign SET labels_stale = false WHERE shop_id = $1 AND labels_stale";
/** Before and after any order. */
const [FIRST, LAST] = ["0001-01-01", "9999-12-31"];

/** The last day of a piece, unless what is left is less than one. $1 shop, $2 the first day, $3 how much makes a piece. */
const endOf = (grain: string) => `
    SELECT max(day) AS day FROM (
      SELECT day FROM rollup WHERE shop_id = $1 AND grain = '${grain}' AND day >= $2::date ORDER BY day LIMIT $3
    ) d HAVING count(*) = $3`;
const LISTS = "EXISTS (SELECT FROM campaign WHERE shop_id = $1 AND code_kind = 'list')";
const END = `
  SELECT min(day)::text AS to, (min(day) + 1)::text AS next
  FROM (${endOf("campaign")} UNION ALL (SELECT * FROM (${endOf("code")}) c WHERE ${LISTS})) e HAVING min(day) IS NOT NULL`;

const DAYS = "d.shop_id = $1 AND d.day BETWEEN $2::date AND $3::date";
/** By the sums of days, which have an index by day, to those of hours. */
const HOURS_OF =
  "h.shop_id = d.shop_id AND h.grain = d.grain AND h.key = d.key AND h.day = d.day AND h.currency = d.currency";

/** Codes of a list alone have names of their own. */
const OWN = `
    SELECT h.* FROM rollup d JOIN rollup_hour h ON ${HOURS_OF} WHERE ${DAYS} AND d.grain = 'campaign'
    UNION ALL
    SELECT h.* FROM rollup d
    JOIN code k ON k.shop_id = d.shop_id AND k.id = CASE d.grain WHEN 'code' THEN d.key::bigint END
    JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id AND c.code_kind = 'list'
    JOIN rollup_hour h ON ${HOURS_OF} WHERE ${DAYS} AND d.grain = 'code' AND ${LISTS}`;

/** The grains of labels there are, each found by the index at once. */
const GRAINS = `ARRAY (
    WITH RECURSIVE found AS (
      SELECT min(grain) AS grain FROM rollup WHERE shop_id = $1
      UNION ALL
      SELECT (SELECT min(grain) FROM rollup WHERE shop_id = $1 AND grain > f.grain) FROM found f WHERE f.grain IS NOT NULL
    )
    SELECT grain FROM found WHERE ${LABELS})`;

const HOUR_KEY = "grain, key, day, hour, currency";
const DAY_KEY = "grain, key, day, currency";
const same = (columns: string) =>
  ["r.shop_id = $1", ...columns.split(", ").map((column) => `r.${column} = g.${column}`)].join(
    " AND ",
  );

/** $1 shop, $2 to $3 days. Only rows that differ are written. */
const FOLD = `
  WITH own AS MATERIALIZED (${OWN}), hours AS MATERIALIZED (${LABELLED}), days AS MATERIALIZED (${daysOf("hours")}),
  old_days AS MATERIALIZED (SELECT d.* FROM rollup d WHERE ${DAYS} AND d.grain = ANY (${GRAINS})),
  old_hours AS MATERIALIZED (SELECT h.* FROM old_days d JOIN rollup_hour h ON ${HOURS_OF}),
  gone_hours AS (
    DELETE FROM rollup_hour r USING (SELECT ${HOUR_KEY} FROM old_hours EXCEPT SELECT ${HOUR_KEY} FROM hours) g
    WHERE ${same(HOUR_KEY)}
  ), gone_days AS (
    DELETE FROM rollup r USING (SELECT ${DAY_KEY} FROM old_days EXCEPT SELECT ${DAY_KEY} FROM days) g
    WHERE ${same(DAY_KEY)}
  ), come_hours AS (
    INSERT INTO rollup_hour (${HOUR_COLUMNS})
    SELECT ${HOUR_COLUMNS} FROM hours EXCEPT SELECT ${HOUR_COLUMNS} FROM old_hours ORDER BY ${HOUR_KEY}
    ON CONFLICT (shop_id, ${HOUR_KEY}) ${REPLACE}
  )
  INSERT INTO rollup (${DAY_COLUMNS})
  SELECT ${DAY_COLUMNS} FROM days EXCEPT SELECT ${DAY_COLUMNS} FROM old_days ORDER BY ${DAY_KEY}
  ON CONFLICT (shop_id, ${DAY_KEY}) ${REPLACE}`;
