import type { Difference } from "#app/domain/discount/merge.ts";
import type { DiscountTerms, DiscountValue } from "#app/domain/discount/terms.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";

/** The columns by which a campaign says what Shopify's side says. */
type Columns = Prisma.CampaignUpdateManyMutationInput;

/**
 * How a campaign says one field as Shopify's side says it; null when it cannot: then only a person can decide, to keep
 * Shopify's as it is or to restore ours.
 */
export function adoptColumns(
  campaign: SyncedCampaign,
  { field, theirs }: Difference,
): Columns | null {
  const value = theirs as never;
  switch (field) {
    case "title":
      return { discountTitle: value };
    case "startsAt":
      return { startsAt: value };
    case "endsAt":
      // Whoever gives a stopped discount its time back starts it again.
      return { endsAt: value, wanted: "on" };
    case "usageLimit":
      return usageColumns(campaign, value);
    case "audience":
      return audienceColumns(value);
    case "combines":
      return { combines: value };
    case "items":
      return (value as DiscountTerms["items"]).kind === "unknown" ? null : { items: value };
    case "minimum":
      return { minimum: value ?? Prisma.DbNull };
    case "value":
      return valueColumns(campaign, value);
    case "oncePerCustomer":
      // Ours follows from the limit and from what frees a use.
      return null;
  }
}

function usageColumns(campaign: SyncedCampaign, limit: number | null): Columns | null {
  if (campaign.codeKind === "unique") return null;
  if (campaign.codeKind === "list") return { usesPerCode: limit };
  const totalCap = limit === null ? null : limit - campaign.freed;
  return totalCap !== null && totalCap < 1 ? null : { totalCap };
}

function audienceColumns(audience: DiscountTerms["audience"]): Columns | null {
  switch (audience.kind) {
    case "all":
      return { segmentId: null, segmentName: null, customerIds: [] };
    case "segments": {
      const [segmentId, ...others] = audience.ids;
      return others.length > 0 || segmentId === undefined
        ? null
        : { segmentId, segmentName: null, customerIds: [] };
    }
    case "customers":
      return { segmentId: null, segmentName: null, customerIds: audience.ids.map(BigInt) };
    case "markets":
      return null;
  }
}

/** The kind of an offer never changes: Shopify cannot turn one kind of discount into another. */
function valueColumns(campaign: SyncedCampaign, value: DiscountValue): Columns | null {
  switch (value.kind) {
    case "percentage":
      return { offerKind: "percentage", basisPoints: value.basisPoints, amountMinor: null };
    case "fixed_amount":
      return {
        ...{ offerKind: "fixed_amount", basisPoints: null, eachItem: value.eachItem },
        amountMinor: BigInt(value.amountMinor),
      };
    case "free_shipping":
      return null;
    case "buy_x_get_y": {
      const { kind: _, ...buys } = value;
      return campaign.offerKind === "buy_x_get_y" ? { buys } : null;
    }
  }
}
