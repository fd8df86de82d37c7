import type { Deps } from "#app/infra/deps.server.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const UNUSED_DAYS = 7;
/** So long somebody can see which codes were left out because they had become codes of others. */
const LEFT_OUT_DAYS = 90;

/** Forgets codes that were brought and not used within a week, and in time what was left of those that were. */
export async function forgetImports(deps: Deps): Promise<void> {
  const daysAgo = (days: number) => new Date(deps.now().getTime() - days * DAY_MS);
  await deps.database.pool.query(UNUSED, [daysAgo(UNUSED_DAYS)]);
  await deps.database.pool.query(USED, [daysAgo(LEFT_OUT_DAYS)]);
}

const UNUSED = `
  WITH old AS (
    DELETE FROM code_import WHERE created_at < $1 AND state <> 'used' RETURNING shop_id, id
  )
  DELETE FROM code_import_row r USING old WHERE r.shop_id = old.shop_id AND r.import_id = old.id`;

/** A batch that was cancelled before its codes were made has left all of them. */
const USED = `
  DELETE FROM code_import_row r USING code_import i
  WHERE i.shop_id = r.shop_id AND i.id = r.import_id AND i.state = 'used' AND (i.created_at < $1 OR EXISTS (
    SELECT 1 FROM code_batch b WHERE b.shop_id = i.shop_id AND b.import_id = i.id AND b.state = 'cancelled'))`;
