import type pg from "pg";

/**
 * Keeps of each code whether uses of it count, after entries were booked and folded. Of a code that was used more than it was
 * freed that needs no look at the rollups, and where it was used before, nothing is written.
 */
export async function markUsedCodes(
  client: pg.PoolClient,
  shopId: number,
  entries: readonly { codeId: string | null; uses: number }[],
): Promise<void> {
  const uses = new Map<string, number>();
  for (const { codeId, uses: more } of entries)
    if (codeId !== null) uses.set(codeId, (uses.get(codeId) ?? 0) + more);
  const ids = [...uses.keys()];
  const used = ids.filter((id) => uses.get(id)! > 0);
  const freed = ids.filter((id) => uses.get(id)! < 0);
  if (used.length > 0) await client.query(MARK, [shopId, used]);
  if (freed.length > 0) await client.query(LOOK_AGAIN, [shopId, freed]);
}

/** Sees to all codes of a shop by its rollups. @returns how many were marked wrongly. */
export async function markAllUsedCodes(client: pg.PoolClient, shopId: number): Promise<number> {
  return (await client.query(MARK_ALL, [shopId])).rowCount ?? 0;
}

const MARK = `UPDATE code SET is_used = true WHERE shop_id = $1 AND id = ANY ($2::bigint[]) AND NOT is_used`;

const USES = "sum(r.redemptions - r.reversals)";

const LOOK_AGAIN = `
  UPDATE code k SET is_used = false
  WHERE k.shop_id = $1 AND k.id = ANY ($2::bigint[]) AND k.is_used AND NOT EXISTS (
    SELECT FROM rollup r WHERE r.shop_id = $1 AND r.grain = 'code' AND r.key = k.id::text
    GROUP BY r.key HAVING ${USES} > 0)`;

const MARK_ALL = `
  WITH used AS MATERIALIZED (
    SELECT r.key::bigint AS id FROM rollup r WHERE r.shop_id = $1 AND r.grain = 'code'
    GROUP BY r.key HAVING ${USES} > 0)
  UPDATE code k SET is_used = NOT k.is_used
  WHERE k.shop_id = $1 AND k.is_used <> (k.id IN (SELECT id FROM used))`;
