import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { LONGEST_REASON } from "#app/domain/flag/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { markPerson } from "../standing/mark-person.server.ts";

/** Takes back the disqualification that a decision brought. The decision itself stays on record. */
export async function liftDisqualification(
  deps: Deps,
  actor: Actor,
  flagId: string,
  form: { reason: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const reason = form.reason.trim();
  if (!reason) return invalid({ field: "reason", message: "Say in a few words why it is lifted." });
  if (reason.length > LONGEST_REASON)
    return invalid({ field: "reason", message: `Use at most ${LONGEST_REASON} characters.` });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const held = isId(flagId)
      ? await tx.disqualification.findFirst({ where: { shopId, caseId: flagId, liftedAt: null } })
      : null;
    if (!held)
      return refuse({
        kind: "not_found",
        message: "This customer is not disqualified by this flag.",
      });
    const { count } = await tx.disqualification.updateMany({
      where: { shopId, id: held.id, liftedAt: null },
      data: { liftedAt: now, liftedBy: actor.name },
    });
    if (count === 0)
      return refuse({ kind: "conflict", message: "Someone else has just lifted it." });
    await markPerson(tx, shopId, held.personId, now);
    const subject = { kind: "customer", id: String(held.personId), name: "customer" } as const;
    await recordAudit(tx, actor, now, "customer.reinstated", subject, { after: { reason } });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ id: flagId });
  });
}
