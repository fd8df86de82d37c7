import type pg from "pg";

/**
 * Every row of every table, the job queue's included, as sorted JSON: equal exactly if nothing was changed. Without the
 * book of cost points, which every look at Shopify changes.
 */
export async function dumpDatabase(pool: pg.Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(TABLES);
  const dump: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`,
    );
    dump[name] = rows.map(({ row }) => row);
  }
  return dump;
}

const TABLES = `
  SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE (schemaname = 'public' AND tablename <> 'rate_bucket') OR (schemaname = 'pgboss' AND tablename = 'job_common')
  ORDER BY 1`;
