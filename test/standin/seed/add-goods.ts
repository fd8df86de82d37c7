import type { ShopState, Standin } from "../state.ts";
import { COLLECTIONS, GOODS } from "./goods.ts";

/** Twelve products in four collections; the seed moves each price by up to a fifth. */
export function addGoods(world: Standin, shop: ShopState): void {
  const at = world.now();
  const collections = new Map<string, number>();
  for (const title of COLLECTIONS) {
    const id = world.nextId();
    shop.collections.set(id, { id, title, handle: handleOf(title), updatedAt: at });
    collections.set(title, id);
  }
  for (const [title, type, price, variants] of GOODS) {
    const id = world.nextId();
    const base = Math.round(price * (0.8 + world.random() * 0.4)) * 100 - 10;
    const collectionId = collections.get(type);
    shop.products.set(id, {
      id,
      title,
      handle: handleOf(title),
      vendor: shop.name,
      productType: type,
      tags: [],
      collectionIds: collectionId === undefined ? [] : [collectionId],
      createdAt: at,
      updatedAt: at,
      variants: variants.map((variant, index) => ({
        id: world.nextId(),
        title: variant,
        sku: `${handleOf(title).slice(0, 6).toUpperCase()}-${index + 1}`,
        priceMinor: base + index * 600,
        compareAtMinor: null,
        requiresShipping: true,
      })),
    });
  }
}

function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
