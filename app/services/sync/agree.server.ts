import type { Agreed, Difference } from "#app/domain/discount/merge.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import type { Campaign, Prisma } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { desiredTerms, type SyncedCampaign } from "./desired-terms.server.ts";
import { readActual } from "./read-discount.server.ts";

export function agreedOf({ agreed }: Pick<Campaign, "agreed">): Agreed | null {
  return agreed as Agreed | null;
}

/**
 * Reads back what stands in Shopify after a sync: that, beside what we wanted, is what both sides agreed on. What a
 * person has yet to decide stays as it was last agreed. @returns how many codes the discount has.
 */
export async function agree(
  deps: Deps,
  api: AdminApi,
  campaign: SyncedCampaign,
  discountId: string,
  undecided: readonly Difference[],
): Promise<number | null> {
  const actual = await readActual(deps, api, campaign, discountId);
  if (!actual) return null;
  const before = agreedOf(campaign);
  const ours = desiredTerms(campaign);
  const agreed: Agreed = {
    ours: keepOf(ours, before?.ours, undecided),
    theirs: keepOf(actual.terms, before?.theirs, undecided),
  };
  await deps.database.prisma.campaign.update({
    where: { shopId_id: { shopId: campaign.shopId, id: campaign.id } },
    data: { agreed: agreed },
  });
  return actual.codes;
}

function keepOf(
  now: DiscountTerms,
  before: DiscountTerms | undefined,
  undecided: readonly Difference[],
): DiscountTerms {
  const terms = { ...now };
  if (before) for (const { field } of undecided) Object.assign(terms, { [field]: before[field] });
  return terms;
}
