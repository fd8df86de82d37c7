import type { Agreed, Difference } from "#app/domain/discount/merge.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { desiredTerms, type SyncedCampaign } from "./desired-terms.server.ts";
import { readActual } from "./read-discount.server.ts";

export function agreedOf({ agreed }: Pick<Campaign, "agreed">): Agreed | null {
  return agreed as Agreed | null;
}

/** Until the transaction ends nobody else decides about the campaign. */
export const LOCK_CAMPAIGN =
  "SELECT 1 FROM campaign WHERE shop_id = $1::int AND id = $2::uuid FOR UPDATE";

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
  const ours = desiredTerms(campaign);
  const key = { shopId_id: { shopId: campaign.shopId, id: campaign.id } };
  await deps.database.prisma.$transaction(async (tx) => {
    // Somebody may have decided meanwhile: what is agreed on then is theirs to say.
    await queryIn(tx, LOCK_CAMPAIGN, [campaign.shopId, campaign.id]);
    const before = agreedOf(await tx.campaign.findUniqueOrThrow({ where: key }));
    const agreed: Agreed = {
      ours: keepOf(ours, before?.ours, undecided),
      theirs: keepOf(actual.terms, before?.theirs, undecided),
    };
    await tx.campaign.update({ where: key, data: { agreed } });
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
