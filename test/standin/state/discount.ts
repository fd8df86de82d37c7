import type { Audience, DiscountClass, Minimum, Offer } from "../checkout/discount.ts";
import type { RedeemCodes } from "./redeem-codes.ts";

export type { RedeemCode } from "./redeem-code.ts";
export type { RedeemCodes } from "./redeem-codes.ts";

export type Discount = CodeDiscount | AutomaticDiscount;

export type AutomaticDiscount = AutomaticAppDiscount | AutomaticNativeDiscount;

type Shared = {
  /** One number space for all discounts; the node's gid tells code from automatic. */
  readonly id: number;
  title: string;
  startsAt: Date;
  endsAt: Date | undefined;
  /** Set by deactivation, which also ends the discount; cleared by activation. */
  deactivatedAt: Date | undefined;
  combinesWith: Record<DiscountClass, boolean>;
  tags: string[];
  readonly createdAt: Date;
  updatedAt: Date;
};

/** A discount that a code unlocks. The ids in `audience` and `offer` are gids, as the checkout compares them. */
export type CodeDiscount = Shared & {
  readonly method: "code";
  /** Uses allowed of each redeem code. */
  usageLimit: number | undefined;
  /** Once per customer and redeem code. */
  appliesOncePerCustomer: boolean;
  audience: Audience;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  recurringCycleLimit: number | undefined;
  readonly redeemCodes: RedeemCodes;
} & (NativeOffer | FunctionOffer);

export type NativeOffer = {
  readonly type: "basic" | "freeShipping" | "bxgy";
  offer: Offer;
  minimum: Minimum | undefined;
};

export type FunctionOffer = {
  readonly type: "app";
  functionHandle: string;
  discountClasses: DiscountClass[];
  /** The name of the app that made it; undefined: the app's own. */
  readonly foreignApp?: string | undefined;
};

/** A discount of the app's function that runs at every checkout. */
export type AutomaticAppDiscount = Shared & {
  readonly method: "automatic";
} & FunctionOffer;

/** An automatic discount of Shopify's own. It can be read, and is not applied at checkout. */
export type AutomaticNativeDiscount = Shared & {
  readonly method: "automatic";
  audience: Audience;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  recurringCycleLimit: number | undefined;
  usageCount: number;
} & NativeOffer;

/** A discount of Shopify's own kinds, with codes or automatic. */
export type NativeDiscount = (CodeDiscount & NativeOffer) | AutomaticNativeDiscount;
