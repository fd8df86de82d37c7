import type pg from "pg";

import type { Deps } from "#app/infra/deps.server.ts";

/** Tables of the product that `work` may write to: with a shop's rows in them, or empty. */
export type ScratchTables = { copied?: readonly string[]; empty?: readonly string[] };

/**
 * Runs `work` against a shop's own tables, as they stand at one moment, without any way to change them. The tables it may
 * write to are copies in the connection's temporary schema, which shadow the real ones by their names: whatever of the
 * pipeline is given this connection reads and writes them instead. PostgreSQL itself sees to it that nothing else is
 * written, because the transaction is read-only, and throws all of it away with the connection.
 */
export async function inScratchSchema<T>(
  deps: Deps,
  shopId: number,
  { copied = [], empty = [] }: ScratchTables,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await deps.database.pool.connect();
  try {
    const { rows } = await client.query<{ schema: string }>("SELECT current_schema() AS schema");
    const schema = client.escapeIdentifier(rows[0]?.schema ?? "public");
    for (const table of [...copied, ...empty]) {
      const name = client.escapeIdentifier(table);
      await client.query(`CREATE TEMP TABLE ${name} (LIKE ${schema}.${name} INCLUDING ALL)`);
      if (empty.includes(table)) continue;
      const copy = `INSERT INTO pg_temp.${name} SELECT * FROM ${schema}.${name} WHERE shop_id = $1`;
      await client.query(copy, [shopId]);
      await client.query(`ANALYZE pg_temp.${name}`);
    }
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await work(client);
  } finally {
    // Its temporary tables go with it.
    client.release(true);
  }
}
