import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { AuditAction } from "#app/domain/audit/event.ts";
import type { Wanted } from "#app/domain/campaign/status.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

const ACTION: Record<Wanted, AuditAction> = {
  on: "campaign.resumed",
  paused: "campaign.paused",
  ended: "campaign.ended",
};

/** Pauses, resumes or ends a campaign. Ending is for good: its codes stay in reports and can be used no more. */
export async function setWanted(
  deps: Deps,
  actor: Actor,
  id: string,
  wanted: Wanted,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(id)) return notFound();
  const key = { shopId_id: { shopId, id } };
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await tx.campaign.findUnique({ where: key });
    if (!campaign) return notFound();
    if (campaign.wanted === wanted) return done({ id });
    if (campaign.wanted === "ended") {
      const message = "This campaign has ended. Duplicate it to run it again.";
      return refuse({ kind: "conflict", message });
    }
    const { count } = await tx.campaign.updateMany({
      where: { shopId, id, wanted: campaign.wanted },
      data: {
        wanted,
        revision: { increment: 1 },
        syncState: "waiting",
        syncError: null,
        syncAskedBy: actor.name,
        updatedAt: now,
      },
    });
    if (count === 0) {
      const message = "Someone else has just changed this campaign. Reload to see how it stands.";
      return refuse({ kind: "conflict", message });
    }
    const subject = { kind: "campaign", id, name: campaign.name } as const;
    await recordAudit(tx, actor, now, ACTION[wanted], subject, {
      before: { wanted: campaign.wanted },
      after: { wanted },
    });
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
    return done({ id });
  });
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
