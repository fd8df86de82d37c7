import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Says that a campaign's codes are for staff only, or no longer. Orders of anybody else are flagged, not refused. */
export async function setStaffOnly(
  deps: Deps,
  actor: Actor,
  { campaign: id, staffOnly }: { campaign: string; staffOnly: boolean },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    const row = isId(id)
      ? await tx.campaign.findUnique({ where: { shopId_id: { shopId, id } } })
      : null;
    if (!row)
      return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
    if (row.staffOnly === staffOnly) return done({ id });
    await tx.campaign.update({ where: { shopId_id: { shopId, id } }, data: { staffOnly } });
    const subject = { kind: "campaign", id, name: row.name } as const;
    await recordAudit(tx, actor, deps.now(), "campaign.staff_only_set", subject, {
      ...{ before: { staffOnly: row.staffOnly }, after: { staffOnly } },
    });
    return done({ id });
  });
}
