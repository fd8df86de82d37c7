import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { Items } from "#app/domain/discount/terms.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { idsText } from "./ids.ts";

const box = (isTicked: boolean): string => (isTicked ? "on" : "");

/**
 * What an existing campaign takes off, of what, and when, as its form shows it.
 * What is not of its offer is as in a new form.
 */
export function formOfOffer(campaign: CampaignDetail): Partial<CampaignForm> {
  const { offer, items, minimum, combines, currency } = campaign;
  return {
    offerKind: offer.kind,
    ...(offer.kind === "buy_x_get_y" ? buysForm(offer, currency) : valueForm(offer, currency)),
    ...itemsForm(items, ["items", "productIds", "variantIds", "collectionIds"]),
    minimum: minimum?.kind ?? "none",
    ...(minimum?.kind === "subtotal"
      ? { minimumSubtotal: decimalText(minimum.minor, currency) }
      : {}),
    ...(minimum?.kind === "quantity" ? { minimumQuantity: String(minimum.quantity) } : {}),
    combinesProduct: box(combines.product),
    combinesOrder: box(combines.order),
    combinesShipping: box(combines.shipping),
  };
}

type Offer = CampaignDetail["offer"];
type BuyXGetY = Extract<Offer, { kind: "buy_x_get_y" }>;

function valueForm(offer: Exclude<Offer, BuyXGetY>, currency: string): Partial<CampaignForm> {
  switch (offer.kind) {
    case "percentage":
      return { percentage: percentText(offer.basisPoints) };
    case "fixed_amount":
      return { amount: decimalText(offer.amountMinor, currency), eachItem: box(offer.eachItem) };
    case "free_shipping": {
      const { maximumPriceMinor: most, countries } = offer;
      return {
        maximumPrice: most === null ? "" : decimalText(most, currency),
        shipsTo: countries ? "countries" : "everywhere",
        countries: idsText(countries ?? []),
      };
    }
  }
}

function buysForm(offer: BuyXGetY, currency: string): Partial<CampaignForm> {
  const { need, items } = offer.buys;
  const isFree = offer.basisPoints === 10_000;
  return {
    ...itemsForm(items, ["buysItems", "buysProductIds", "buysVariantIds", "buysCollectionIds"]),
    ...(need.kind === "quantity"
      ? { buysNeed: "quantity", buysQuantity: String(need.quantity) }
      : { buysNeed: "amount", buysQuantity: "", buysAmount: decimalText(need.minor, currency) }),
    getsQuantity: String(offer.quantity),
    getsEffect: isFree ? "free" : "percentage",
    getsPercentage: isFree ? "" : percentText(offer.basisPoints),
    usesPerOrder: offer.usesPerOrder === null ? "" : String(offer.usesPerOrder),
  };
}

type Names<Field> = readonly [kind: Field, products: Field, variants: Field, collections: Field];

function itemsForm(
  items: Items,
  [kind, products, variants, collections]: Names<keyof CampaignForm>,
): Partial<CampaignForm> {
  switch (items.kind) {
    case "products":
      return {
        [kind]: items.kind,
        [products]: idsText(items.ids),
        [variants]: idsText(items.variantIds),
      };
    case "collections":
      return { [kind]: items.kind, [collections]: idsText(items.ids) };
    case "all":
    case "unknown":
      return { [kind]: emptyCampaignForm("")[kind] };
  }
}

/** 1250 hundredths of a percent are "12.5". */
function percentText(basisPoints: number): string {
  return String(basisPoints / 100);
}
