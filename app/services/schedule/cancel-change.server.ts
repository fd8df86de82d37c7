import type { Actor } from "#app/domain/access/actor.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { withChange } from "./with-change.server.ts";

/** Takes a change off the schedule before its time, or sets one aside that could not be done. */
export async function cancelChange(
  deps: Deps,
  actor: Actor,
  asked: { campaignId: string; changeId: string },
): Promise<Outcome<{ id: string }>> {
  const now = deps.now();
  return withChange(deps, actor, asked, async ({ tx, campaign, change }) => {
    const { shopId, id } = change;
    if (change.state === "cancelled") return done({ id });
    if (change.state !== "waiting" && change.state !== "failed") {
      const message = "It is too late to cancel this change. Reload to see what became of it.";
      return refuse({ kind: "conflict", message });
    }
    await tx.scheduledChange.update({
      where: { shopId_id: { shopId, id } },
      data: { state: "cancelled", undoneAt: now, undoneBy: actor.name },
    });
    const subject = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "change.cancelled", subject, {
      before: { change: change.action, at: change.localTime, timeZone: change.timeZone },
    });
    return done({ id });
  });
}
