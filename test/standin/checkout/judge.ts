import { classOf, type CheckoutDiscount, type Items, type Minimum } from "./discount.ts";
import { isEntitled, quantityOf, subtotalOf, type CheckoutLine } from "./line.ts";

/** Why Shopify itself refuses a code; the names are the Storefront API's warning codes. */
export type NativeReason =
  | "DISCOUNT_NOT_FOUND"
  | "DISCOUNT_CURRENTLY_INACTIVE"
  | "DISCOUNT_USAGE_LIMIT_REACHED"
  | "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED"
  | "DISCOUNT_CUSTOMER_NOT_ELIGIBLE"
  | "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING"
  | "DISCOUNT_PURCHASE_NOT_IN_RANGE"
  | "DISCOUNT_QUANTITY_NOT_IN_RANGE"
  | "DISCOUNT_NO_ENTITLED_LINE_ITEMS"
  | "DISCOUNT_NO_ENTITLED_SHIPPING_LINES"
  | "DISCOUNT_CODE_NOT_HONOURED";

/** What the shopper reads. Shopify gives one sentence for many reasons, so this does too. */
export function nativeMessage(reason: NativeReason, code: string): string {
  switch (reason) {
    case "DISCOUNT_NOT_FOUND":
    case "DISCOUNT_CURRENTLY_INACTIVE":
      return "Enter a valid discount code";
    case "DISCOUNT_USAGE_LIMIT_REACHED":
      return `${code} discount code has reached its usage limit`;
    case "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED":
    case "DISCOUNT_CUSTOMER_NOT_ELIGIBLE":
    case "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING":
      return `${code} discount code isn’t available to you right now`;
    case "DISCOUNT_CODE_NOT_HONOURED":
      return `${code} couldn’t be used with your existing discounts`;
    case "DISCOUNT_PURCHASE_NOT_IN_RANGE":
    case "DISCOUNT_QUANTITY_NOT_IN_RANGE":
    case "DISCOUNT_NO_ENTITLED_LINE_ITEMS":
    case "DISCOUNT_NO_ENTITLED_SHIPPING_LINES":
      return `${code} discount code isn’t valid for the items in your cart`;
  }
}

/** The shopper and the cart at the moment a code is judged. */
export type JudgeContext = {
  readonly now: Date;
  readonly customerId: string | undefined;
  readonly email: string | undefined;
  readonly lines: readonly CheckoutLine[];
  /** Minor units; undefined while nothing is shipped. */
  readonly shippingPrice: number | undefined;
  readonly country: string;
  readonly isInSegment: (customerId: string, segmentId: string) => boolean;
  /** Shopify's own count of orders with this code. */
  readonly usesOf: (discount: CheckoutDiscount, code: string) => number;
  readonly usedBefore: (discount: CheckoutDiscount, code: string) => boolean;
};

/** Undefined when Shopify takes the code for this shopper and cart. */
export function judgeNatively(
  discount: CheckoutDiscount,
  code: string,
  context: JudgeContext,
): NativeReason | undefined {
  if (context.now < discount.startsAt) return "DISCOUNT_CURRENTLY_INACTIVE";
  if (discount.endsAt && context.now >= discount.endsAt) return "DISCOUNT_CURRENTLY_INACTIVE";
  if (discount.usageLimit !== undefined && context.usesOf(discount, code) >= discount.usageLimit) {
    return "DISCOUNT_USAGE_LIMIT_REACHED";
  }
  if (discount.appliesOncePerCustomer && context.usedBefore(discount, code)) {
    return "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED";
  }
  return judgeAudience(discount, context) ?? judgeCart(discount, context);
}

function judgeAudience(
  { audience }: CheckoutDiscount,
  { customerId, isInSegment }: JudgeContext,
): NativeReason | undefined {
  if (audience.kind === "all" || audience.kind === "markets") return undefined;
  if (customerId === undefined) return "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING";
  const isMeant =
    audience.kind === "customers"
      ? audience.ids.includes(customerId)
      : audience.ids.some((segmentId) => isInSegment(customerId, segmentId));
  return isMeant ? undefined : "DISCOUNT_CUSTOMER_NOT_ELIGIBLE";
}

function judgeCart(discount: CheckoutDiscount, context: JudgeContext): NativeReason | undefined {
  const { offer } = discount;
  if (offer.kind === "free-shipping") {
    const price = context.shippingPrice;
    const reaches = !offer.countries || offer.countries.includes(context.country);
    const cheapEnough = offer.maximumPrice === undefined || (price ?? 0) <= offer.maximumPrice;
    if (price === undefined || !reaches || !cheapEnough) {
      return "DISCOUNT_NO_ENTITLED_SHIPPING_LINES";
    }
    return judgeMinimum(discount.minimum, context.lines);
  }
  if (offer.kind === "buy-x-get-y") {
    const bought = entitled(offer.buys, context.lines);
    const given = entitled(offer.gets, context.lines);
    if (bought.length === 0 || given.length === 0) return "DISCOUNT_NO_ENTITLED_LINE_ITEMS";
    return judgeMinimum(offer.buysNeed, bought);
  }
  const lines = entitled(offer.items, context.lines);
  if (lines.length === 0) return "DISCOUNT_NO_ENTITLED_LINE_ITEMS";
  return judgeMinimum(discount.minimum, lines);
}

/** A product discount's minimum counts the entitled lines only, an order discount's the whole cart. */
function judgeMinimum(
  minimum: Minimum | undefined,
  lines: readonly CheckoutLine[],
): NativeReason | undefined {
  if (minimum?.kind === "subtotal" && subtotalOf(lines) < minimum.amount) {
    return "DISCOUNT_PURCHASE_NOT_IN_RANGE";
  }
  if (minimum?.kind === "quantity" && quantityOf(lines) < minimum.quantity) {
    return "DISCOUNT_QUANTITY_NOT_IN_RANGE";
  }
  return undefined;
}

function entitled(items: Items, lines: readonly CheckoutLine[]): readonly CheckoutLine[] {
  return lines.filter((line) => isEntitled(items, line));
}

/** Whether two discounts may stand on one order: each must allow the other's class. */
export function combine(one: CheckoutDiscount, other: CheckoutDiscount): boolean {
  return one.combinesWith[classOf(other.offer)] && other.combinesWith[classOf(one.offer)];
}
