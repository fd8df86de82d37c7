import { decimalText } from "#app/domain/shared/money.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type {
  DiscountCodeBasicInput,
  DiscountCodeFreeShippingInput,
  DiscountContextInput,
} from "#app/infra/admin-api/generated/operations.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { limitOf, offerOf } from "../campaign/campaign-row.server.ts";

/** How a discount in Shopify is known to be a campaign's, whatever its title became. */
export function tagOf(campaign: Pick<Campaign, "number">): string {
  return `bonafide-${campaign.number}`;
}

/** What every kind of discount takes. Everything Shopify can hold by itself is set here; the guard adds to it. */
function commonInput(campaign: Campaign) {
  const limit = limitOf(campaign);
  return {
    title: campaign.name,
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.endsAt?.toISOString() ?? null,
    // Shopify counts uses per code: a unique code works once, a public one as often as the campaign says.
    usageLimit: campaign.codeKind === "unique" ? 1 : campaign.totalCap,
    appliesOncePerCustomer: limit?.perCustomer === 1 && limit.window === "lifetime",
    context: contextOf(campaign),
    tags: [tagOf(campaign)],
  };
}

function contextOf({ segmentId, syncedSegmentId }: Campaign): DiscountContextInput {
  if (segmentId === null) return { all: "ALL" };
  const remove = syncedSegmentId && syncedSegmentId !== segmentId ? [gidOf("Segment", syncedSegmentId)] : [];
  return { customerSegments: { add: [gidOf("Segment", segmentId)], remove } };
}

/** A percentage or an amount off the whole order. Null when the campaign's offer is another. */
export function basicInput(campaign: Campaign): DiscountCodeBasicInput | null {
  const offer = offerOf(campaign);
  if (offer.kind === "free_shipping") return null;
  const value =
    offer.kind === "percentage"
      ? { percentage: offer.basisPoints / 10_000 }
      : { discountAmount: { amount: decimalText(offer.amountMinor, offer.currency), appliesOnEachItem: false } };
  return { ...commonInput(campaign), customerGets: { value, items: { all: true } } };
}

export function shippingInput(campaign: Campaign): DiscountCodeFreeShippingInput {
  return { ...commonInput(campaign), destination: { all: true } };
}
