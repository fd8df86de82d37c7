import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Has the orders cancelled in Shopify that a decision asked for: the last word before something that cannot be undone. */
export async function confirmCancellations(
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<Outcome<{ count: number }>> {
  return sendOn(deps, actor, caseId, "requested");
}

/** Tries again what Shopify refused. */
export async function retryEffects(
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<Outcome<{ count: number }>> {
  return sendOn(deps, actor, caseId, "failed");
}

async function sendOn(
  deps: Deps,
  actor: Actor,
  caseId: string,
  from: "requested" | "failed",
): Promise<Outcome<{ count: number }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  if (!isId(caseId)) return refuse({ kind: "not_found", message: GONE });
  return deps.database.prisma.$transaction(async (tx) => {
    const row = await tx.reviewCase.findUnique({ where: { shopId_id: { shopId, id: caseId } } });
    if (!row) return refuse({ kind: "not_found", message: GONE });
    const sent = await queryIn(tx, SEND, [shopId, caseId, from]);
    if (sent.length === 0) return refuse({ kind: "conflict", message: NOTHING });
    const action = from === "requested" ? "case.cancellation_confirmed" : "case.effects_retried";
    const subject = { kind: "case", id: caseId, name: `case ${row.number}` } as const;
    await recordAudit(tx, actor, deps.now(), action, subject, { after: { count: sent.length } });
    await deps.jobs.send("apply-effects", { shopId, caseId }, { transaction: tx });
    return done({ count: sent.length });
  });
}

const GONE = "That case does not exist in this shop.";
const NOTHING = "There is nothing to do any more. Reload to see how it stands.";

/** What could not be taken back is tried to be taken back again. */
const SEND = `
  UPDATE case_effect e SET state = CASE WHEN e.done_at IS NULL THEN 'waiting' ELSE 'undoing' END, error = NULL,
    asked_at = NULL, result_id = NULL
  FROM review_case c
  WHERE e.shop_id = $1::int AND e.case_id = $2::text::uuid AND e.state = $3::text
    AND c.shop_id = e.shop_id AND c.id = e.case_id AND (c.state = 'decided' OR e.done_at IS NOT NULL)
  RETURNING e.id::text`;
