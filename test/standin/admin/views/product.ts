import { gid, idOf } from "../../gid.ts";
import type { Collection, Product, Variant } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { moneyScalar, moneyView } from "../money.ts";
import { instant } from "../scalars.ts";
import { number, searchFor, text, time, words } from "../search/match.ts";
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
    variants: (args: Args) => variantConnection(context, variantsOf([product]), args),
    collections: (args: Args) =>
      collectionConnection(
        context,
        shop.collections.filter((one) => product.collectionIds.includes(one.id)),
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
    // The collection's own order is the order products were made in.
    products: (args: Args) =>
      productConnection(context, products, { ...args, sortKey: sortedById(args["sortKey"]) }),
    ...metafieldFields(context, id),
  };
}

function sortedById(key: unknown): unknown {
  return key === "COLLECTION_DEFAULT" ? "ID" : key;
}

export function countView(count: number): View {
  return { __typename: "Count", count, precision: "EXACT" };
}

type PlacedVariant = { readonly product: Product; readonly variant: Variant };

export function variantsOf(products: readonly Product[]): PlacedVariant[] {
  return products.flatMap((product) => product.variants.map((variant) => ({ product, variant })));
}

export function productConnection(
  context: AdminContext,
  items: readonly Product[],
  args: Args,
): View {
  const { now } = context.world;
  return connection(
    "ProductConnection",
    {
      items,
      idOf: ({ id }) => id,
      view: (product) => productView(context, product),
      sortBy: {
        TITLE: ({ title }) => title.toLowerCase(),
        CREATED_AT: ({ createdAt }) => createdAt.getTime(),
        UPDATED_AT: ({ updatedAt }) => updatedAt.getTime(),
      },
      search: (all, query) =>
        searchFor(
          {
            default: words((one) => [one.title, one.productType, one.vendor, ...one.tags]),
            id: number(({ id }) => id),
            title: words(({ title }) => [title]),
            handle: text(({ handle }) => handle),
            tag: text(({ tags }) => tags),
            vendor: text(({ vendor }) => vendor),
            status: text(({ status }) => status),
            product_type: text(({ productType }) => productType),
            collection_id: number(({ collectionIds }) => collectionIds),
            created_at: time(({ createdAt }) => createdAt, now),
            updated_at: time(({ updatedAt }) => updatedAt, now),
          },
          all,
          query,
        ),
    },
    args,
  );
}

export function variantConnection(
  context: AdminContext,
  items: readonly PlacedVariant[],
  args: Args,
): View {
  return connection(
    "ProductVariantConnection",
    {
      items,
      idOf: ({ variant }) => variant.id,
      view: ({ product, variant }) => variantView(context, product, variant),
      sortBy: {
        POSITION: ({ product, variant }) => product.variants.indexOf(variant),
        TITLE: ({ variant }) => variant.title.toLowerCase(),
        SKU: ({ variant }) => variant.sku ?? "",
      },
      search: (all, query) =>
        searchFor(
          {
            default: words(({ product, variant }) => [product.title, variant.title, variant.sku]),
            id: number(({ variant }) => variant.id),
            sku: text(({ variant }) => variant.sku),
            title: words(({ variant }) => [variant.title]),
            product_id: number(({ product }) => product.id),
            product_ids: number(({ product }) => product.id),
            product_status: text(({ product }) => product.status),
            product_type: text(({ product }) => product.productType),
            collection: number(({ product }) => product.collectionIds),
          },
          all,
          query,
        ),
    },
    args,
  );
}

export function collectionConnection(
  context: AdminContext,
  items: readonly Collection[],
  args: Args,
): View {
  return connection(
    "CollectionConnection",
    {
      items,
      idOf: ({ id }) => id,
      view: (collection) => collectionView(context, collection),
      sortBy: { TITLE: ({ title }) => title.toLowerCase() },
      search: (all, query) =>
        searchFor(
          {
            default: words(({ title }) => [title]),
            id: number(({ id }) => id),
            title: words(({ title }) => [title]),
            handle: text(({ handle }) => handle),
          },
          all,
          query,
        ),
    },
    args,
  );
}
