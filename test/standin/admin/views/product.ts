import { gid, idOf } from "../../gid.ts";
import type { Collection, Product, Variant } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { moneyScalar, moneyView } from "../money.ts";
import { instant } from "../scalars.ts";
import { metafieldFields } from "./metafields.ts";

export function productView(context: AdminContext, product: Product): View {
  const { shop } = context;
  const id = gid("Product", product.id);
  const prices = product.variants.map(({ price }) => price);
  return {
    __typename: "Product",
    id,
    legacyResourceId: String(product.id),
    title: product.title,
    handle: product.handle,
    description: product.description,
    vendor: product.vendor,
    productType: product.productType,
    tags: [...product.tags],
    status: product.status,
    createdAt: instant(product.createdAt),
    updatedAt: instant(product.updatedAt),
    // Nobody uploaded a picture.
    featuredMedia: null,
    featuredImage: null,
    totalInventory: product.variants.reduce((sum, one) => sum + one.inventoryQuantity, 0),
    variantsCount: countView(product.variants.length),
    priceRangeV2: {
      __typename: "ProductPriceRangeV2",
      minVariantPrice: moneyView(Math.min(...prices), shop.currencyCode),
      maxVariantPrice: moneyView(Math.max(...prices), shop.currencyCode),
    },
    variants: (args: Args) =>
      connection(
        "ProductVariantConnection",
        {
          items: product.variants,
          idOf: byId,
          view: (variant) => variantView(context, product, variant),
          sortBy: { POSITION: (variant) => product.variants.indexOf(variant) },
        },
        args,
      ),
    collections: (args: Args) =>
      connection(
        "CollectionConnection",
        {
          items: shop.collections.filter((one) => product.collectionIds.includes(one.id)),
          idOf: byId,
          view: (collection) => collectionView(context, collection),
        },
        args,
      ),
    inCollection: ({ id: collection }: Args) =>
      product.collectionIds.includes(idOf(String(collection), "Collection") ?? -1),
    ...metafieldFields(context, id),
  };
}

export function variantView(context: AdminContext, product: Product, variant: Variant): View {
  const { currencyCode } = context.shop;
  const id = gid("ProductVariant", variant.id);
  const { compareAtPrice } = variant;
  return {
    __typename: "ProductVariant",
    id,
    legacyResourceId: String(variant.id),
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku ?? null,
    barcode: null,
    price: moneyScalar(variant.price, currencyCode),
    compareAtPrice: compareAtPrice === undefined ? null : moneyScalar(compareAtPrice, currencyCode),
    availableForSale: variant.inventoryQuantity > 0,
    inventoryQuantity: variant.inventoryQuantity,
    position: product.variants.indexOf(variant) + 1,
    product: () => productView(context, product),
    ...metafieldFields(context, id),
  };
}

export function collectionView(context: AdminContext, collection: Collection): View {
  const id = gid("Collection", collection.id);
  const products = context.shop.products.filter(({ collectionIds }) =>
    collectionIds.includes(collection.id),
  );
  return {
    __typename: "Collection",
    id,
    legacyResourceId: String(collection.id),
    title: collection.title,
    handle: collection.handle,
    image: null,
    productsCount: countView(products.length),
    products: (args: Args) =>
      connection(
        "ProductConnection",
        {
          items: products,
          idOf: byId,
          view: (product) => productView(context, product),
          // The collection's own order is the order its products were made in.
          sortBy: { COLLECTION_DEFAULT: byId },
        },
        args,
      ),
    ...metafieldFields(context, id),
  };
}

function byId({ id }: { readonly id: number }): number {
  return id;
}

export function countView(count: number): View {
  return { __typename: "Count", count, precision: "EXACT" };
}
