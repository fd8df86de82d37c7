import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";

/** Stops a batch: the codes Shopify has stay and keep working, the others are dropped. */
export async function cancelBatch(
  deps: Deps,
  actor: Actor,
  { campaignId, batchId }: { campaignId: string; batchId: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const batch =
      isId(batchId) && isId(campaignId)
        ? await tx.codeBatch.findFirst({ where: { shopId, id: batchId, campaignId } })
        : null;
    if (!batch)
      return refuse({ kind: "not_found", message: "That batch does not exist in this shop." });
    if (batch.state === "cancelled") return done({ id: batchId });
    if (batch.live + batch.refused >= batch.wanted) {
      const message = "All codes of this batch are in Shopify already. End the campaign instead.";
      return refuse({ kind: "conflict", message });
    }
    await tx.codeBatch.update({
      where: { shopId_id: { shopId, id: batchId } },
      // Finished when what goes is gone.
      data: { state: "cancelled", finishedAt: null },
    });
    const campaign = await tx.campaign.findUniqueOrThrow({
      where: { shopId_id: { shopId, id: campaignId } },
    });
    const subject = { kind: "campaign", id: campaignId, name: campaign.name } as const;
    await recordAudit(tx, actor, now, "codes.cancelled", subject, {
      before: { wanted: batch.wanted, made: batch.made, live: batch.live },
    });
    await deps.jobs.send("make-codes", { shopId, batchId }, { transaction: tx });
    return done({ id: batchId });
  });
}
