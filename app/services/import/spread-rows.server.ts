import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";

/**
 * Makes what the codes of an import need to be there, now that they are used: the parts of their names, and the people
 * they are for. Only now: an import that is refused or thrown away must leave nobody behind.
 */
export async function spreadRows(
  tx: AnyTransaction,
  shopId: number,
  importId: string,
  now: Date,
): Promise<void> {
  await queryIn(tx, SETS, [shopId, importId]);
  const [held] = await queryIn(tx, ANY_HELD, [shopId, importId]);
  if (!held) return;
  await lockPeople(tx, shopId);
  await queryIn(tx, PEOPLE, [shopId, importId, now]);
}

const ROWS = "shop_id = $1::int AND import_id = $2::uuid AND problem IS NULL";

/** In one order, so that two imports of a shop do not wait for each other. */
const SETS = `
  INSERT INTO dimension_set (shop_id, convention_id, convention_version, dimensions)
  SELECT DISTINCT shop_id, convention_id, convention_version, dimensions FROM code_import_row
  WHERE ${ROWS} AND convention_id IS NOT NULL ORDER BY 1, 2, 3, 4
  ON CONFLICT (shop_id, convention_id, convention_version, md5(dimensions::text)) DO NOTHING`;

const ANY_HELD = `SELECT 1 AS held FROM code_import_row WHERE ${ROWS} AND holder_hash IS NOT NULL LIMIT 1`;

/** Each has one identity, so whoever is not known by it is somebody new. */
const PEOPLE = `
  WITH unknown AS (
    SELECT DISTINCT ON (holder_kind, holder_hash) shop_id, holder_kind, holder_hash, holder_guest_hash
    FROM code_import_row r
    WHERE ${ROWS} AND holder_hash IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM person_identity i WHERE i.shop_id = r.shop_id AND i.kind = r.holder_kind AND i.hash = r.holder_hash)
  ), numbered AS MATERIALIZED (
    SELECT *, nextval(pg_get_serial_sequence('person', 'id')) AS id FROM unknown
  ), made AS (
    INSERT INTO person (shop_id, id, created_at) SELECT shop_id, id, $3::timestamptz FROM numbered
  )
  INSERT INTO person_identity (shop_id, kind, hash, person_id, guest_hash)
  SELECT shop_id, holder_kind, holder_hash, id, holder_guest_hash FROM numbered`;
