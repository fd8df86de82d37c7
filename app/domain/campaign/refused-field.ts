import type { Refused } from "../discount/refusal-words.ts";
import type { CampaignField, CampaignForm } from "./form.ts";

/** The field of the form beside which it is said that Shopify would refuse something. */
export function refusedField(refused: Refused, form: CampaignForm): CampaignField {
  const isBuyXGetY = form.offerKind === "buy_x_get_y";
  switch (refused) {
    case "title":
    case "code":
    case "tags":
      return "name";
    case "usageLimit":
      return form.codeKind === "list" ? "usesPerCode" : "totalCap";
    case "segments":
      return "segmentIds";
    case "customers":
      return "customerIds";
    case "combines":
      return "combinesShipping";
    case "percentage":
      return isBuyXGetY ? "getsPercentage" : "percentage";
    case "items":
    case "itemIds":
    case "getsItems":
      return form.items === "collections" ? "collectionIds" : "productIds";
    case "buysItems":
    case "buysItemIds":
      return form.buysItems === "collections" ? "buysCollectionIds" : "buysProductIds";
    case "startsAt":
    case "endsAt":
    case "amount":
    case "countries":
    case "maximumPrice":
    case "buysQuantity":
    case "buysAmount":
    case "getsQuantity":
    case "usesPerOrder":
    case "minimumSubtotal":
    case "minimumQuantity":
      return refused;
  }
}
