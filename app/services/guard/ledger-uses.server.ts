import { groupIdOf, groupOf } from "#app/domain/campaign/limit.ts";
import type { PutTogether } from "#app/domain/identity/cluster/put-together.ts";
import type { LedgerUse } from "#app/domain/policy/fold-uses.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { countedLimitsOf, ruleIdOf } from "../campaign/campaign-row.server.ts";
import { countedUses, type PersonUse } from "../redemption/counted-uses.server.ts";

/** A use with the order it is of. */
export type OrderUse = LedgerUse & Pick<PersonUse, "orderId" | "orderName" | "code" | "placedAt">;

type Asked = {
  shopId: number;
  together: PutTogether;
  /** Only these people's (their roots); everybody's when absent. */
  personIds?: readonly string[];
  /** As the ledger stood then; as it stands now when absent or null. */
  at?: Date | null;
};

/**
 * By person (their root): the uses that the limits of these campaigns count, theirs and those of whom staff put together
 * with them, those of other campaigns of the same group included, also of ones that are over.
 */
export async function ledgerUses(
  deps: Deps,
  campaigns: readonly Campaign[],
  { shopId, together, personIds, at }: Asked,
): Promise<Map<string, readonly OrderUse[]>> {
  const limited = campaigns.filter((campaign) => countedLimitsOf(campaign).length > 0);
  if (limited.length === 0 || personIds?.length === 0) return new Map();
  const groups = new Set(limited.flatMap(countedLimitsOf).map(groupOf));
  const counted = await deps.database.prisma.campaign.findMany({
    where: {
      shopId,
      OR: [
        { id: { in: limited.map(({ id }) => id) } },
        { groups: { hasSome: [...groups].filter((number) => number !== null) } },
      ],
    },
    select: { id: true, number: true, groups: true },
  });
  const byId = new Map(counted.map((campaign) => [campaign.id, campaign]));
  const uses = await countedUses(deps.database.pool, {
    shopId,
    ...(personIds ? { personIds: together.withOthers(personIds) } : {}),
    campaignIds: [...byId.keys()],
    until: at ?? null,
  });
  const byPerson = Map.groupBy(uses, ({ personId }) => personId);
  const asOrderUse = ({ personId: _, campaignId, ...use }: PersonUse): OrderUse => {
    const campaign = byId.get(campaignId);
    return {
      ...use,
      campaign: campaign ? ruleIdOf(campaign) : "",
      groups: campaign ? campaign.groups.map(groupIdOf) : [],
    };
  };
  return together.shared(
    new Map([...byPerson].map(([personId, theirs]) => [personId, theirs.map(asOrderUse)])),
  );
}
