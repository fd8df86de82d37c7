import { gid } from "../../gid.ts";
import type {
  AutomaticAppDiscount,
  AutomaticDiscount,
  CodeDiscount,
  Discount,
} from "../../state.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { classesOf, statusOf, usageOf } from "../discounts/status.ts";
import { instant, optionalInstant } from "../scalars.ts";
import { appView, foreignAppView } from "./shop.ts";
import { contextView } from "./discount-context.ts";
import { nativeFields } from "./discount-native.ts";
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
  if (discount.type !== "app") {
    const { name, fields } = nativeFields(context, discount);
    return { __typename: `DiscountCode${name}`, ...shared, ...fields };
  }
  return {
    __typename: "DiscountCodeApp",
    ...shared,
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    appliesOnSubscription: discount.appliesOnSubscription,
    recurringCycleLimit: discount.recurringCycleLimit ?? null,
    discountId: gid("DiscountCodeNode", discount.id),
    appDiscountType: appTypeView(context, discount),
  };
}

export function automaticView(context: AdminContext, discount: AutomaticDiscount): View {
  if (discount.type === "app") return automaticAppView(context, discount);
  const { name, fields } = nativeFields(context, discount);
  return {
    __typename: `DiscountAutomatic${name}`,
    ...sharedFields(context, discount),
    ...fields,
    ...("recurringCycleLimit" in fields && {
      recurringCycleLimit: discount.recurringCycleLimit ?? 1,
    }),
    context: () => contextView(context, discount.audience),
  };
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
    app: discount.foreignApp ? foreignAppView(discount.foreignApp) : appView(context),
    appKey: discount.foreignApp ?? context.world.config.apiKey,
    title: discount.functionHandle,
    description: null,
    functionId: discount.functionHandle,
    discountClasses: [...discount.discountClasses],
  };
}
