import type { ShopState } from "../state.ts";

/** What the resource picker offers: products, or variants or collections when asked for. */
export function resources(shop: ShopState, type: string): readonly { id: string; title: string }[] {
  if (type === "collection") {
    return shop.collections.map(({ id, title }) => ({
      id: `gid://shopify/Collection/${id}`,
      title,
    }));
  }
  if (type === "variant") {
    return shop.products.flatMap((product) =>
      product.variants.map(({ id, title }) => ({
        id: `gid://shopify/ProductVariant/${id}`,
        title: `${product.title} – ${title}`,
      })),
    );
  }
  return shop.products.map(({ id, title }) => ({ id: `gid://shopify/Product/${id}`, title }));
}
