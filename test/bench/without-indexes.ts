import type pg from "pg";

/**
 * Fills tables while they have no triggers and only their primary keys, and gives them back as they were: an index that
 * is built of all rows takes a fraction of the time that a million rows take one by one.
 */
export async function withoutIndexes(
  client: pg.PoolClient,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  for (const setting of SETTINGS) await client.query(setting);
  const { rows } = await client.query<{ name: string; text: string }>(INDEXES, [tables]);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  await fill();
  for (const { text } of rows) await client.query(text);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query("RESET ALL");
}

const SETTINGS = [
  "SET synchronous_commit = off",
  "SET work_mem = '256MB'",
  "SET maintenance_work_mem = '512MB'",
];

/** All that are not a constraint's. */
const INDEXES = `
  SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS text
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = ANY ($1::text[]::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`;
