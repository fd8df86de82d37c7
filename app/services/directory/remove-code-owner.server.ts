import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

const GONE = "That owner does not exist any more. Reload to see who is.";

/** Somebody is no longer the owner of codes; orders are no longer compared with them. */
export async function removeCodeOwner(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(id)) return refuse({ kind: "not_found", message: GONE });
  return deps.database.prisma.$transaction(async (tx) => {
    const row = await tx.listedPerson.findFirst({ where: { shopId, id, role: "owner" } });
    const { count } = await tx.listedPerson.deleteMany({ where: { shopId, id, role: "owner" } });
    if (!row || count === 0) return refuse({ kind: "not_found", message: GONE });
    const campaign = await tx.campaign.findFirst({ where: { shopId, id: row.campaignId ?? "" } });
    const named = { id: campaign?.id ?? id, name: campaign?.name ?? "that is deleted" };
    const subject = { kind: "campaign", ...named } as const;
    const before = { code: row.codeKey };
    await recordAudit(tx, actor, deps.now(), "code_owner.removed", subject, { before });
    return done({ id });
  });
}
