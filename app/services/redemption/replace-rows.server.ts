import type pg from "pg";

type Replacement = {
  table: string;
  /** All of its columns, and those of its primary key; `shop_id` is one. None is ever null. */
  columns: string;
  key: string;
  /** How new rows are laid out, if not by key: what is read together should lie together. */
  layout?: string;
  /** SQL of the rows a shop should have. $1 shop. */
  fresh: string;
};

/** Bytes a sort or a hash may take: rows of a year are too many for what every query has. */
const MEMORY = "128MB";

/**
 * Gives a shop the rows of a table that it should have, and writes only those that differ: what is right already costs
 * reading, and leaves no dead rows behind. @returns how many rows were taken away and added.
 */
export async function replaceRows(
  client: pg.PoolClient,
  { table, columns, key, layout = key, fresh }: Replacement,
  values: readonly unknown[],
): Promise<number> {
  await client.query(`SET LOCAL work_mem = '${MEMORY}'`);
  await client.query(`CREATE TEMP TABLE fresh ON COMMIT DROP AS ${fresh}`, [...values]);
  await client.query("ANALYZE fresh");
  const gone = await client.query(
    `DELETE FROM ${table} r WHERE shop_id = $1
     AND NOT EXISTS (SELECT FROM fresh f WHERE ${equal(columns)})`,
    [values[0]],
  );
  const come = await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM fresh f
     WHERE NOT EXISTS (SELECT FROM ${table} r WHERE ${equal(key)}) ORDER BY ${layout}`,
  );
  await client.query("DROP TABLE fresh");
  return (gone.rowCount ?? 0) + (come.rowCount ?? 0);
}

function equal(columns: string): string {
  return columns
    .split(", ")
    .map((column) => `f.${column} = r.${column}`)
    .join(" AND ");
}
