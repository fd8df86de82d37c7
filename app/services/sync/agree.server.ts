import { agreedAfter } from "#app/domain/discount/agreed-after.ts";
import type { Agreed, Difference } from "#app/domain/discount/merge.ts";
import type { DiscountTerms, TermsField } from "#app/domain/discount/terms.ts";
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

/** What a sync did to a discount: the fields it wrote over what stood there, and those it left to a person. */
export type Done = {
  written: ReadonlySet<TermsField>;
  before: DiscountTerms | null;
  undecided: readonly Difference[];
};

/**
 * Reads back what stands in Shopify after a sync, and writes down what both sides agree on by it. What a person has yet
 * to decide stays as it was last agreed.
 */
export async function agree(
  deps: Deps,
  api: AdminApi,
  campaign: SyncedCampaign,
  discountId: string,
  { written: fields, before, undecided }: Done,
): Promise<void> {
  const actual = await readActual(deps, api, campaign, discountId);
  if (!actual) return;
  const write = { ours: desiredTerms(campaign), fields, before, after: actual.terms };
  const now = agreedAfter(write, actual.at);
  const key = { shopId_id: { shopId: campaign.shopId, id: campaign.id } };
  await deps.database.prisma.$transaction(async (tx) => {
    // Somebody may have decided meanwhile: what is agreed on then is theirs to say.
    await queryIn(tx, LOCK_CAMPAIGN, [campaign.shopId, campaign.id]);
    const last = agreedOf(await tx.campaign.findUniqueOrThrow({ where: key }));
    const agreed: Agreed = {
      ours: keepOf(now.ours, last?.ours, undecided),
      theirs: keepOf(now.theirs, last?.theirs, undecided),
    };
    await tx.campaign.update({ where: key, data: { agreed } });
  });
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
