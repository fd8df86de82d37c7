import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import type { Effect, EffectState } from "#app/domain/case/effect.ts";

export type NewEffect = { effect: Effect; state: EffectState; before?: Record<string, unknown> };

/** Writes down what a case brings about, after what it has brought about before. */
export async function writeEffects(
  client: pg.PoolClient,
  { shopId, name }: Actor,
  { caseId, now, newId }: { caseId: string; now: Date; newId: () => string },
  effects: readonly NewEffect[],
): Promise<void> {
  if (effects.length === 0) return;
  const rows = effects.map((each, at) => ({ ...each, id: newId(), at: at + 1 }));
  await client.query(WRITE, [shopId, caseId, JSON.stringify(rows), now, name]);
}

const WRITE = `
  INSERT INTO case_effect (shop_id, id, case_id, ordinal, effect, state, before, created_at, created_by, done_at)
  SELECT $1, e.id, $2::uuid, e.at + (SELECT COALESCE(max(ordinal), 0) FROM case_effect WHERE shop_id = $1 AND case_id = $2::uuid),
    e.effect, e.state, e.before, $4::timestamptz, $5, CASE e.state WHEN 'done' THEN $4::timestamptz END
  FROM json_to_recordset($3::json) AS e (id uuid, at int, effect jsonb, state text, before jsonb)`;
