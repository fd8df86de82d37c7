import { groupIdOf } from "#app/domain/campaign/limit.ts";
import type { Names } from "#app/domain/verdict/words.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { ruleIdOf } from "../campaign/campaign-row.server.ts";

/** What the things that a verdict tells of are called. */
export async function namesOf(deps: Deps, shopId: number, campaign: Campaign): Promise<Names> {
  const { prisma } = deps.database;
  const groups = await prisma.campaignGroup.findMany({ where: { shopId } });
  const segments = await prisma.segment.findMany({ where: { shopId } });
  return {
    campaign: campaign.name,
    rule: ruleIdOf(campaign),
    groups: Object.fromEntries(groups.map(({ number, name }) => [groupIdOf(number), name])),
    segments: Object.fromEntries(segments.map(({ id, name }) => [id, name])),
    freedBy: freedBy(campaign),
    currency: campaign.currency,
  };
}

function freedBy({ freesOnCancel, freesOnFullRefund, freesOnPartialRefund }: Campaign): string {
  const ways = [
    ...(freesOnCancel ? ["cancel it"] : []),
    ...(freesOnFullRefund ? ["refund it in full"] : []),
    ...(freesOnPartialRefund ? ["refund it in part"] : []),
  ];
  return ways.length > 0 ? ways.join(" or ") : "only an edit of the order frees it";
}
