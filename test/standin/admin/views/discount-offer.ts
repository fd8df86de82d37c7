import type { Items, Minimum } from "../../checkout/discount.ts";
import { idOf } from "../../gid.ts";
import type { NativeDiscount } from "../../state.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { moneyView } from "../money.ts";
import {
  collectionConnection,
  productConnection,
  variantConnection,
  variantsOf,
} from "./product-lists.ts";

export function customerGetsView(context: AdminContext, discount: NativeDiscount): View {
  const { offer } = discount;
  return {
    __typename: "DiscountCustomerGets",
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    appliesOnSubscription: discount.appliesOnSubscription,
    items: itemsView(context, itemsOf(discount)),
    value: valueView(context, offer),
  };
}

export function customerBuysView(context: AdminContext, { offer }: NativeDiscount): View {
  if (offer.kind !== "buy-x-get-y") throw new Error(`Nothing is bought for ${offer.kind}`);
  return {
    __typename: "DiscountCustomerBuys",
    isOneTimePurchase: offer.buysOnOneTimePurchase ?? true,
    isSubscription: offer.buysOnSubscription ?? false,
    items: itemsView(context, offer.buys),
    value: needView(context, offer.buysNeed),
  };
}

export function destinationView({ offer }: NativeDiscount): View {
  const countries = offer.kind === "free-shipping" ? offer.countries : undefined;
  return countries
    ? { __typename: "DiscountCountries", countries: [...countries], includeRestOfWorld: false }
    : { __typename: "DiscountCountryAll", allCountries: true };
}

function itemsOf({ offer }: NativeDiscount): Items {
  if (offer.kind === "buy-x-get-y") return offer.gets;
  return offer.kind === "free-shipping" ? { kind: "all" } : offer.items;
}

function valueView({ shop }: AdminContext, offer: NativeDiscount["offer"]): View {
  const percentage = (fraction: number): View => ({
    __typename: "DiscountPercentage",
    percentage: fraction,
  });
  switch (offer.kind) {
    case "percentage":
      return percentage(offer.fraction);
    case "amount":
      return {
        __typename: "DiscountAmount",
        amount: moneyView(offer.amount, shop.currencyCode),
        appliesOnEachItem: offer.onEachItem,
      };
    case "buy-x-get-y":
      return {
        __typename: "DiscountOnQuantity",
        quantity: quantityView(offer.getsQuantity),
        effect: percentage(offer.fraction),
      };
    case "free-shipping":
      throw new Error("Free shipping has no value");
  }
}

function needView({ shop }: AdminContext, need: Minimum): View {
  return need.kind === "quantity"
    ? quantityView(need.quantity)
    : {
        __typename: "DiscountPurchaseAmount",
        amount: moneyView(need.amount, shop.currencyCode).amount,
      };
}

function quantityView(quantity: number): View {
  return { __typename: "DiscountQuantity", quantity: String(quantity) };
}

function itemsView(context: AdminContext, items: Items): View {
  if (items.kind === "all") return { __typename: "AllDiscountItems", allItems: true };
  const { shop } = context;
  const among = (ids: readonly string[], type: string) => {
    const wanted = new Set(ids.map((id) => idOf(id, type)));
    return ({ id }: { readonly id: number }) => wanted.has(id);
  };
  if (items.collectionIds.length > 0) {
    const collections = shop.collections.filter(among(items.collectionIds, "Collection"));
    return {
      __typename: "DiscountCollections",
      collections: (args: Args) => collectionConnection(context, collections, args),
    };
  }
  const products = shop.products.filter(among(items.productIds, "Product"));
  const isVariant = among(items.variantIds, "ProductVariant");
  const variants = variantsOf(shop.products).filter(({ variant }) => isVariant(variant));
  return {
    __typename: "DiscountProducts",
    products: (args: Args) => productConnection(context, products, args),
    productVariants: (args: Args) => variantConnection(context, variants, args),
  };
}
