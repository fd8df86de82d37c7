import type { NativeDiscount } from "../../state.ts";
import type { AdminContext, View } from "../context.ts";
import { moneyView } from "../money.ts";
import { customerBuysView, customerGetsView, destinationView } from "./discount-offer.ts";
import { summaryOf } from "./discount-summary.ts";

/** What the discounts of one kind have in common, with codes or automatic; `name` ends their types' names. */
export function nativeFields(
  context: AdminContext,
  discount: NativeDiscount,
): { readonly name: string; readonly fields: Readonly<Record<string, unknown>> } {
  const { offer } = discount;
  const summary = summaryOf(context.shop, discount);
  const common = {
    summary,
    shortSummary: summary,
    recurringCycleLimit: discount.recurringCycleLimit ?? null,
    minimumRequirement: minimumView(context, discount),
  };
  switch (discount.type) {
    case "basic":
      return {
        name: "Basic",
        fields: { ...common, customerGets: customerGetsView(context, discount) },
      };
    case "freeShipping": {
      const maximum = offer.kind === "free-shipping" ? offer.maximumPrice : undefined;
      return {
        name: "FreeShipping",
        fields: {
          ...common,
          appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
          appliesOnSubscription: discount.appliesOnSubscription,
          destinationSelection: destinationView(discount),
          maximumShippingPrice:
            maximum === undefined ? null : moneyView(maximum, context.shop.currencyCode),
        },
      };
    }
    case "bxgy":
      return {
        name: "Bxgy",
        fields: {
          summary,
          customerBuys: customerBuysView(context, discount),
          customerGets: customerGetsView(context, discount),
          usesPerOrderLimit:
            (offer.kind === "buy-x-get-y" ? offer.usesPerOrder : undefined) ?? null,
        },
      };
  }
}

function minimumView({ shop }: AdminContext, { minimum }: NativeDiscount): View | null {
  if (!minimum) return null;
  return minimum.kind === "quantity"
    ? {
        __typename: "DiscountMinimumQuantity",
        greaterThanOrEqualToQuantity: String(minimum.quantity),
      }
    : {
        __typename: "DiscountMinimumSubtotal",
        greaterThanOrEqualToSubtotal: moneyView(minimum.amount, shop.currencyCode),
      };
}
