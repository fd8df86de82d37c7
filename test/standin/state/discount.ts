export type DiscountClass = "PRODUCT" | "ORDER" | "SHIPPING";

export type CombinesWith = {
  productDiscounts: boolean;
  orderDiscounts: boolean;
  shippingDiscounts: boolean;
};

/** Which lines an offer looks at. */
export type Items =
  | { readonly kind: "all" }
  | {
      readonly kind: "some";
      readonly productIds: readonly number[];
      readonly variantIds: readonly number[];
      readonly collectionIds: readonly number[];
    };

export type Audience =
  | { readonly kind: "all" }
  | { readonly kind: "customers"; readonly ids: readonly number[] }
  | { readonly kind: "segments"; readonly ids: readonly number[] };

export type Minimum =
  | { readonly kind: "subtotal"; readonly amountMinor: number }
  | { readonly kind: "quantity"; readonly quantity: number };

/** What a discount gives. Money in minor units, a percentage as a fraction of 1 as Shopify's API has it. */
export type Offer =
  | { readonly kind: "percentage"; readonly fraction: number; readonly items: Items }
  | {
      readonly kind: "amount";
      readonly amountMinor: number;
      readonly onEachItem: boolean;
      readonly items: Items;
    }
  | {
      readonly kind: "free-shipping";
      /** `undefined`: every country. */
      readonly countries: readonly string[] | undefined;
      readonly maximumPriceMinor: number | undefined;
    }
  | {
      readonly kind: "buy-x-get-y";
      readonly buys: Items;
      readonly buysNeed: Minimum;
      readonly gets: Items;
      readonly getsQuantity: number;
      readonly fraction: number;
      readonly usesPerOrder: number | undefined;
    }
  | {
      readonly kind: "function";
      /** `functionHandle` of the app's extension. */
      readonly functionHandle: string;
      readonly classes: readonly DiscountClass[];
    };

export type RedeemCode = {
  readonly id: number;
  /** As made; looked up without regard to case. */
  readonly code: string;
  readonly createdAt: number;
};

/** One use (+1) or one use given back (−1) of a redeem code, in the order they happened. */
export type CodeUse = {
  readonly redeemCodeId: number;
  readonly orderId: number;
  readonly customerId: number | null;
  readonly change: 1 | -1;
  readonly at: number;
};

/** One discount of either method. `id` is the number in all of its gids (DiscountNode, DiscountCodeNode, …). */
export type Discount = {
  readonly id: number;
  readonly method: "code" | "automatic";
  title: string;
  startsAt: number;
  endsAt: number | null;
  offer: Offer;
  audience: Audience;
  minimum: Minimum | undefined;
  combinesWith: CombinesWith;
  /** Uses allowed of **each** redeem code. */
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  recurringCycleLimit: number | null;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  tags: string[];
  /** Redeem codes by id, oldest first; empty for automatic discounts. */
  readonly codes: Map<number, RedeemCode>;
  readonly uses: CodeUse[];
  /** Made by this app (true), or by the merchant or another app. */
  readonly ownedByApp: boolean;
  createdAt: number;
  updatedAt: number;
};

export type DiscountStatus = "ACTIVE" | "EXPIRED" | "SCHEDULED";
