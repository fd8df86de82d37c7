import type { CheckoutLineInput } from "./checkout.ts";
import type { CheckoutLine } from "./line.ts";
import type { CheckoutShop, StoreProduct, StoreVariant } from "./shop.ts";

export type FoundVariant = { readonly product: StoreProduct; readonly variant: StoreVariant };

export function findVariant(shop: CheckoutShop, variantId: string): FoundVariant | undefined {
  for (const product of shop.products()) {
    const variant = product.variants.find((candidate) => candidate.id === variantId);
    if (variant) return { product, variant };
  }
  return undefined;
}

/** For a variant already known to exist. Throws otherwise: a product was deleted under an open checkout. */
export function variantOf(shop: CheckoutShop, variantId: string): FoundVariant {
  const found = findVariant(shop, variantId);
  if (!found) throw new Error(`${shop.handle} sells no variant ${variantId}`);
  return found;
}

export function pricedLines(
  shop: CheckoutShop,
  lines: readonly CheckoutLineInput[],
): readonly CheckoutLine[] {
  return lines.map(({ variantId, quantity }, index) => {
    const { product, variant } = variantOf(shop, variantId);
    return {
      id: `line-${index + 1}`,
      variantId,
      productId: product.id,
      collectionIds: product.collectionIds,
      quantity,
      unitPrice: variant.price,
      requiresShipping: variant.requiresShipping,
    };
  });
}

export function titleOf({ product, variant }: FoundVariant): string {
  return variant.title === "Default Title" ? product.title : `${product.title} – ${variant.title}`;
}
