import type { Offer } from "#app/domain/campaign/offer.ts";
import type { CampaignTerms, ChosenItems } from "#app/domain/campaign/terms.ts";
import type { Combines, Minimum } from "#app/domain/discount/terms.ts";
import {
  buysSchema,
  combinesSchema,
  itemsSchema,
  minimumSchema,
  shippingSchema,
} from "#app/domain/discount/terms.schema.ts";
import { Prisma, type Campaign } from "#app/infra/db/generated/client.ts";

type OfferColumns = Pick<
  Campaign,
  "offerKind" | "basisPoints" | "amountMinor" | "currency" | "eachItem" | "shipping" | "buys"
>;

/** What a campaign takes off. */
export function offerOf(row: OfferColumns): Offer {
  const { offerKind, currency } = row;
  if (offerKind === "percentage") return { kind: offerKind, basisPoints: row.basisPoints ?? 0 };
  if (offerKind === "fixed_amount") {
    const amountMinor = Number(row.amountMinor ?? 0);
    return { kind: offerKind, amountMinor, eachItem: row.eachItem, currency };
  }
  if (offerKind === "buy_x_get_y")
    return { kind: offerKind, ...buysSchema.parse(row.buys), currency };
  const shipping = row.shipping === null ? ANY_SHIPPING : shippingSchema.parse(row.shipping);
  return { kind: "free_shipping", ...shipping, currency };
}

const ANY_SHIPPING = { maximumPriceMinor: null, countries: null };

/** What the offer is on. @throws when the column holds what no form and no sync puts there. */
export function itemsOf({ items }: Pick<Campaign, "items">): ChosenItems {
  const read = items === null ? ALL : itemsSchema.parse(items);
  if (read.kind === "unknown") throw new Error("A campaign is on items it does not know.");
  return read;
}

const ALL: ChosenItems = { kind: "all" };

export function minimumOf({ minimum }: Pick<Campaign, "minimum">): Minimum | null {
  return minimum === null ? null : minimumSchema.parse(minimum);
}

export function combinesOf({ combines }: Pick<Campaign, "combines">): Combines {
  return combines === null ? ALONE : combinesSchema.parse(combines);
}

const ALONE: Combines = { order: false, product: false, shipping: false };

/** The columns that say what a campaign takes off, and of what. What is usual is null. */
export function offerColumns({ offer, items, minimum, combines }: CampaignTerms) {
  return {
    offerKind: offer.kind,
    basisPoints: offer.kind === "percentage" ? offer.basisPoints : null,
    amountMinor: offer.kind === "fixed_amount" ? BigInt(offer.amountMinor) : null,
    eachItem: offer.kind === "fixed_amount" && offer.eachItem,
    shipping: shippingColumn(offer) ?? Prisma.DbNull,
    buys: buysColumn(offer) ?? Prisma.DbNull,
    items: items.kind === "all" ? Prisma.DbNull : items,
    minimum: minimum ?? Prisma.DbNull,
    combines: combines.order || combines.product || combines.shipping ? combines : Prisma.DbNull,
  };
}

function shippingColumn(offer: Offer) {
  if (offer.kind !== "free_shipping") return null;
  const { maximumPriceMinor, countries } = offer;
  return maximumPriceMinor === null && countries === null ? null : { maximumPriceMinor, countries };
}

function buysColumn(offer: Offer) {
  if (offer.kind !== "buy_x_get_y") return null;
  const { kind: _kind, currency: _currency, ...buys } = offer;
  return buys;
}
