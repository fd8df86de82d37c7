import { numericId } from "#app/infra/admin-api/gid.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The ids of orders that are not known, or only as they were before. */
export async function staleAmong(
  deps: Deps,
  shopId: number,
  nodes: readonly { id: string; updatedAt: string }[],
): Promise<string[]> {
  const heads = nodes.map(({ id, updatedAt }) => ({ id: numericId(id), updatedAt }));
  const { rows } = await deps.database.pool.query<{ id: string }>(STALE, [
    shopId,
    JSON.stringify(heads),
  ]);
  return rows.map(({ id }) => id);
}

const STALE = `
  SELECT h.id::text FROM json_to_recordset($2::json) AS h (id bigint, "updatedAt" timestamptz)
  LEFT JOIN shop_order o ON o.shop_id = $1 AND o.id = h.id
  WHERE o.id IS NULL OR o.version < h."updatedAt" ORDER BY h.id`;
