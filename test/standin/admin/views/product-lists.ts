import type { Collection, Product, Variant } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { number, searchFor, text, time, words } from "../search/match.ts";
import { collectionView, productView, variantView } from "./product.ts";

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
