import type { RaisedFlag } from "#app/domain/replay/replay-flag.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The flags that stand after a replay, in the order their orders were placed. */
export async function readRaisedFlags(deps: Deps, shopId: number): Promise<RaisedFlag[]> {
  const { rows } = await deps.database.pool.query<RaisedFlag>(FLAGS, [shopId]);
  return rows;
}

const FLAGS = `
  SELECT f.order_id::text AS "orderId", c.name AS campaign, f.kind, f.evidence, f.score, f.signals
  FROM flag f JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
  LEFT JOIN campaign c ON c.shop_id = f.shop_id AND c.id = f.campaign_id
  WHERE f.shop_id = $1 AND f.state = 'open'
  ORDER BY o.placed_at, o.id, c.number, f.code_key, f.kind`;
