import type { DiscountErrorCode } from "./error-code.ts";

/** What of a discount is refused. `buys` is what must be bought, `gets` what comes with it; `items` are of other offers. */
export type Refused =
  | "title"
  | "code"
  | "tags"
  | "startsAt"
  | "endsAt"
  | "usageLimit"
  | "segments"
  | "customers"
  | "combines"
  | "percentage"
  | "amount"
  | "countries"
  | "maximumPrice"
  | "items"
  | "itemIds"
  | "buysItems"
  | "buysItemIds"
  | "buysQuantity"
  | "buysAmount"
  | "getsItems"
  | "getsQuantity"
  | "usesPerOrder"
  | "minimumSubtotal"
  | "minimumQuantity";

type Words = Partial<Record<DiscountErrorCode, string>>;

const MORE_THAN_NOTHING = "Enter an amount above 0.";
const AT_LEAST_ONE = "Enter a whole number from 1.";
const AFTER_START =
  "The end must be after the start. Choose a later end, or leave it empty for no end.";
const GONE = "Some of what was chosen is no longer in Shopify. Choose again.";
const TOO_MANY_ITEMS =
  "Choose at most 100 products, 100 variants or 100 collections. For more, put them into a collection.";

/**
 * Our own sentence for each thing Shopify says, and what to do.
 * They stand beside a field as well as after “Shopify refused”.
 */
const WORDS: Record<Refused, Words> = {
  title: {
    BLANK: "Give the campaign a name.",
    TOO_LONG: "A discount’s name has at most 255 characters. Choose a shorter one.",
  },
  code: {
    BLANK: "A code needs at least one character.",
    TOO_LONG: "A code has at most 255 characters. Choose a shorter name.",
    TAKEN:
      "Another discount in Shopify has this code. Delete or rename that one in Shopify, then try again.",
  },
  tags: {
    TOO_MANY_TAGS: "A discount has at most 5 tags. Remove some of them in Shopify, then try again.",
    INVALID_TAG_LENGTH: "A tag has at most 255 characters. Shorten it in Shopify, then try again.",
  },
  startsAt: { BLANK: "Choose when it starts." },
  endsAt: { INVALID: AFTER_START, END_DATE_BEFORE_START_DATE: AFTER_START },
  usageLimit: { GREATER_THAN: "Enter 1 or more, or leave it empty for no limit." },
  segments: {
    BLANK: "Choose a segment, or let every customer use it.",
    INVALID: "This segment no longer exists in Shopify. Choose another.",
  },
  customers: {
    BLANK: "Choose at least one customer, or let every customer use it.",
    INVALID: "Some of these customers are no longer in Shopify. Remove them.",
    EXCEEDED_MAX: "Choose at most 100 customers. For more, make a segment of them in Shopify.",
  },
  combines: {
    INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS:
      "Free shipping cannot be combined with another discount on shipping. Untick it.",
  },
  percentage: {
    VALUE_OUTSIDE_RANGE: "Enter a percentage above 0 and up to 100, with at most two decimals.",
    BLANK: "Enter a percentage above 0 and up to 100, with at most two decimals.",
  },
  amount: { GREATER_THAN: MORE_THAN_NOTHING, BLANK: MORE_THAN_NOTHING },
  countries: { BLANK: "Choose at least one country, or ship free everywhere." },
  maximumPrice: { GREATER_THAN: "Enter a price above 0, or leave it empty for any price." },
  items: {
    BLANK: "Choose at least one product or collection.",
    EXCEEDED_MAX: TOO_MANY_ITEMS,
    CONFLICT: "Choose either products or collections, not both.",
  },
  itemIds: { INVALID: GONE },
  getsItems: {
    BLANK: "Choose what customers get: at least one product or collection.",
    INVALID: "Choose products or collections: what customers get cannot be everything.",
    EXCEEDED_MAX: TOO_MANY_ITEMS,
    CONFLICT: "Choose either products or collections, not both.",
  },
  buysItems: {
    BLANK: "Choose what customers buy: at least one product or collection.",
    INVALID: "Choose products or collections: what customers buy cannot be everything.",
    EXCEEDED_MAX: TOO_MANY_ITEMS,
    CONFLICT: "Choose either products or collections, not both.",
  },
  buysItemIds: { INVALID: GONE },
  buysQuantity: { GREATER_THAN: AT_LEAST_ONE },
  buysAmount: { GREATER_THAN: MORE_THAN_NOTHING },
  getsQuantity: { GREATER_THAN: AT_LEAST_ONE },
  usesPerOrder: { GREATER_THAN: "Enter 1 or more, or leave it empty for no limit." },
  minimumSubtotal: { GREATER_THAN: MORE_THAN_NOTHING },
  minimumQuantity: { GREATER_THAN: AT_LEAST_ONE },
};

/** What says enough without knowing what of the discount it is about. */
const ANYWHERE: Words = {
  ...WORDS.tags,
  ...WORDS.combines,
  END_DATE_BEFORE_START_DATE: AFTER_START,
  ACTIVE_PERIOD_OVERLAP:
    "A store can have 25 automatic discounts at a time. End one that is no longer needed, then try again.",
  MAX_APP_DISCOUNTS:
    "A store can have 25 active discounts of apps. End one that is no longer needed, then try again.",
  APPLIES_ON_NOTHING:
    "The discount is neither for one-time purchases nor for subscriptions. Allow one of them in Shopify, then try again.",
  MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT:
    "Ask for a minimum amount or a minimum number of items, not both.",
  INTERNAL_ERROR: "Something went wrong at Shopify. Try again.",
};

export function refusalWords(code: DiscountErrorCode, refused: Refused | null): string | null {
  return (refused && WORDS[refused][code]) ?? ANYWHERE[code] ?? null;
}
