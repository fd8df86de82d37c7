import type { Items } from "../../checkout/discount.ts";
import { idOf } from "../../gid.ts";
import type { ShopState } from "../../state.ts";
import type { Args } from "../context.ts";
import { variantsOf } from "../views/product-lists.ts";
import type { Problems } from "./problems.ts";
import { changed, list } from "./read-audience.ts";

/** What an offer is on, or what must be bought for it. `section` is `customerGets` or `customerBuys`. */
export function readItems(
  shop: ShopState,
  section: string,
  given: unknown,
  problems: Problems,
  current: Items | undefined,
): Items {
  const items = (given ?? undefined) as Args | undefined;
  const path = [section, "items"];
  if (!items) {
    const name = section === "customerGets" ? "customer get" : "customer buys";
    if (!current) problems.add(path, "BLANK", `Items in '${name}' must be defined`);
    return current ?? { kind: "all" };
  }
  if (items["all"] === true) return { kind: "all" };
  const products = (items["products"] ?? {}) as Args;
  const collections = (items["collections"] ?? {}) as Args;
  const before = current?.kind === "some" ? current : undefined;
  const add = {
    products: list(products["productsToAdd"]),
    variants: list(products["productVariantsToAdd"]),
    collections: list(collections["add"]),
  };
  if (add.collections.length > 0 && add.products.length + add.variants.length > 0) {
    const message = "Cannot entitle collections in combination with product variants or products";
    problems.add([...path, "collections", "add"], "CONFLICT", message);
  }
  const variants = variantsOf(shop.products).map(({ variant }) => variant);
  check(add.products, "Product", shop.products, "Product", [...path, "products", "productsToAdd"]);
  check(add.variants, "ProductVariant", variants, "Product variant", [
    ...path,
    "products",
    "productVariantsToAdd",
  ]);
  check(add.collections, "Collection", shop.collections, "Collection", [
    ...path,
    "collections",
    "add",
  ]);

  function check(
    ids: readonly string[],
    type: string,
    known: readonly { readonly id: number }[],
    name: string,
    field: readonly string[],
  ): void {
    for (const id of ids) {
      if (known.some((one) => one.id === idOf(id, type))) continue;
      problems.add(field, "INVALID", `${name} with id: ${id.split("/").at(-1) ?? id} is invalid`);
    }
  }

  return {
    kind: "some",
    productIds: changed(before?.productIds ?? [], add.products, list(products["productsToRemove"])),
    variantIds: changed(
      before?.variantIds ?? [],
      add.variants,
      list(products["productVariantsToRemove"]),
    ),
    collectionIds: changed(
      before?.collectionIds ?? [],
      add.collections,
      list(collections["remove"]),
    ),
  };
}
