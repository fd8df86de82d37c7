import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, ScheduledChange } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { holdCampaign } from "../campaign/write-change.server.ts";
import { isId } from "../naming/load-convention.server.ts";

type Held = { tx: Transaction; campaign: Campaign; change: ScheduledChange };

/** Does something about one change of a campaign, which is held meanwhile, in one transaction. */
export async function withChange<T>(
  deps: Deps,
  actor: Actor,
  { campaignId, changeId }: { campaignId: string; changeId: string },
  work: (held: Held) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  if (!isId(campaignId) || !isId(changeId)) return notFound();
  return deps.database.prisma.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx, shopId, campaignId);
    const change = await tx.scheduledChange.findFirst({
      where: { shopId, id: changeId, campaignId },
    });
    return campaign && change ? work({ tx, campaign, change }) : notFound();
  });
}

function notFound() {
  return refuse({ kind: "not_found", message: "That change does not exist in this shop." });
}
