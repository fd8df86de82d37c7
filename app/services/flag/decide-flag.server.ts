import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { FLAG_DECISIONS, LONGEST_REASON } from "#app/domain/flag/summary.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Flag } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { markPerson } from "../standing/mark-person.server.ts";

/**
 * Marks a flag reviewed, with a decision and its reason. "Abuse" also disqualifies the shopper from the campaign, which
 * reaches the checkout within seconds and can be lifted.
 * @returns the next open flag, if there is one.
 */
export async function decideFlag(
  deps: Deps,
  actor: Actor,
  id: string,
  form: { decision: string; reason: string },
): Promise<Outcome<{ next: string | null }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const decision = FLAG_DECISIONS.find((known) => known === form.decision);
  const reason = form.reason.trim();
  const problems: Problem[] = [];
  if (!decision) problems.push({ field: "decision", message: "Choose a decision." });
  if (!reason)
    problems.push({
      field: "reason",
      message: "Say in a few words why, for whoever looks at this later.",
    });
  if (reason.length > LONGEST_REASON) {
    problems.push({ field: "reason", message: `Use at most ${LONGEST_REASON} characters.` });
  }
  if (!decision || problems.length > 0) return invalid(...problems);
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const flag = isId(id)
      ? await tx.flag.findUnique({ where: { shopId_id: { shopId, id } } })
      : null;
    if (!flag)
      return refuse({ kind: "not_found", message: "That flag does not exist in this shop." });
    const { count } = await tx.flag.updateMany({
      where: { shopId, id, state: "open" },
      data: { state: "reviewed", decision, reason, decidedBy: actor.name, decidedAt: now },
    });
    if (count === 0) {
      return refuse({
        kind: "conflict",
        message: "Someone has decided on this flag already. Reload to see what.",
      });
    }
    const subject = { kind: "flag", id, name: `order ${flag.orderId}` } as const;
    await recordAudit(tx, actor, now, "flag.decided", subject, { after: { decision, reason } });
    if (decision === "abuse") await disqualify(deps, tx, actor, { flag, reason, now });
    const next = await tx.flag.findFirst({
      where: { shopId, state: "open" },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    return done({ next: next?.id ?? null });
  });
}

async function disqualify(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  { flag, reason, now }: { flag: Flag; reason: string; now: Date },
): Promise<void> {
  const { shopId, personId, campaignId } = flag;
  if (personId === null) return;
  await tx.disqualification.create({
    data: {
      ...{ shopId, id: deps.newId(), personId, campaignId, caseId: flag.id },
      ...{ reason, createdBy: actor.name, createdAt: now },
    },
  });
  await markPerson(tx, shopId, personId, now);
  const subject = {
    kind: "customer",
    id: String(personId),
    name: `customer of order ${flag.orderId}`,
  } as const;
  await recordAudit(tx, actor, now, "customer.disqualified", subject, {
    after: { campaignId, until: null },
  });
  await deps.jobs.send("publish-guard", { shopId }, { transaction: tx });
}
