import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { recountRefused } from "../code/recount-refused.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { OF_DISCOUNT, offerCodesAgain } from "../sync/offer-codes-again.server.ts";

/** Tries again what Shopify refused: the discount and every code that failed. */
export async function retrySync(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = isId(id)
      ? await tx.campaign.findUnique({ where: { shopId_id: { shopId, id } } })
      : null;
    if (!campaign)
      return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
    await tx.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: { syncState: "waiting", syncError: null, syncAskedBy: actor.name, updatedAt: now },
    });
    await tx.code.updateMany({
      where: { shopId, campaignId: id, state: "failed" },
      data: { state: "pending", error: null },
    });
    await recountRefused(tx, shopId, id);
    // Without a discount its codes are nowhere: whoever tries again wants it made anew.
    if (campaign.discountId === null) {
      await offerCodesAgain(tx, campaign, OF_DISCOUNT);
      await tx.drift.updateMany({
        where: { shopId, campaignId: id, kind: "deleted", state: "open" },
        data: { state: "restored", decidedAt: now, decidedBy: actor.name },
      });
    }
    await recordAudit(tx, actor, now, "campaign.sync_retried", {
      kind: "campaign",
      id,
      name: campaign.name,
    });
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
    return done({ id });
  });
}
