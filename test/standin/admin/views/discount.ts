import { gid } from "../../gid.ts";
import type { AutomaticAppDiscount, CodeDiscount, Discount } from "../../state.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { classesOf, statusOf, usageOf } from "../discounts/status.ts";
import { moneyView } from "../money.ts";
import { instant, optionalInstant } from "../scalars.ts";
import { appView } from "./shop.ts";
import { contextView } from "./discount-context.ts";
import { customerBuysView, customerGetsView, destinationView } from "./discount-offer.ts";
import { countView } from "./product.ts";
import { redeemCodeConnection } from "./redeem-code.ts";

export function codeDiscountView(context: AdminContext, discount: CodeDiscount): View {
  const shared = {
    ...sharedFields(context, discount),
    usageLimit: discount.usageLimit ?? null,
    appliesOncePerCustomer: discount.appliesOncePerCustomer,
    codes: (args: Args) => redeemCodeConnection(discount, args),
    codesCount: countView(discount.redeemCodes.size),
    context: () => contextView(context, discount.audience),
    customerSelection: () => contextView(context, discount.audience, "selection"),
  };
  const purchases = {
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    appliesOnSubscription: discount.appliesOnSubscription,
  };
  const recurringCycleLimit = discount.recurringCycleLimit ?? null;
  if (discount.type === "app") {
    return {
      __typename: "DiscountCodeApp",
      ...shared,
      ...purchases,
      recurringCycleLimit,
      discountId: gid("DiscountCodeNode", discount.id),
      appDiscountType: appTypeView(context, discount),
    };
  }
  const minimumRequirement = minimumView(context, discount);
  switch (discount.type) {
    case "basic":
      return {
        __typename: "DiscountCodeBasic",
        ...shared,
        recurringCycleLimit,
        minimumRequirement,
        customerGets: customerGetsView(context, discount),
      };
    case "freeShipping": {
      const { offer } = discount;
      const maximum = offer.kind === "free-shipping" ? offer.maximumPrice : undefined;
      return {
        __typename: "DiscountCodeFreeShipping",
        ...shared,
        ...purchases,
        recurringCycleLimit,
        minimumRequirement,
        destinationSelection: destinationView(discount),
        maximumShippingPrice:
          maximum === undefined ? null : moneyView(maximum, context.shop.currencyCode),
      };
    }
    case "bxgy":
      return {
        __typename: "DiscountCodeBxgy",
        ...shared,
        customerBuys: customerBuysView(context, discount),
        customerGets: customerGetsView(context, discount),
        usesPerOrderLimit:
          (discount.offer.kind === "buy-x-get-y" ? discount.offer.usesPerOrder : undefined) ?? null,
      };
  }
}

export function automaticAppView(context: AdminContext, discount: AutomaticAppDiscount): View {
  return {
    __typename: "DiscountAutomaticApp",
    ...sharedFields(context, discount),
    discountId: gid("DiscountAutomaticNode", discount.id),
    appDiscountType: appTypeView(context, discount),
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: true,
    recurringCycleLimit: 1,
    context: () => contextView(context, { kind: "all" }),
    errorHistory: null,
  };
}

function sharedFields({ world }: AdminContext, discount: Discount) {
  const { combinesWith } = discount;
  return {
    title: discount.title,
    status: statusOf(discount, world.now()),
    startsAt: instant(discount.startsAt),
    endsAt: optionalInstant(discount.endsAt),
    createdAt: instant(discount.createdAt),
    updatedAt: instant(discount.updatedAt),
    tags: [...discount.tags],
    asyncUsageCount: usageOf(discount),
    discountClasses: [...classesOf(discount)],
    combinesWith: {
      __typename: "DiscountCombinesWith",
      orderDiscounts: combinesWith.ORDER,
      productDiscounts: combinesWith.PRODUCT,
      shippingDiscounts: combinesWith.SHIPPING,
      productDiscountsWithTagsOnSameCartLine: null,
    },
  };
}

function appTypeView(context: AdminContext, discount: Extract<Discount, { type: "app" }>): View {
  return {
    __typename: "AppDiscountType",
    app: appView(context),
    appKey: context.world.config.apiKey,
    title: discount.functionHandle,
    description: null,
    functionId: discount.functionHandle,
    discountClasses: [...discount.discountClasses],
  };
}

function minimumView(
  { shop }: AdminContext,
  { minimum }: Extract<CodeDiscount, { minimum: unknown }>,
): View | null {
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
