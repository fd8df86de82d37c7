import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { EXCEPTION_KINDS } from "#app/domain/guard/exception.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { markPerson } from "../standing/mark-person.server.ts";

const GONE = "This is not in force any more. Reload to see how it stands.";

type Form = { kind: string; id: string };

/** Ends a disqualification, a request to sign in or an allowance before its time. `restoreException` is the undo. */
export async function liftException(
  deps: Deps,
  actor: Actor,
  form: Form,
): Promise<Outcome<{ id: string }>> {
  return setLifted(deps, actor, form, true);
}

/** Puts one that was lifted in force again, as it was. */
export async function restoreException(
  deps: Deps,
  actor: Actor,
  form: Form,
): Promise<Outcome<{ id: string }>> {
  return setLifted(deps, actor, form, false);
}

async function setLifted(
  deps: Deps,
  actor: Actor,
  { kind: typed, id }: Form,
  isLifted: boolean,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const kind = EXCEPTION_KINDS.find((known) => known === typed);
  if (!kind || !isId(id)) return refuse({ kind: "not_found", message: GONE });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const where = { shopId, id, liftedAt: isLifted ? null : { not: null } };
    const row =
      kind === "allowed"
        ? await tx.allowance.findFirst({ where })
        : await tx.disqualification.findFirst({ where });
    if (!row) return refuse({ kind: "not_found", message: GONE });
    const data = { liftedAt: isLifted ? now : null, liftedBy: isLifted ? actor.name : null };
    const { count } =
      kind === "allowed"
        ? await tx.allowance.updateMany({ where, data })
        : await tx.disqualification.updateMany({ where, data });
    if (count === 0) return refuse({ kind: "conflict", message: "Someone else was quicker." });
    await markPerson(tx, shopId, row.personId, now);
    const subject = { kind: "customer", id: String(row.personId), name: "customer" } as const;
    await recordAudit(tx, actor, now, ACTIONS[kind][isLifted ? 1 : 0], subject, {
      after: { campaignId: row.campaignId, group: row.groupNumber },
    });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
    return done({ id });
  });
}

const ACTIONS = {
  allowed: ["customer.allowed", "customer.allowance_ended"],
  disqualified: ["customer.disqualified", "customer.reinstated"],
  sign_in: ["customer.asked_to_sign_in", "customer.reinstated"],
} as const;
