import type pg from "pg";

import { nextPieceSize } from "#app/domain/shared/piece-size.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { letIntakeGo } from "../person/let-intake-go.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import {
  EVERYBODY,
  FIRSTS,
  LATER_DAYS,
  PEOPLE_COLUMNS,
  someOf,
  talliesOf,
  TALLY_COLUMNS,
} from "./people-sql.ts";
import { replaceRows } from "./replace-rows.server.ts";

/** People in the first transaction of a shop; in the next, as many as its time allows. */
const FIRST_PIECE = 200;
/** How long a sweep folds before it does other things. */
const LONGEST_MS = 60_000;

/** Less than any id, also that of an order of nobody known. */
const BEFORE_ALL = "-9223372036854775808";

/** What is left of a shop: people from `after` on, at most `size` of them next. */
type Left = { shopId: number; after: string; size: number };

/**
 * Brings the rollups of people of all shops to what is known by now, a piece of each shop in turn. It holds up the shop's
 * intake for one piece; webhooks that wait by then come before the next. Stopped anywhere, and after `longestMs`, it goes
 * on with the next sweep.
 */
export async function foldPeople(
  deps: Deps,
  { piece = FIRST_PIECE, longestMs = LONGEST_MS } = {},
): Promise<void> {
  const until = performance.now() + longestMs;
  const { rows } = await deps.database.pool.query<{ shopId: number }>(SHOPS);
  let left = rows.map(({ shopId }): Left => ({ shopId, after: BEFORE_ALL, size: piece }));
  while (left.length > 0) {
    const next: Left[] = [];
    for (const shop of left) {
      const rest = await foldPiece(deps, shop);
      if (rest) next.push(rest);
    }
    if (performance.now() >= until) return;
    for (const { shopId } of next) await letIntakeGo(deps, shopId);
    left = next;
  }
}

/** From shop to shop by the key: there may be a million people of one. */
const SHOPS = `
  SELECT id AS "shopId" FROM shop s WHERE EXISTS (SELECT FROM person_due d WHERE d.shop_id = s.id) ORDER BY id`;

/** @returns what may be left. */
function foldPiece(deps: Deps, { shopId, after, size }: Left): Promise<Left | null> {
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    const from = performance.now();
    const { rows } = await client.query<{ id: string; root: string | null }>(TAKE, [
      ...[shopId, after, size],
    ]);
    const last = rows.at(-1);
    if (!last) return null;
    // Both who was noted and whom they were found to be: the one's tallies go, the other's change.
    const ids = [...new Set(rows.flatMap(({ id, root }) => (root === null ? [id] : [id, root])))];
    await client.query(FOLD, [shopId, await zoneOf(client, shopId), ids]);
    await client.query("DELETE FROM rollup_people WHERE shop_id = $1 AND people = 0", [shopId]);

    if (rows.length < size) return null;
    return { shopId, after: last.id, size: nextPieceSize(size, performance.now() - from) };
  });
}

async function zoneOf(client: pg.PoolClient, shopId: number): Promise<string> {
  const zone = "SELECT COALESCE(rollup_zone, time_zone) AS zone FROM shop WHERE id = $1";
  const { rows } = await client.query<{ zone: string }>(zone, [shopId]);
  return rows[0]!.zone;
}

/**
 * Folds a shop's rollups of people anew; as `rebuildRollups`, which calls it.
 * @returns how many rows were not what they are now.
 */
export async function rebuildPeople(
  client: pg.PoolClient,
  { id, timeZone }: Pick<Shop, "id" | "timeZone">,
): Promise<number> {
  await client.query("DELETE FROM person_due WHERE shop_id = $1", [id]);
  await client.query(`CREATE TEMP TABLE tally ON COMMIT DROP AS ${EVERYBODYS}`, [id, timeZone]);
  await replaceRows(client, TALLIES, [id]);
  const changed = await replaceRows(client, SUMS, [id, timeZone]);
  await client.query("DROP TABLE tally");
  return changed;
}

/** In the order of their ids, from the last on: what was taken before is not looked through again. $1 shop, $2, $3 how many. */
const TAKE = `
  WITH taken AS (
    DELETE FROM person_due WHERE shop_id = $1 AND person_id IN (
      SELECT person_id FROM person_due WHERE shop_id = $1 AND person_id > $2 ORDER BY person_id LIMIT $3)
    RETURNING person_id
  )
  SELECT t.person_id::text AS id, p.root_id::text AS root
  FROM taken t LEFT JOIN person p ON p.shop_id = $1 AND p.id = t.person_id
  ORDER BY t.person_id`;

const TALLY = `jsonb_agg(jsonb_build_object('measure', measure, 'key', key, 'channel', channel, 'day', day,
  'bucket', bucket, 'people', people)
  ORDER BY measure, key, channel, day, bucket)`;

const KEEP = `
  INSERT INTO person_tally (${TALLY_COLUMNS})
  SELECT $1, person, ${TALLY}, ${FIRSTS}, ${LATER_DAYS} FROM fresh GROUP BY person
  ON CONFLICT (shop_id, person_id) DO UPDATE SET tallies = excluded.tallies, first_at = excluded.first_at,
    first_id = excluded.first_id, coded_at = excluded.coded_at, coded_id = excluded.coded_id,
    later_days = excluded.later_days`;

/** $1 shop, $2 zone, $3 people. */
const FOLD = `
  WITH fresh AS MATERIALIZED (${talliesOf(someOf("$3::bigint[]"), "$2::text")}),
  change AS (
    SELECT measure, key, channel, day, bucket, sum(people)::int AS people FROM (
      SELECT measure, key, channel, day, bucket, people FROM fresh
      UNION ALL
      SELECT o.measure, o.key, o.channel, o.day, o.bucket, -o.people
      FROM person_tally t, jsonb_to_recordset(t.tallies)
        AS o (measure text, key text, channel text, day date, bucket int, people int)
      WHERE t.shop_id = $1 AND t.person_id = ANY ($3::bigint[])
    ) both_sides GROUP BY 1, 2, 3, 4, 5 HAVING sum(people) <> 0
  ), kept AS (${KEEP}), gone AS (
    DELETE FROM person_tally WHERE shop_id = $1 AND person_id = ANY ($3::bigint[])
      AND NOT EXISTS (SELECT FROM fresh f WHERE f.person = person_id)
  )
  INSERT INTO rollup_people AS r (${PEOPLE_COLUMNS})
  SELECT $1, measure, key, channel, day, bucket, people, $2::text FROM change
  ON CONFLICT (shop_id, measure, key, channel, day, bucket) DO UPDATE SET people = r.people + excluded.people`;

/** $1 shop, $2 zone. */
const EVERYBODYS = talliesOf(EVERYBODY, "$2::text");

const TALLIES = {
  ...{ table: "person_tally", columns: TALLY_COLUMNS, key: "shop_id, person_id" },
  fresh: `
    SELECT shop_id, person_id, tallies, first_at::timestamptz(3), first_id, coded_at::timestamptz(3), coded_id, later_days
    FROM (
      SELECT $1::int, person, ${TALLY}, ${FIRSTS}, ${LATER_DAYS} FROM tally GROUP BY person
    ) t (${TALLY_COLUMNS})`,
};

const SUMS = {
  ...{ table: "rollup_people", columns: PEOPLE_COLUMNS },
  key: "shop_id, measure, key, channel, day, bucket",
  fresh: `
    SELECT $1::int AS shop_id, measure, key, channel, day, bucket, sum(people)::int AS people, $2::text AS time_zone
    FROM tally GROUP BY measure, key, channel, day, bucket`,
};
