import { valueOf } from "#app/domain/campaign/offer.ts";
import { isOnceForLife } from "#app/domain/campaign/limit.ts";
import { STOPPED, type DiscountTerms } from "#app/domain/discount/terms.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { isLongList, limitsOf, nativeSegments } from "../campaign/campaign-row.server.ts";
import { combinesOf, itemsOf, minimumOf, offerOf } from "../campaign/offer-columns.server.ts";

/** How a discount in Shopify is known to be a campaign's, whatever its title became. */
export function tagOf(campaign: Pick<Campaign, "number">): string {
  return `bonafide-${campaign.number}`;
}

/** A campaign with the uses that were freed again: Shopify itself never gives one back. */
export type SyncedCampaign = Campaign & { freed: number };

/** What a campaign's discount should say. Everything Shopify can hold by itself is set; the guard adds to it. */
export function desiredTerms(campaign: SyncedCampaign): DiscountTerms {
  return {
    title: campaign.discountTitle ?? campaign.name,
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.wanted === "on" ? (campaign.endsAt?.toISOString() ?? null) : STOPPED,
    usageLimit: usageLimitOf(campaign),
    oncePerCustomer: isOnceForGood(campaign),
    audience: audienceOf(campaign),
    combines: combinesOf(campaign),
    value: valueOf(offerOf(campaign)),
    items: itemsOf(campaign),
    minimum: minimumOf(campaign),
  };
}

/** Shopify counts uses per code: a unique code works once, others as often as the campaign says. */
function usageLimitOf({ codeKind, totalCap, usesPerCode, freed }: SyncedCampaign): number | null {
  if (codeKind === "unique") return 1;
  if (codeKind === "list") return usesPerCode;
  // Never below what Shopify takes: a cap that is used up refuses by its uses.
  return totalCap === null ? null : Math.max(1, totalCap + freed);
}

/**
 * Shopify's own "once per customer" holds even if our function fails, but it never forgets a use: a customer whose
 * order was cancelled could not use the code again. So it is set only where nothing frees a use.
 */
function isOnceForGood(campaign: Campaign): boolean {
  const limits = limitsOf(campaign);
  // The checkout function does not know every code of a long list: Shopify's own limit is the only one there.
  if (isLongList(campaign)) return limits.length > 0;
  const frees =
    campaign.freesOnCancel ||
    campaign.freesOnFullRefund ||
    campaign.freesOnPartialRefund ||
    campaign.freesOnChargeback ||
    campaign.freesOnExpiry;
  return limits.some(isOnceForLife) && !frees;
}

function audienceOf(campaign: Campaign): DiscountTerms["audience"] {
  const { customerIds } = campaign;
  if (customerIds.length > 0) return { kind: "customers", ids: customerIds.map(String) };
  const ids = nativeSegments(campaign);
  return ids.length === 0 ? { kind: "all" } : { kind: "segments", ids };
}
