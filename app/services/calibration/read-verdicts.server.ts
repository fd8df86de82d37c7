import type pg from "pg";

import { onScale, type Scale } from "#app/domain/calibration/scale.ts";
import type { CaseDecision } from "#app/domain/case/case.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";

/**
 * A case staff decided. `score` as shipped, of its surest flag; null where only an exact rule found it. `id`, `number`:
 * null for a flag that was decided by itself, before there were cases. The orders are those flagged. `key` is the row's own.
 */
export type VerdictRow = {
  key: string;
  id: string | null;
  number: number | null;
  kinds: SignalKind[];
  signals: SignalKind[];
  score: number | null;
  decision: CaseDecision;
  decidedAt: Date;
  orders: { id: string; name: string }[];
};

/** All decisions that stand, the newest first. */
export async function readVerdicts(
  db: Pick<pg.Pool, "query">,
  shopId: number,
): Promise<VerdictRow[]> {
  const { rows } = await db.query<VerdictRow>(VERDICTS, [shopId]);
  return rows;
}

/** Flags that have a score and are older than scales have it as shipped. */
const VERDICTS = `
  SELECT concat(COALESCE(f.case_id, f.id), f.decision) AS key, c.id, c.number, f.decision, max(f.decided_at) AS "decidedAt",
    max(COALESCE(f.raw_score, f.score)) AS score, array_agg(DISTINCT f.kind) AS kinds,
    array_agg(DISTINCT found.name) AS signals,
    jsonb_agg(DISTINCT jsonb_build_object('id', o.id::text, 'name', o.name)) AS orders
  FROM flag f
  JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
  LEFT JOIN review_case c ON c.shop_id = f.shop_id AND c.id = f.case_id
  CROSS JOIN LATERAL (
    SELECT f.kind AS name UNION SELECT s ->> 'name' FROM jsonb_array_elements(f.signals) s
  ) found
  WHERE f.shop_id = $1 AND f.state = 'reviewed' AND f.decision IN ('fine', 'same_household', 'abuse')
  GROUP BY COALESCE(f.case_id, f.id), c.id, c.number, f.decision
  ORDER BY "decidedAt" DESC, key`;

/** The same with scores on this scale. */
export function onOwnScale(rows: readonly VerdictRow[], scale: Scale): VerdictRow[] {
  return rows.map((row) => ({
    ...row,
    score: row.score === null ? null : onScale(scale, row.score),
  }));
}
