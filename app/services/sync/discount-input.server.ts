import { decimalText } from "#app/domain/shared/money.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type {
  DiscountCodeBasicInput,
  DiscountCodeFreeShippingInput,
  DiscountContextInput,
} from "#app/infra/admin-api/generated/operations.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { isLongList, limitOf, offerOf } from "../campaign/campaign-row.server.ts";

/** How a discount in Shopify is known to be a campaign's, whatever its title became. */
export function tagOf(campaign: Pick<Campaign, "number">): string {
  return `bonafide-${campaign.number}`;
}

/** A campaign with the uses that were freed again: Shopify itself never gives one back. */
export type SyncedCampaign = Campaign & { freed: number };

/** What every kind of discount takes. Everything Shopify can hold by itself is set here; the guard adds to it. */
function commonInput(campaign: SyncedCampaign) {
  return {
    title: campaign.name,
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.endsAt?.toISOString() ?? null,
    usageLimit: usageLimitOf(campaign),
    appliesOncePerCustomer: isOnceForGood(campaign),
    context: contextOf(campaign),
    tags: [tagOf(campaign)],
  };
}

/** Shopify counts uses per code: a unique code works once, others as often as the campaign says. */
function usageLimitOf({ codeKind, totalCap, usesPerCode, freed }: SyncedCampaign): number | null {
  if (codeKind === "unique") return 1;
  if (codeKind === "list") return usesPerCode;
  return totalCap === null ? null : totalCap + freed;
}

/**
 * Shopify's own "once per customer" holds even if our function fails, but it never forgets a use: a customer whose
 * order was cancelled could not use the code again. So it is set only where nothing frees a use.
 */
function isOnceForGood(campaign: Campaign): boolean {
  const limit = limitOf(campaign);
  // The checkout function does not know every code of a long list: Shopify's own limit is the only one there.
  if (isLongList(campaign)) return limit !== null;
  const frees = campaign.freesOnCancel || campaign.freesOnFullRefund || campaign.freesOnExpiry;
  return limit?.perCustomer === 1 && limit.window === "lifetime" && !frees;
}

function contextOf({ segmentId, syncedSegmentId }: Campaign): DiscountContextInput {
  if (segmentId === null) return { all: "ALL" };
  const remove =
    syncedSegmentId && syncedSegmentId !== segmentId ? [gidOf("Segment", syncedSegmentId)] : [];
  return { customerSegments: { add: [gidOf("Segment", segmentId)], remove } };
}

/** A percentage or an amount off the whole order. Null when the campaign's offer is another. */
export function basicInput(campaign: SyncedCampaign): DiscountCodeBasicInput | null {
  const offer = offerOf(campaign);
  if (offer.kind === "free_shipping") return null;
  const value =
    offer.kind === "percentage"
      ? { percentage: offer.basisPoints / 10_000 }
      : {
          discountAmount: {
            amount: decimalText(offer.amountMinor, offer.currency),
            appliesOnEachItem: false,
          },
        };
  return { ...commonInput(campaign), customerGets: { value, items: { all: true } } };
}

export function shippingInput(campaign: SyncedCampaign): DiscountCodeFreeShippingInput {
  return { ...commonInput(campaign), destination: { all: true } };
}
