import type { DiscountErrorCode } from "./error-code.ts";
import { refusalWords, type Refused } from "./refusal-words.ts";
import { STOPPED, type DiscountTerms, type Items, type Minimum, type TermsField } from "./terms.ts";

/** Shopify's own bounds. */
const LONGEST_TEXT = 255;
const MOST_TAGS = 5;
export const MOST_ENTITLED = 100;

/** As much of a discount as is known: what is missing is not judged. */
export type KnownTerms = { [Field in TermsField]?: DiscountTerms[Field] | undefined } & {
  code?: string;
  tags?: readonly string[];
};

/** What Shopify would not take, with the code it would say so by. */
export type TermsRefusal = { code: DiscountErrorCode; refused: Refused; message: string };

type Found = [Refused, DiscountErrorCode] | false | undefined;

/**
 * What Shopify would refuse of a discount, as far as that can be told without asking it: whether ids are of anything,
 * and whether a code is taken, only Shopify knows.
 */
export function refusalsOf(terms: KnownTerms): TermsRefusal[] {
  const found = [
    ...ofTexts(terms),
    ...ofDates(terms),
    terms.usageLimit !== undefined && ofCount("usageLimit", terms.usageLimit),
    ...ofAudience(terms.audience),
    ...ofValue(terms),
    ...(terms.value?.kind === "percentage" || terms.value?.kind === "fixed_amount"
      ? ofItems("items", terms.items)
      : []),
    terms.minimum && ofMinimum("minimum", terms.minimum),
  ];
  return found.flatMap((each) => {
    if (!each) return [];
    const [refused, code] = each;
    return [{ code, refused, message: refusalWords(code, refused) ?? code }];
  });
}

function ofTexts({ title, code, tags }: KnownTerms): Found[] {
  const ofText = (refused: "title" | "code", text: string | undefined): Found =>
    text !== undefined &&
    (text.trim() === ""
      ? [refused, "BLANK"]
      : text.trim().length > LONGEST_TEXT && [refused, "TOO_LONG"]);
  return [
    ofText("title", title),
    ofText("code", code),
    new Set(tags).size > MOST_TAGS && ["tags", "TOO_MANY_TAGS"],
    tags?.some((tag) => tag.length > LONGEST_TEXT) && ["tags", "INVALID_TAG_LENGTH"],
  ];
}

function ofDates({ startsAt, endsAt }: KnownTerms): Found[] {
  if (startsAt === undefined || !endsAt || endsAt === STOPPED) return [];
  return [new Date(endsAt) <= new Date(startsAt) && ["endsAt", "INVALID"]];
}

function ofAudience(audience: KnownTerms["audience"]): Found[] {
  if (audience?.kind !== "segments" && audience?.kind !== "customers") return [];
  const { kind, ids } = audience;
  return [
    ids.length === 0 && [kind, "BLANK"],
    kind === "customers" && ids.length > MOST_ENTITLED && [kind, "EXCEEDED_MAX"],
  ];
}

function ofValue({ value, combines, items }: KnownTerms): Found[] {
  switch (value?.kind) {
    case undefined:
      return [];
    case "percentage":
      return [ofPercentage(value.basisPoints)];
    case "fixed_amount":
      return [value.amountMinor <= 0 && ["amount", "GREATER_THAN"]];
    case "free_shipping":
      return [
        ofCount("maximumPrice", value.maximumPriceMinor),
        value.countries?.length === 0 && ["countries", "BLANK"],
        combines?.shipping && ["combines", "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS"],
      ];
    case "buy_x_get_y":
      return [
        ...ofItems("buysItems", value.buys.items),
        value.buys.items.kind === "all" && ["buysItems", "INVALID"],
        ofMinimum("buys", value.buys.need),
        ...ofItems("getsItems", items),
        items?.kind === "all" && ["getsItems", "INVALID"],
        ofCount("getsQuantity", value.quantity),
        ofPercentage(value.basisPoints),
        ofCount("usesPerOrder", value.usesPerOrder),
      ];
  }
}

function ofPercentage(basisPoints: number): Found {
  return !(basisPoints >= 0 && basisPoints <= 10_000) && ["percentage", "VALUE_OUTSIDE_RANGE"];
}

function ofItems(refused: "items" | "buysItems" | "getsItems", items: Items | undefined): Found[] {
  if (!items || items.kind === "all" || items.kind === "unknown") return [];
  const counts = [items.ids.length, items.kind === "products" ? items.variantIds.length : 0];
  return [
    counts.every((count) => count === 0) && [refused, "BLANK"],
    counts.some((count) => count > MOST_ENTITLED) && [refused, "EXCEEDED_MAX"],
  ];
}

function ofMinimum(of: "minimum" | "buys", minimum: Minimum): Found {
  if (minimum.kind === "quantity") return ofCount(`${of}Quantity`, minimum.quantity);
  return ofCount(of === "buys" ? "buysAmount" : "minimumSubtotal", minimum.minor);
}

function ofCount(refused: Refused, count: number | null): Found {
  return count !== null && count < 1 && [refused, "GREATER_THAN"];
}
