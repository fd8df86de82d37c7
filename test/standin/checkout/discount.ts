/** A native code discount as the checkout judges it. Money in minor units of the shop's currency. */
export type CheckoutDiscount = {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date | undefined;
  /** Uses allowed **of each redeem code**, not of all together: that is how Shopify counts. */
  readonly usageLimit: number | undefined;
  /** Once per customer and redeem code. */
  readonly appliesOncePerCustomer: boolean;
  readonly audience: Audience;
  readonly minimum: Minimum | undefined;
  readonly combinesWith: Readonly<Record<DiscountClass, boolean>>;
  readonly offer: Offer;
};

export type DiscountClass = "PRODUCT" | "ORDER" | "SHIPPING";

export type Audience =
  | { readonly kind: "all" }
  | { readonly kind: "customers"; readonly ids: readonly string[] }
  | { readonly kind: "segments"; readonly ids: readonly string[] }
  /** Kept, and not looked at: which market a shopper buys in is not imitated. */
  | { readonly kind: "markets"; readonly ids: readonly string[] };

export type Minimum =
  | { readonly kind: "subtotal"; readonly amount: number }
  | { readonly kind: "quantity"; readonly quantity: number };

/** Which lines an offer looks at. */
export type Items =
  | { readonly kind: "all" }
  | {
      readonly kind: "some";
      readonly productIds: readonly string[];
      readonly variantIds: readonly string[];
      readonly collectionIds: readonly string[];
    };

export type Offer =
  | { readonly kind: "percentage"; readonly fraction: number; readonly items: Items }
  | {
      readonly kind: "amount";
      readonly amount: number;
      readonly onEachItem: boolean;
      readonly items: Items;
    }
  | {
      readonly kind: "free-shipping";
      readonly countries: readonly string[] | undefined;
      /** Shipping dearer than this is not free. */
      readonly maximumPrice: number | undefined;
    }
  | {
      readonly kind: "buy-x-get-y";
      readonly buys: Items;
      readonly buysNeed: Minimum;
      /** What is bought may be a one-time purchase; true when left out. */
      readonly buysOnOneTimePurchase?: boolean;
      /** It may be a subscription; false when left out. */
      readonly buysOnSubscription?: boolean;
      readonly gets: Items;
      readonly getsQuantity: number;
      readonly fraction: number;
      readonly usesPerOrder: number | undefined;
    };

/** An offer on everything is an order discount; on chosen items it is a product discount. */
export function classOf(offer: Offer): DiscountClass {
  if (offer.kind === "free-shipping") return "SHIPPING";
  if (offer.kind === "buy-x-get-y") return "PRODUCT";
  if (offer.kind === "amount" && offer.onEachItem) return "PRODUCT";
  return offer.items.kind === "all" ? "ORDER" : "PRODUCT";
}
