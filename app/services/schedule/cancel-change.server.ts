import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Takes a change off the schedule before its time, or sets one aside that could not be done. */
export async function cancelChange(
  deps: Deps,
  actor: Actor,
  { campaignId, changeId }: { campaignId: string; changeId: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId) || !isId(changeId)) return notFound();
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, campaignId);
    const change = await tx.scheduledChange.findFirst({
      where: { shopId, id: changeId, campaignId },
    });
    if (!campaign || !change) return notFound();
    if (change.state === "cancelled") return done({ id: changeId });
    if (change.state !== "waiting" && change.state !== "failed") {
      const message = "It is too late to cancel this change. Reload to see what became of it.";
      return refuse({ kind: "conflict", message });
    }
    await tx.scheduledChange.update({
      where: { shopId_id: { shopId, id: changeId } },
      data: { state: "cancelled", undoneAt: now, undoneBy: actor.name },
    });
    const subject = { kind: "campaign", id: campaignId, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "change.cancelled", subject, {
      before: { change: change.action, at: change.localTime, timeZone: change.timeZone },
    });
    return done({ id: changeId });
  });
}

function notFound() {
  return refuse({ kind: "not_found", message: "That change does not exist in this shop." });
}
