import type pg from "pg";

import type { CaseDecision } from "#app/domain/case/case.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";

/**
 * A case staff decided. `score` of its surest flag as staff saw it, `shipped` the same as the signals gave it; null where
 * only an exact rule found it. `isScored`: see `DecidedCase`. `id`, `number`: null for a flag that was decided by itself,
 * before there were cases. The orders are those flagged. `key` is the row's own.
 */
export type VerdictRow = {
  key: string;
  id: string | null;
  number: number | null;
  kinds: SignalKind[];
  signals: SignalKind[];
  score: number | null;
  shipped: number | null;
  isScored: boolean;
  decision: CaseDecision;
  decidedAt: Date;
  orders: { id: string; name: string }[];
};

/** All decisions that stand, the newest first. */
export async function readVerdicts(
  db: Pick<pg.Pool, "query">,
  shopId: number,
): Promise<VerdictRow[]> {
  const { rows } = await db.query<VerdictRow>(VERDICTS, [shopId, FLAG_FROM]);
  return rows;
}

/**
 * A decided flag keeps the score staff saw; one that is older than scales has it as shipped. Signals raise flags from the
 * threshold on, but give what the exact rule flagged a score however low.
 */
const VERDICTS = `
  SELECT concat(COALESCE(f.case_id, f.id), f.decision) AS key, c.id, c.number, f.decision, max(f.decided_at) AS "decidedAt",
    max(f.score) AS score, max(COALESCE(f.raw_score, f.score)) AS shipped,
    bool_or(f.score IS NOT NULL AND (f.kind <> 'overshoot' OR f.score >= COALESCE((
      SELECT s.flag_from FROM score_scale s WHERE s.shop_id = f.shop_id AND s.created_at <= f.decided_at
      ORDER BY s.version DESC LIMIT 1
    ), $2))) AS "isScored", array_agg(DISTINCT f.kind) AS kinds,
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
