import type { Standpoint } from "#app/domain/discount/plan.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { agreedOf } from "./agree.server.ts";
import { firstCodeOf } from "./begin-discount.server.ts";
import { desiredTerms, type SyncedCampaign } from "./desired-terms.server.ts";
import { countLeaving } from "./leaving-codes.server.ts";

/** How a campaign stands to what its discount says. */
export async function standpointOf(
  deps: Deps,
  campaign: SyncedCampaign,
  theirs: DiscountTerms | null,
): Promise<Standpoint> {
  const { shopId, id: campaignId } = campaign;
  const toAdd =
    campaign.wanted === "ended"
      ? 0
      : await deps.database.prisma.code.count({ where: { shopId, campaignId, state: "pending" } });
  return {
    ours: desiredTerms(campaign),
    agreed: agreedOf(campaign),
    theirs,
    firstCode: theirs ? null : await firstCodeOf(deps, campaign),
    toAdd,
    toRemove: await countLeaving(deps, campaign),
  };
}
