import type { Dimensions } from "#app/domain/naming/dimensions.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";

export type DimensionSetKey = { conventionId: string; version: number; dimensions: Dimensions };

/** The ids of these combinations of dimensions, in the order asked; those the shop has not had yet are made. */
export async function dimensionSetIds(
  tx: AnyTransaction,
  shopId: number,
  sets: readonly DimensionSetKey[],
): Promise<number[]> {
  if (sets.length === 0) return [];
  const asked = JSON.stringify(
    sets.map((set, at) => ({ at, ...set, dimensions: { ...set.dimensions } })),
  );
  await queryIn(tx, ADD, [shopId, asked]);
  const rows = await queryIn<{ id: number }>(tx, FIND, [shopId, asked]);
  return rows.map(({ id }) => id);
}

const ASKED = `json_to_recordset($2::text::json) AS a (at int, "conventionId" uuid, version int, dimensions jsonb)`;

const ADD = `
  INSERT INTO dimension_set (shop_id, convention_id, convention_version, dimensions)
  SELECT DISTINCT $1::int, a."conventionId", a.version, a.dimensions FROM ${ASKED}
  ON CONFLICT (shop_id, convention_id, convention_version, md5(dimensions::text)) DO NOTHING`;

const FIND = `
  SELECT s.id FROM ${ASKED}
  JOIN dimension_set s ON s.shop_id = $1::int AND s.convention_id = a."conventionId"
    AND s.convention_version = a.version AND md5(s.dimensions::text) = md5(a.dimensions::text)
  ORDER BY a.at`;
