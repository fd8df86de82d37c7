import type { ShopifyGlobal } from "@shopify/app-bridge-react";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import { MOST_CHOSEN } from "#app/domain/campaign/read-items.ts";

type Picker = Pick<ShopifyGlobal, "resourcePicker">;
export type PickedProducts = { ids: string[]; variantIds: string[]; chosen: Chosen[] };
export type PickedCollections = { ids: string[]; chosen: Chosen[] };

const numberIn = (gid: string) => gid.slice(gid.lastIndexOf("/") + 1);

/** Shopify's own dialog for products, with what is chosen now ticked. Null when it was closed without an answer. */
export async function pickProducts(
  shopify: Picker,
  now: { ids: readonly string[]; variantIds: readonly string[] },
  productOf: (variantId: string) => string | undefined,
): Promise<PickedProducts | null> {
  const unplaced = now.variantIds.filter((id) => productOf(id) === undefined);
  const parents = new Set(now.variantIds.flatMap((id) => productOf(id) ?? []));
  const picked = await shopify.resourcePicker({
    type: "product",
    action: "select",
    multiple: MOST_CHOSEN,
    selectionIds: [
      ...now.ids.map((id) => ({ id: `gid://shopify/Product/${id}` })),
      ...[...parents].map((product) => ({
        id: `gid://shopify/Product/${product}`,
        variants: now.variantIds
          .filter((id) => productOf(id) === product)
          .map((id) => ({ id: `gid://shopify/ProductVariant/${id}` })),
      })),
    ],
  });
  if (!picked) return null;
  const found: PickedProducts = { ids: [], variantIds: [...unplaced], chosen: [] };
  for (const { id: gid, title, variants, totalVariants } of picked) {
    const id = numberIn(gid);
    found.chosen.push({ kind: "product", id, name: title });
    // With all of its variants a product is chosen as a whole, so that those it gets later belong to it.
    if (variants.length === 0 || variants.length >= totalVariants) {
      found.ids.push(id);
      continue;
    }
    for (const variant of variants) {
      const variantId = numberIn(variant.id ?? "");
      const name = `${title} – ${variant.title ?? variantId}`;
      found.variantIds.push(variantId);
      found.chosen.push({ kind: "variant", id: variantId, name, productId: id });
    }
  }
  return found;
}

/** The same for collections. */
export async function pickCollections(
  shopify: Picker,
  now: readonly string[],
): Promise<PickedCollections | null> {
  const picked = await shopify.resourcePicker({
    type: "collection",
    action: "select",
    multiple: MOST_CHOSEN,
    selectionIds: now.map((id) => ({ id: `gid://shopify/Collection/${id}` })),
  });
  if (!picked) return null;
  const chosen = picked.map(({ id, title }) => ({
    ...{ kind: "collection" as const, id: numberIn(id), name: title },
  }));
  return { ids: chosen.map(({ id }) => id), chosen };
}
