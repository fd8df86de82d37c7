import type { Difference } from "#app/domain/discount/merge.ts";
import type { DiscountTerms, DiscountValue } from "#app/domain/discount/terms.ts";
import { termsSchema } from "#app/domain/discount/terms.schema.ts";
import { Prisma } from "#app/infra/db/generated/client.ts";
import { MOST_SEGMENTS } from "#app/domain/campaign/read-audience.ts";
import {
  eligibilityColumn,
  eligibilityOf,
  nativeSegments,
} from "../campaign/campaign-row.server.ts";
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
  const said = termsSchema.shape;
  switch (field) {
    case "title":
      return { discountTitle: said.title.parse(theirs) };
    case "startsAt":
      return { startsAt: said.startsAt.parse(theirs) };
    case "endsAt":
      // Whoever gives a stopped discount its time back starts it again.
      return { endsAt: said.endsAt.parse(theirs), wanted: "on" };
    case "usageLimit":
      return usageColumns(campaign, said.usageLimit.parse(theirs));
    case "audience":
      return audienceColumns(campaign, said.audience.parse(theirs));
    case "combines":
      return { combines: said.combines.parse(theirs) };
    case "items": {
      const items = said.items.parse(theirs);
      return items.kind === "unknown" ? null : { items };
    }
    case "minimum":
      return { minimum: said.minimum.parse(theirs) ?? Prisma.DbNull };
    case "value":
      return valueColumns(campaign, said.value.parse(theirs));
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

/** Shopify's side says only which segments are enough; what else is asked stays. */
function audienceColumns(
  campaign: SyncedCampaign,
  audience: DiscountTerms["audience"],
): Columns | null {
  const who = eligibilityOf(campaign);
  const others = who.any.filter((membership) => !nativeSegments(campaign).includes(membership));
  const eligibility = (any: readonly string[]) =>
    eligibilityColumn({ ...who, any: [...any, ...others] });
  switch (audience.kind) {
    case "all":
      return { eligibility: eligibility([]), customerIds: [] };
    case "segments":
      return audience.ids.length === 0 || audience.ids.length > MOST_SEGMENTS
        ? null
        : { eligibility: eligibility(audience.ids), customerIds: [] };
    case "customers":
      // For nobody, such as when the last of them was deleted, must not become for everybody.
      return audience.ids.length === 0
        ? null
        : { eligibility: eligibility([]), customerIds: audience.ids.map(BigInt) };
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
    case "free_shipping": {
      const { kind, ...shipping } = value;
      return campaign.offerKind === kind ? { shipping } : null;
    }
    case "buy_x_get_y": {
      const { kind, ...buys } = value;
      const isKnown = buys.buys.items.kind !== "unknown";
      return campaign.offerKind === kind && isKnown ? { buys } : null;
    }
  }
}
