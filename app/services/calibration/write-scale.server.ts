import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { onScale, type Scale } from "#app/domain/calibration/scale.ts";
import type { AuditAction, AuditChange } from "#app/domain/audit/event.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import type { ScaleInForce } from "./scale-in-force.server.ts";

type Wanted = Pick<ScaleInForce, "knots" | "flagFrom" | "verdicts">;

/**
 * Puts another scale in force: a new version, the scores of open flags on it, the log. The caller's transaction, which
 * holds the shop's index, so that no order is being scored. No flag is raised or withdrawn by it.
 */
export async function writeScale(
  client: pg.PoolClient,
  actor: Actor,
  now: Date,
  before: ScaleInForce,
  wanted: Wanted,
  action: AuditAction & `scale.${string}`,
): Promise<number> {
  const { shopId } = actor;
  const version = (before.version ?? 0) + 1;
  await client.query(WRITE, [
    ...[shopId, version, JSON.stringify(wanted.knots), wanted.verdicts, wanted.flagFrom],
    ...[now, actor.name],
  ]);
  await scoreAgain(client, shopId, wanted.knots);
  const said = ({ flagFrom, verdicts }: Wanted) => ({ flagFrom, verdicts });
  const change: AuditChange = { before: said(before), after: said(wanted) };
  const subject = { kind: "policy", id: "score-scale", name: `version ${version}` } as const;
  await recordAudit(client, actor, now, action, subject, change);
  return version;
}

async function scoreAgain(client: pg.PoolClient, shopId: number, knots: Scale): Promise<void> {
  const { rows } = await client.query<{ id: string; rawScore: number }>(OPEN, [shopId]);
  const scores = rows.map(({ id, rawScore }) => ({ id, score: onScale(knots, rawScore) }));
  await client.query(SCORE, [shopId, JSON.stringify(scores)]);
}

const WRITE = `
  INSERT INTO score_scale (shop_id, version, knots, verdicts, flag_from, created_at, created_by)
  VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7)`;

const OPEN = `
  SELECT id, raw_score AS "rawScore" FROM flag
  WHERE shop_id = $1 AND state = 'open' AND raw_score IS NOT NULL`;

const SCORE = `
  UPDATE flag f SET score = n.score FROM json_to_recordset($2::json) AS n (id uuid, score float8)
  WHERE f.shop_id = $1 AND f.id = n.id`;
