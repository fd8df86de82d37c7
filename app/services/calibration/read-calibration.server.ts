import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { fitScale } from "#app/domain/calibration/fit-scale.ts";
import {
  precisionByBand,
  precisionBySignal,
  precisionOf,
} from "#app/domain/calibration/precision.ts";
import { onScale, shippedScore } from "#app/domain/calibration/scale.ts";
import type {
  CalibrationSummary,
  Shown,
  UnseenOrder,
  WrongCase,
} from "#app/domain/calibration/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readVerdicts } from "./read-verdicts.server.ts";
import { scoredVerdicts } from "./refit-scale.server.ts";
import { scaleInForce, type ScaleInForce } from "./scale-in-force.server.ts";

/** Listed one by one. */
const SHOWN = 20;

/** How often flags were right, by their scores on the scale in force, and what they missed. */
export async function readCalibration(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<CalibrationSummary>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  return inTransaction(deps.database.pool, async (client) => {
    const scale = await scaleInForce(client, shopId);
    const found = await readVerdicts(client, shopId);
    const cases = found.map((row) => ({
      ...row,
      score: row.score === null ? null : onScale(scale.knots, row.score),
    }));
    const isAbove = ({ score }: { score: number | null }) =>
      score !== null && score >= scale.flagFrom;
    const scored = scoredVerdicts(found);
    return done({
      scale: { ...scale, createdAt: scale.createdAt?.toISOString() ?? null },
      verdicts: scored.length,
      fitted: fitScale(scored),
      all: precisionOf(cases),
      bands: precisionByBand(cases),
      signals: precisionBySignal(cases),
      missed: wrongCases(cases.filter((each) => each.decision === "abuse" && !isAbove(each))),
      mistaken: wrongCases(cases.filter((each) => each.decision === "fine" && isAbove(each))),
      unseen: await unseenOrders(client, shopId, scale),
    });
  });
}

function wrongCases(cases: readonly WrongCase[]): Shown<WrongCase> {
  const rows = cases.slice(0, SHOWN).map(({ id, number, score, decision, orders }) => ({
    ...{ id, number, score, decision, orders },
  }));
  return { rows, of: cases.length };
}

async function unseenOrders(
  client: pg.PoolClient,
  shopId: number,
  { knots, flagFrom }: ScaleInForce,
): Promise<Shown<UnseenOrder>> {
  type Row = UnseenOrder & { of: number };
  const below = Math.min(1.1, shippedScore(knots, flagFrom));
  const { rows } = await client.query<Row>(UNSEEN, [shopId, below, SHOWN]);
  return {
    of: rows[0]?.of ?? 0,
    rows: rows.map(({ of: _, score, ...row }) => ({ ...row, score: onScale(knots, score) })),
  };
}

/** Orders nobody looked at with a signal that stands alone, by people whose other orders were abuse; the likeliest first. */
const UNSEEN = `
  WITH abusive AS (
    SELECT DISTINCT COALESCE(p.root_id, p.id) AS root FROM flag f
    JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
    WHERE f.shop_id = $1 AND f.state = 'reviewed' AND f.decision = 'abuse'
  ), member AS (
    SELECT root AS id FROM abusive
    UNION SELECT p.id FROM person p JOIN abusive a ON a.root = p.root_id WHERE p.shop_id = $1
  )
  SELECT o.id::text, o.name, i.score, count(*) OVER ()::int AS of,
    to_char(o.placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "placedAt"
  FROM member m
  JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
  JOIN identity_order i ON i.shop_id = $1 AND i.order_id = o.id AND i.score < $2
  WHERE NOT EXISTS (SELECT FROM flag f WHERE f.shop_id = $1 AND f.order_id = o.id AND f.state <> 'withdrawn')
  ORDER BY i.score DESC, o.id LIMIT $3`;
