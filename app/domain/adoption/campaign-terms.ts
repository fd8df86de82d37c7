import { FREES_NOTHING, USUAL_FREES } from "../redemption/target.ts";
import type { Offer } from "../campaign/offer.ts";
import type { CampaignTerms } from "../campaign/terms.ts";
import type { DiscountTerms, DiscountValue } from "../discount/terms.ts";
import { EVERYONE } from "../policy/rule.ts";

/** A campaign's terms, but for where its codes come from. */
export type AdoptedTerms = Omit<CampaignTerms, "codes"> & { usesPerCode: number | null };

/**
 * What a campaign says that was adopted from a discount; null when it cannot say all of it. “Once per customer” is
 * Shopify's own, which forgets no use: so nothing frees one here either.
 */
export function adoptedTerms(
  terms: DiscountTerms,
  codeKind: "public" | "list",
  currency: string,
): AdoptedTerms | null {
  const { audience, items, value, endsAt, usageLimit } = terms;
  if (items.kind === "unknown") return null;
  if (value.kind === "buy_x_get_y" && value.buys.items.kind === "unknown") return null;
  if (audience.kind === "markets") return null;
  const isOnce = terms.oncePerCustomer;
  return {
    offer: offerOf(value, currency),
    items,
    minimum: terms.minimum,
    combines: terms.combines,
    startsAt: new Date(terms.startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    totalCap: codeKind === "public" ? usageLimit : null,
    spendCapMinor: null,
    customerCapMinor: null,
    householdLimit: null,
    usesPerCode: codeKind === "list" ? usageLimit : null,
    limits: isOnce ? [{ perCustomer: 1, window: "lifetime", counter: "campaign" }] : [],
    groups: [],
    eligibility: { ...EVERYONE, any: audience.kind === "segments" ? audience.ids : [] },
    customerIds: audience.kind === "customers" ? audience.ids : [],
    issuedOnly: false,
    isPrivate: false,
    guestPolicy: "match",
    frees: isOnce ? FREES_NOTHING : USUAL_FREES,
  };
}

function offerOf(value: DiscountValue, currency: string): Offer {
  return value.kind === "percentage" ? value : { ...value, currency };
}
