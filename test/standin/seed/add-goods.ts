import type { ShopState, World } from "../state.ts";
import { COLLECTIONS, GOODS } from "./goods.ts";

/** Twelve products in four collections; the seed moves each price by up to a fifth. */
export function addGoods(world: World, shop: ShopState): void {
  const at = world.now();
  for (const title of COLLECTIONS) {
    shop.collections.push({ id: world.nextId("Collection"), title, handle: handleOf(title) });
  }
  for (const [title, type, price, variants] of GOODS) {
    // Ends on 90, as prices do.
    const base = Math.round(price * (0.8 + world.random() * 0.4)) * 100 - 10;
    shop.products.push({
      id: world.nextId("Product"),
      title,
      handle: handleOf(title),
      description: `${title} from ${shop.name}.`,
      vendor: shop.name,
      productType: type,
      tags: [],
      collectionIds: shop.collections.filter((one) => one.title === type).map(({ id }) => id),
      status: "ACTIVE",
      createdAt: at,
      updatedAt: at,
      variants: variants.map((variant, index) => ({
        id: world.nextId("ProductVariant"),
        title: variant,
        sku: `${handleOf(title).slice(0, 6).toUpperCase()}-${index + 1}`,
        price: base + index * 600,
        compareAtPrice: undefined,
        requiresShipping: true,
        inventoryQuantity: 500,
      })),
    });
  }
}

function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
