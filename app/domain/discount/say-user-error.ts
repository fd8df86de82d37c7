import { DISCOUNT_ERROR_CODES } from "./error-code.ts";
import { refusalWords, type Refused } from "./refusal-words.ts";

export type UserError = { field: readonly string[] | null; code: string | null; message: string };

/** What Shopify answers, in our words, which say what to do; in its own where we have none. */
export function sayUserError({ field, code: said, message }: UserError): string {
  const code = DISCOUNT_ERROR_CODES.find((known) => known === said);
  return (code && refusalWords(code, refusedBy(field ?? []))) ?? message;
}

const IDS = /^(products|productVariants)ToAdd$|^add$/;

/** What of a discount a path in the mutation's input is about; null when it is about something else. */
function refusedBy(path: readonly string[]): Refused | null {
  const [input, first = "", second = ""] = path;
  const last = path.at(-1) ?? "";
  switch (first) {
    case "title":
    case "code":
    case "tags":
    case "startsAt":
    case "endsAt":
    case "usageLimit":
      return first;
    case "combinesWith":
      return "combines";
    case "context":
    case "customerSelection":
      return second === "customerSegments" ? "segments" : "customers";
    case "destination":
      return "countries";
    case "maximumShippingPrice":
      return "maximumPrice";
    case "usesPerOrderLimit":
      return "usesPerOrder";
    case "minimumRequirement":
      return second === "subtotal" ? "minimumSubtotal" : "minimumQuantity";
    case "customerBuys":
      if (second === "value") return last === "amount" ? "buysAmount" : "buysQuantity";
      return IDS.test(last) ? "buysItemIds" : "buysItems";
    case "customerGets":
      if (second !== "value" && IDS.test(last)) return "itemIds";
      if (second !== "value") return input === "bxgyCodeDiscount" ? "getsItems" : "items";
      if (path.includes("discountAmount")) return "amount";
      return last === "quantity" ? "getsQuantity" : "percentage";
    default:
      return null;
  }
}
