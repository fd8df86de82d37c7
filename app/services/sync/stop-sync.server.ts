import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Stops bringing a campaign to Shopify until somebody tries again. What is there already stays. */
export async function stopSync(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(id)) return notFound();
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await tx.campaign.findUnique({ where: { shopId_id: { shopId, id } } });
    if (!campaign) return notFound();
    const { count } = await tx.campaign.updateMany({
      where: { shopId, id, syncState: { in: ["waiting", "syncing"] } },
      data: { syncState: "failed", syncError: stoppedBy(actor.name), updatedAt: now },
    });
    if (count === 0) {
      const message = "Nothing is on its way to Shopify any more. Reload to see how it stands.";
      return refuse({ kind: "conflict", message });
    }
    const subject = { kind: "campaign", id, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "campaign.sync_stopped", subject);
    return done({ id });
  });
}

/** Whether somebody has stopped it since it began; asked between calls. */
export async function isSyncStopped(
  deps: Deps,
  { shopId, id }: Pick<Campaign, "shopId" | "id">,
): Promise<boolean> {
  const row = await deps.database.prisma.campaign.findUnique({
    where: { shopId_id: { shopId, id } },
    select: { syncState: true },
  });
  return row?.syncState === "failed";
}

function stoppedBy(name: string): string {
  return `Stopped by ${name}. What is in Shopify already stays; try again to send the rest.`;
}

function notFound() {
  return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
}
