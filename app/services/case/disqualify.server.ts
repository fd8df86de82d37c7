import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import type { FeltEffect } from "#app/domain/case/effect.ts";
import { writeEffects } from "./write-effects.server.ts";

type Context = { caseId: string; reason: string; now: Date; newId: () => string };

/**
 * Disqualifies people for a case, or asks them to sign in, each with the effect it can be taken back by. The caller marks
 * their standings.
 */
export async function disqualify(
  client: pg.PoolClient,
  actor: Actor,
  { caseId, reason, now, newId }: Context,
  effects: readonly FeltEffect[],
): Promise<void> {
  const rows = effects.map((effect) => ({ ...effect, id: newId() }));
  await client.query(ADD, [actor.shopId, JSON.stringify(rows), caseId, reason, actor.name, now]);
  await writeEffects(
    client,
    actor,
    { caseId, now, newId },
    rows.map(({ id, ...effect }) => ({ effect, state: "done", before: { id } })),
  );
}

/** The account of the newest order, to call them by. */
const ADD = `
  INSERT INTO disqualification (shop_id, id, person_id, customer_id, campaign_id, group_number, case_id, step, until, reason,
    created_by, created_at)
  SELECT $1, d.id, d."personId", (
      SELECT o.customer_id FROM shop_order o JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
      WHERE o.shop_id = $1 AND COALESCE(p.root_id, p.id) = d."personId" AND o.customer_id IS NOT NULL
      ORDER BY o.placed_at DESC LIMIT 1),
    d."campaignId", d."group", $3::uuid, d.kind, d.until, $4, $5, $6
  FROM json_to_recordset($2::json) AS d
    (id uuid, kind text, "personId" bigint, "campaignId" uuid, "group" int, until date)`;
