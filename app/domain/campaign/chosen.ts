import type { Items } from "../discount/terms.ts";
import type { CampaignField } from "./form.ts";
import type { CampaignTerms } from "./terms.ts";

/** What campaigns are limited to by name. */
export type ChosenKind = "product" | "variant" | "collection" | "customer";

/** One of them as a page shows it; of a variant also its product's id, by which Shopify's picker finds it. */
export type Chosen = { kind: ChosenKind; id: string; name: string; productId?: string };

export type ChosenIds = Record<ChosenKind, readonly string[]>;

export const NOTHING_CHOSEN: ChosenIds = { product: [], variant: [], collection: [], customer: [] };

type Choosing = Pick<CampaignTerms, "offer" | "items" | "customerIds">;

/** What a campaign names, by the field of the form in which it was chosen; only where something was. */
export function chosenIn({ offer, items, customerIds }: Choosing) {
  const buys: Items = offer.kind === "buy_x_get_y" ? offer.buys.items : { kind: "all" };
  const all: { field: CampaignField; ids: ChosenIds }[] = [
    { field: fieldFor(buys, "buysCollectionIds", "buysProductIds"), ids: idsOf(buys) },
    { field: fieldFor(items, "collectionIds", "productIds"), ids: idsOf(items) },
    { field: "customerIds", ids: { ...NOTHING_CHOSEN, customer: customerIds } },
  ];
  return all.filter(({ ids }) => Object.values(ids).some((each) => each.length > 0));
}

/** All of it at once. */
export function allChosen(terms: Choosing): ChosenIds {
  const found = chosenIn(terms).map(({ ids }) => ids);
  const all = (kind: ChosenKind) => [...new Set(found.flatMap((ids) => ids[kind]))];
  return {
    product: all("product"),
    variant: all("variant"),
    collection: all("collection"),
    customer: all("customer"),
  };
}

function fieldFor({ kind }: Items, collections: CampaignField, products: CampaignField) {
  return kind === "collections" ? collections : products;
}

/** What items are chosen by. */
export function idsOf(items: Items): ChosenIds {
  if (items.kind === "collections") return { ...NOTHING_CHOSEN, collection: items.ids };
  if (items.kind !== "products") return NOTHING_CHOSEN;
  return { ...NOTHING_CHOSEN, product: items.ids, variant: items.variantIds };
}
