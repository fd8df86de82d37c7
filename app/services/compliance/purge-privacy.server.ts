import { KEPT } from "#app/domain/insight/privacy.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Rows in one statement. */
const PAGE = 2_000;

/** Forgets answers to customers, and who saw personal data, when they have been kept for as long as the shop is told. */
export async function purgePrivacy(deps: Deps): Promise<void> {
  const { pool } = deps.database;
  const exportsBefore = new Date(deps.now());
  exportsBefore.setUTCDate(exportsBefore.getUTCDate() - KEPT.exportDays);
  await pool.query("DELETE FROM data_export WHERE created_at < $1", [exportsBefore]);
  const before = new Date(deps.now());
  before.setUTCFullYear(before.getUTCFullYear() - KEPT.accessYears);
  const { rows } = await pool.query<{ shopId: number }>(WITH_OLD, [before]);
  for (const { shopId } of rows)
    for (let gone = PAGE; gone === PAGE;) gone = await forgetAccesses(deps, shopId, before);
}

function forgetAccesses(deps: Deps, shopId: number, before: Date): Promise<number> {
  return inTransaction(deps.database.pool, async (client) => {
    await client.query(SAY_SO, [String(shopId)]);
    return (await client.query(FORGET, [shopId, before, PAGE])).rowCount ?? 0;
  });
}

/** The oldest of a shop has the smallest number. */
const WITH_OLD = `
  SELECT s.id AS "shopId" FROM shop s CROSS JOIN LATERAL (
    SELECT a.at FROM personal_access a WHERE a.shop_id = s.id ORDER BY a.id LIMIT 1) oldest
  WHERE oldest.at < $1`;

/** A trigger refuses it otherwise: these rows are never changed. */
const SAY_SO = "SELECT set_config('bonafide.forgetting_accesses_of', $1, true)";

const FORGET = `
  DELETE FROM personal_access WHERE shop_id = $1 AND id IN (
    SELECT id FROM (SELECT id, at FROM personal_access WHERE shop_id = $1 ORDER BY id LIMIT $3) oldest WHERE at < $2)`;
