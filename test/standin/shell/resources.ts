import type { Product, ShopState } from "../state.ts";

/** What the resource picker offers, as it gives it back when it is picked. */
export type Resource = { readonly id: string; readonly title: string } & Partial<{
  readonly totalVariants: number;
  readonly variants: readonly { readonly id: string; readonly title: string }[];
}>;

/** Products with their variants, or single variants or collections when asked for. */
export function resources(shop: ShopState, type: string): readonly Resource[] {
  if (type === "collection") {
    return shop.collections.map(({ id, title }) => ({
      id: `gid://shopify/Collection/${id}`,
      title,
    }));
  }
  if (type === "variant") {
    return shop.products.flatMap((product) =>
      variantsOf(product).map(({ id, title }) => ({ id, title: `${product.title} – ${title}` })),
    );
  }
  return shop.products.map((product) => ({
    id: `gid://shopify/Product/${product.id}`,
    title: product.title,
    totalVariants: product.variants.length,
    variants: variantsOf(product),
  }));
}

function variantsOf({ variants }: Product): { id: string; title: string }[] {
  return variants.map(({ id, title }) => ({ id: `gid://shopify/ProductVariant/${id}`, title }));
}
