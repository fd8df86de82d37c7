import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { FIRSTS, PEOPLE_COLUMNS, talliesOf, TALLY_COLUMNS } from "./people-sql.ts";
import { replaceRows } from "./replace-rows.server.ts";

/** People in one transaction: it holds up the shop's intake meanwhile, and that should not be felt. */
const PAGE = 500;

/** Brings the rollups of people of all shops to what is known by now. Stopped anywhere, it goes on with the next sweep. */
export async function foldPeople(deps: Deps): Promise<void> {
  const { rows } = await deps.database.pool.query<{ shopId: number }>(
    'SELECT DISTINCT shop_id AS "shopId" FROM person_due',
  );
  for (const { shopId } of rows) while (await foldPage(deps, shopId));
}

/** @returns whether there may be more. */
function foldPage(deps: Deps, shopId: number): Promise<boolean> {
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    const { rows } = await client.query<{ id: string }>(TAKE, [shopId, PAGE]);
    const shop = await shopOf(deps, shopId);
    const ids = [...new Set(rows.map(({ id }) => id))];
    if (ids.length > 0) {
      await client.query(FOLD, [shopId, shop.rollupZone ?? shop.timeZone, ids]);
      await client.query("DELETE FROM rollup_people WHERE shop_id = $1 AND people = 0", [shopId]);
    }
    return rows.length >= PAGE;
  });
}

/** Folds a shop's rollups of people anew; as `rebuildRollups`, which calls it. @returns how many rows were not what they are now. */
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

/** Both who was noted and whom they were found to be: the one's tallies go, the other's change. */
const TAKE = `
  WITH taken AS (
    DELETE FROM person_due WHERE shop_id = $1 AND person_id IN (
      SELECT person_id FROM person_due WHERE shop_id = $1 ORDER BY person_id LIMIT $2)
    RETURNING person_id
  )
  SELECT t.person_id::text AS id FROM taken t
  UNION ALL
  SELECT p.root_id::text FROM taken t JOIN person p ON p.shop_id = $1 AND p.id = t.person_id
  WHERE p.root_id IS NOT NULL`;

const TALLY = `jsonb_agg(jsonb_build_object('measure', measure, 'key', key, 'channel', channel, 'day', day,
  'bucket', bucket, 'people', people)
  ORDER BY measure, key, channel, day, bucket)`;

const KEEP = `
  INSERT INTO person_tally (${TALLY_COLUMNS})
  SELECT $1, person, ${TALLY}, ${FIRSTS} FROM fresh GROUP BY person
  ON CONFLICT (shop_id, person_id) DO UPDATE SET tallies = excluded.tallies, first_at = excluded.first_at,
    first_id = excluded.first_id, coded_at = excluded.coded_at, coded_id = excluded.coded_id`;

/** $1 shop, $2 zone, $3 people. */
const FOLD = `
  WITH fresh AS MATERIALIZED (${talliesOf("SELECT unnest($3::bigint[])", "$2::text")}),
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
const EVERYBODYS = talliesOf("SELECT id FROM person WHERE shop_id = $1", "$2::text");

const TALLIES = {
  ...{ table: "person_tally", columns: TALLY_COLUMNS, key: "shop_id, person_id" },
  fresh: `
    SELECT shop_id, person_id, tallies, first_at::timestamptz(3), first_id, coded_at::timestamptz(3), coded_id FROM (
      SELECT $1::int, person, ${TALLY}, ${FIRSTS} FROM tally GROUP BY person
    ) t (${TALLY_COLUMNS})`,
};

const SUMS = {
  ...{ table: "rollup_people", columns: PEOPLE_COLUMNS },
  key: "shop_id, measure, key, channel, day, bucket",
  fresh: `
    SELECT $1::int AS shop_id, measure, key, channel, day, bucket, sum(people)::int AS people, $2::text AS time_zone
    FROM tally GROUP BY measure, key, channel, day, bucket`,
};
