import type { Minimum } from "../discount/terms.ts";
import type { CampaignField } from "./form.ts";
import { readAmount, readIds, readWhole, type FormReader } from "./form-reader.ts";
import type { ChosenItems } from "./terms.ts";

/**
 * Shopify takes 100 of each; but only 50 are read back in one answer, and what cannot be compared with what stands in
 * Shopify cannot be kept in step with it.
 */
export const MOST_CHOSEN = 50;

type Choice = { kind: string; products: CampaignField; variants: CampaignField } & {
  collections: CampaignField;
};

/** What the offer is on. Shipping is not on items, and what is got with something bought cannot be everything. */
export function readItems(reader: FormReader): ChosenItems | null {
  const { items, offerKind } = reader.form;
  if (offerKind === "free_shipping") return { kind: "all" };
  const isAll = items === "all" || items === "";
  if (isAll && offerKind !== "buy_x_get_y") return { kind: "all" };
  return readChosen(reader, {
    kind: isAll ? "products" : items,
    products: "productIds",
    variants: "variantIds",
    collections: "collectionIds",
  });
}

/** Products with variants, or collections. That at least one is chosen is Shopify's rule: see `refusalsOf`. */
export function readChosen({ form, report }: FormReader, choice: Choice): ChosenItems | null {
  const { kind, products, variants, collections } = choice;
  const read = (field: CampaignField, of: string) => {
    const ids = readIds(form[field]);
    if (ids === null) return report(field, `Choose ${of} from the list.`);
    if (ids.length <= MOST_CHOSEN) return ids;
    const said = `Choose at most ${MOST_CHOSEN} ${of}.`;
    return report(field, of === "collections" ? said : `${said} A collection can hold more.`);
  };
  if (kind === "products") {
    const ids = read(products, "products");
    const variantIds = read(variants, "variants");
    return ids && variantIds && { kind, ids, variantIds };
  }
  if (kind === "collections") {
    const ids = read(collections, "collections");
    return ids && { kind, ids };
  }
  return report(products, "Choose products or collections.");
}

/** What the cart must hold; buy X get Y says that by what is bought. Undefined when it was typed wrongly. */
export function readMinimum(reader: FormReader): Minimum | null | undefined {
  const { minimum, offerKind } = reader.form;
  if (offerKind === "buy_x_get_y" || minimum === "none" || minimum === "") return null;
  if (minimum === "subtotal") {
    const minor = readAmount(reader, "minimumSubtotal");
    return minor === null ? undefined : { kind: "subtotal", minor };
  }
  if (minimum === "quantity") {
    const quantity = readWhole(reader, "minimumQuantity");
    return quantity === null ? undefined : { kind: "quantity", quantity };
  }
  reader.report("minimum", "Choose a minimum amount, a minimum number of items, or none.");
  return undefined;
}
