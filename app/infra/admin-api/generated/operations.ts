// Written by "npm run codegen" from Shopify's Admin schema 2026-10. Do not edit.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = {
  [_ in K]?: never;
};
export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  Decimal: { input: string; output: string };
  UnsignedInt64: { input: string; output: string };
  DateTime: { input: string; output: string };
};

/** The input fields for the redeem code to attach to a discount. */
export type DiscountRedeemCodeInput = {
  /** The code that a customer can use at checkout to receive the associated discount. */
  code: Scalars["String"]["input"];
};

/** Possible error codes that can be returned by `DiscountUserError`. */
export type DiscountErrorCode =
  /** The active period overlaps with other automatic discounts. At any given time, only 25 automatic discounts can be active. */
  | "ACTIVE_PERIOD_OVERLAP"
  /** A discount cannot have both appliesOnOneTimePurchase and appliesOnSubscription set to false. */
  | "APPLIES_ON_NOTHING"
  /** The input value is blank. */
  | "BLANK"
  /** The attribute selection contains conflicting settings. */
  | "CONFLICT"
  /** Discounts and condition types are not compatible with each other. */
  | "DISCOUNT_NOT_COMPATIBLE_WITH_CONDITION_TYPES"
  /** The input value is already present. */
  | "DUPLICATE"
  /** The end date should be after the start date. */
  | "END_DATE_BEFORE_START_DATE"
  /** The input value should be equal to the value allowed. */
  | "EQUAL_TO"
  /** The value exceeded the maximum allowed value. */
  | "EXCEEDED_MAX"
  /** The input value should be greater than the minimum allowed value. */
  | "GREATER_THAN"
  /** The input value should be greater than or equal to the minimum value allowed. */
  | "GREATER_THAN_OR_EQUAL_TO"
  /** The value is already present through another selection. */
  | "IMPLICIT_DUPLICATE"
  /** The input value isn't included in the list. */
  | "INCLUSION"
  /** Unexpected internal error happened. */
  | "INTERNAL_ERROR"
  /** The input value is invalid. */
  | "INVALID"
  /** The `combinesWith` settings are invalid for the discount class. */
  | "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS"
  /** The discountClass is invalid for the price rule. */
  | "INVALID_DISCOUNT_CLASS_FOR_PRICE_RULE"
  /**
   * The `productDiscounts` field can't be set to false when
   * `productDiscountsWithTagsOnSameCartLine` tags exist on the discount.
   */
  | "INVALID_PRODUCT_DISCOUNTS_FALSE_WITH_EXISTING_TAGS_ON_SAME_CART_LINE"
  /** The `productDiscountsWithTagsOnSameCartLine` field is only valid for discounts with the PRODUCT discount class. */
  | "INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_FOR_DISCOUNT_CLASS"
  /** The `productDiscountsWithTagsOnSameCartLine` field can only be specified when `productDiscounts` is true. */
  | "INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_WITHOUT_PRODUCT_DISCOUNTS"
  /** The tag title exceeds the maximum length of 255 characters. */
  | "INVALID_TAG_LENGTH"
  /** The input value should be less than the maximum value allowed. */
  | "LESS_THAN"
  /** The input value should be less than or equal to the maximum value allowed. */
  | "LESS_THAN_OR_EQUAL_TO"
  /**
   * The active period overlaps with too many other app-provided discounts. There's
   * a limit on the number of app discounts that can be active at any given time.
   */
  | "MAX_APP_DISCOUNTS"
  /** Specify a minimum subtotal or a quantity, but not both. */
  | "MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT"
  /** Missing a required argument. */
  | "MISSING_ARGUMENT"
  /** Either function ID or function handle must be provided. */
  | "MISSING_FUNCTION_IDENTIFIER"
  /** Only one of function ID or function handle is allowed. */
  | "MULTIPLE_FUNCTION_IDENTIFIERS"
  /** Recurring cycle limit must be 1 when discount does not apply to subscription items. */
  | "MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS"
  /** The input value needs to be blank. */
  | "PRESENT"
  /** The shop's plan does not allow setting `productDiscountsWithTagsOnSameCartLine`. */
  | "PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_NOT_ENTITLED"
  /** Recurring cycle limit must be a valid integer greater than or equal to 0. */
  | "RECURRING_CYCLE_LIMIT_NOT_A_VALID_INTEGER"
  /** The input value is already taken. */
  | "TAKEN"
  /** The input value is too long. */
  | "TOO_LONG"
  /** Too many arguments provided. */
  | "TOO_MANY_ARGUMENTS"
  /** The number of tags in `productDiscountsWithTagsOnSameCartLine` exceeds the maximum of 10. */
  | "TOO_MANY_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE"
  /** The number of tags exceeds the maximum of 5. */
  | "TOO_MANY_TAGS"
  /** The input value is too short. */
  | "TOO_SHORT"
  /** The value is outside of the allowed range. */
  | "VALUE_OUTSIDE_RANGE";

/** Represents the status of the order's cancellation request. */
export type OrderCancelStatus =
  /** The order cancellation has failed. */
  | "FAILED"
  /** The order cancellation has been initiated. */
  | "STARTED"
  /** The order cancellation has been completed successfully. */
  | "SUCCEEDED";

/**
 * The input fields for creating or updating an [amount off discount](https://help.shopify.com/manual/discounts/discount-types/percentage-fixed-amount)
 * that's applied on a cart and at checkout when a customer enters a code. Amount
 * off discounts can be a percentage off or a fixed amount off.
 *
 * When creating, required fields are:
 *   - `code`
 *   - `context` (or deprecated `customerSelection`)
 *   - `customerGets`
 *   - `startsAt`
 *   - `title`
 */
export type DiscountCodeBasicInput = {
  /** Whether a customer can only use the discount once. */
  appliesOncePerCustomer?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The code that customers use to apply the discount. */
  code?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The
   * [discount classes](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * that you can use in combination with
   * [Shopify discount types](https://help.shopify.com/manual/discounts/discount-types),
   * and the product discount tags that determine which product discounts can apply
   * together on the same cart line.
   */
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  /**
   * The context defining which buyers can use the discount.
   * You can target specific customer IDs, customer segments, or make the discount available to all buyers.
   */
  context?: InputMaybe<DiscountContextInput>;
  /** The items in the order that qualify for the discount, their quantities, and the total value of the discount. */
  customerGets?: InputMaybe<DiscountCustomerGetsInput>;
  /**
   * The customers that can use the discount.
   * @deprecated Use `context` instead.
   */
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  /**
   * The date and time when the discount expires and is no longer available to customers.
   * For discounts without a fixed expiration date, specify `null`.
   */
  endsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /** The minimum subtotal or quantity of items that are required for the discount to be applied. */
  minimumRequirement?: InputMaybe<DiscountMinimumRequirementInput>;
  /**
   * The number of billing cycles for which the discount can be applied, which is
   * useful for subscription-based discounts. For example, if you set this field to
   * `3`, then the discount only applies to the first three billing cycles of a
   * subscription. If you specify `0`, then the discount applies indefinitely.
   */
  recurringCycleLimit?: InputMaybe<Scalars["Int"]["input"]>;
  /** The date and time when the discount becomes active and is available to customers. */
  startsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /**
   * A list of searchable keywords that are associated with the discount.
   *
   * Use these tags on product discounts to determine which other product discounts can
   * apply to the same cart line when you configure
   * `productDiscountsWithTagsOnSameCartLine` in `combinesWith`.
   *
   * For example, you can apply a `loyalty` tag to discounts
   * that are associated with a loyalty program.
   *
   * Updating `tags` overwrites any existing tags that were previously added to the discount.
   * To add new tags without overwriting existing tags, use the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * mutation.
   */
  tags?: InputMaybe<Array<Scalars["String"]["input"]>>;
  /** The discount's name that displays to merchants in the Shopify admin and to customers. */
  title?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The maximum number of times the discount can be redeemed.
   * For unlimited usage, specify `null`.
   */
  usageLimit?: InputMaybe<Scalars["Int"]["input"]>;
};

/** The input fields to determine which discount classes the discount can combine with. */
export type DiscountCombinesWithInput = {
  /**
   * Whether the discount combines with the
   * [order discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  orderDiscounts?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * Whether the discount combines with the
   * [product discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  productDiscounts?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * Controls which product discounts can apply together on the same cart line. By
   * default, only one product discount applies per line. Available only on a Shopify
   * Plus plan and requires the `productDiscounts` field to be set to `true`.
   *
   * For discounts to apply together, they must match tags in both directions. Each
   * discount has two tag sets: the tags that identify the discount, and the tags that
   * it agrees to apply with. Use the `tags` field on the discount input to set the
   * discount's own tags. Use this field to set the tags that the discount can apply
   * with. Two discounts apply together only if each one allows at least one tag that
   * the other is tagged with. Any number of product discounts can apply to the same
   * line if this two-way match holds for every pair in the group.
   *
   * Example: Discount A is tagged with `LOYALTY` and allows `SEASONAL`, and Discount B
   * is tagged with `SEASONAL` and allows `LOYALTY`. They apply together. To add a
   * third discount, it must meet the same mutual-match rule with both A and B.
   *
   * Buy X Get Y discounts stack only on the customer-gets products (GY), not the
   * customer-buys products (BX). See
   * [Limitations for discount combinations](https://help.shopify.com/manual/discounts/discount-combinations#considerations)
   * for details.
   */
  productDiscountsWithTagsOnSameCartLine?: InputMaybe<ProductDiscountsWithTagsOnSameCartLineInput>;
  /**
   * Whether the discount combines
   * with the
   * [shipping discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  shippingDiscounts?: InputMaybe<Scalars["Boolean"]["input"]>;
};

/**
 * Controls which product discounts can apply together on the same cart line. By
 * default, only one product discount applies per line. Available only on a Shopify
 * Plus plan.
 *
 * For discounts to apply together, they must match tags in both directions. Each
 * discount has two tag sets: the tags that identify the discount, and the tags that
 * it agrees to apply with. Use the `tags` field on the discount input to set the
 * discount's own tags. Use this input object to set the tags that the discount can
 * apply with. Two discounts apply together only if each one allows at least one tag
 * that the other is tagged with. Any number of product discounts can apply to the
 * same line if this two-way match holds for every pair in the group.
 *
 * Example: Discount A is tagged with `LOYALTY` and allows `SEASONAL`, and Discount B
 * is tagged with `SEASONAL` and allows `LOYALTY`. They apply together. To add a
 * third discount, it must meet the same mutual-match rule with both A and B.
 *
 * Buy X Get Y discounts stack only on the customer-gets products (GY), not the
 * customer-buys products (BX). See
 * [Limitations for discount combinations](https://help.shopify.com/manual/discounts/discount-combinations#considerations)
 * for details.
 */
export type ProductDiscountsWithTagsOnSameCartLineInput = {
  /**
   * The tags to add to this discount's combination list. This field doesn't add
   * tags to the discount itself. To change the tags on the discount, use the
   * discount input's `tags` field or the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * and [`tagsRemove`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsremove)
   * mutations.
   *
   * If another product discount has a matching tag and also allows at least one
   * tag on this discount, then both discounts can apply to the same cart line.
   */
  add?: InputMaybe<Array<Scalars["String"]["input"]>>;
  /**
   * The tags to remove from this discount's combination list. This field doesn't
   * remove tags from the discount itself. To change the tags on the discount, use
   * the discount input's `tags` field or the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * and [`tagsRemove`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsremove)
   * mutations.
   *
   * If this discount and another product discount still match tags in both
   * directions after the removal, then both discounts can still apply to the same
   * cart line.
   */
  remove?: InputMaybe<Array<Scalars["String"]["input"]>>;
};

/** The input fields for the buyers who can use this discount. */
export type DiscountContextInput =
  /** All buyers are eligible for this discount. */
  | {
      all: DiscountBuyerSelection;
      customerSegments?: never;
      customers?: never;
      markets?: never;
    } /** The list of customer segment IDs to add or remove from the list of customer segments. */
  | {
      all?: never;
      customerSegments: DiscountCustomerSegmentsInput;
      customers?: never;
      markets?: never;
    } /** The list of customer IDs to add or remove from the list of customers. */
  | {
      all?: never;
      customerSegments?: never;
      customers: DiscountCustomersInput;
      markets?: never;
    } /** The list of market IDs to add or remove from the list of markets. */
  | { all?: never; customerSegments?: never; customers?: never; markets: DiscountMarketsInput };

/** All buyers are eligible for the discount. */
export type DiscountBuyerSelection =
  /** All buyers are eligible for the discount. */
  "ALL";

/** The input fields for which customer segments to add to or remove from the discount. */
export type DiscountCustomerSegmentsInput = {
  /** A list of customer segments to add to the current list of customer segments. */
  add?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** A list of customer segments to remove from the current list of customer segments. */
  remove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
};

/** The input fields for which customers to add to or remove from the discount. */
export type DiscountCustomersInput = {
  /** A list of customers to add to the current list of customers who can use the discount. */
  add?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** A list of customers to remove from the current list of customers who can use the discount. */
  remove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
};

/** The input fields for the markets where the discount is available. */
export type DiscountMarketsInput = {
  /** The list of market IDs to add. */
  add?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** The list of market IDs to remove. */
  remove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
};

/** Specifies the items that will be discounted, the quantity of items that will be discounted, and the value of discount. */
export type DiscountCustomerGetsInput = {
  /** Whether the discount applies on regular one-time-purchase items. */
  appliesOnOneTimePurchase?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * Whether the discount applies on subscription items.
   * [Subscriptions](https://shopify.dev/docs/apps/launch/billing/subscription-billing/offer-subscription-discounts)
   * enable customers to purchase products
   * on a recurring basis.
   */
  appliesOnSubscription?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The IDs of the items that the customer gets. The items can be either collections or products. */
  items?: InputMaybe<DiscountItemsInput>;
  /** The quantity of items discounted and the discount value. */
  value?: InputMaybe<DiscountCustomerGetsValueInput>;
};

/** The input fields for the items attached to a discount. You can specify the discount items by product ID or collection ID. */
export type DiscountItemsInput = {
  /** Whether all items should be selected for the discount. Not supported for Buy X get Y discounts. */
  all?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The collections that are attached to a discount. */
  collections?: InputMaybe<DiscountCollectionsInput>;
  /**
   * The
   * [products](https://shopify.dev/docs/api/admin-graphql/latest/objects/Product) and
   * [product variants](https://shopify.dev/docs/api/admin-graphql/latest/objects/productvariant)
   * that the discount applies to.
   */
  products?: InputMaybe<DiscountProductsInput>;
};

/** The input fields for collections attached to a discount. */
export type DiscountCollectionsInput = {
  /** Specifies list of collection ids to add. */
  add?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** Specifies list of collection ids to remove. */
  remove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
};

/**
 * The input fields for adding and removing
 * [products](https://shopify.dev/docs/api/admin-graphql/latest/objects/Product) and
 * [product variants](https://shopify.dev/docs/api/admin-graphql/latest/objects/productvariant)
 * as prerequisites or as eligible items for a discount.
 */
export type DiscountProductsInput = {
  /** The IDs of the product variants to add as prerequisites or as eligible items for a discount. */
  productVariantsToAdd?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** The IDs of the product variants to remove as prerequisites or as eligible items for a discount. */
  productVariantsToRemove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** The IDs of the products to add as prerequisites or as eligible items for a discount. */
  productsToAdd?: InputMaybe<Array<Scalars["ID"]["input"]>>;
  /** The IDs of the products to remove as prerequisites or as eligible items for a discount. */
  productsToRemove?: InputMaybe<Array<Scalars["ID"]["input"]>>;
};

/** The input fields for the quantity of items discounted and the discount value. */
export type DiscountCustomerGetsValueInput = {
  /**
   * The value of the discount.
   *
   * Note: BXGY doesn't support discountAmount.
   */
  discountAmount?: InputMaybe<DiscountAmountInput>;
  /** The quantity of the items that are discounted and the discount value. */
  discountOnQuantity?: InputMaybe<DiscountOnQuantityInput>;
  /**
   * The percentage value of the discount. Value must be between 0.00 - 1.00.
   *
   * Note: BXGY doesn't support percentage.
   */
  percentage?: InputMaybe<Scalars["Float"]["input"]>;
};

/** The input fields for the value of the discount and how it is applied. */
export type DiscountAmountInput = {
  /** The value of the discount. */
  amount?: InputMaybe<Scalars["Decimal"]["input"]>;
  /**
   * If true, then the discount is applied to each of the entitled items. If false,
   * then the amount is split across all of the entitled items.
   */
  appliesOnEachItem?: InputMaybe<Scalars["Boolean"]["input"]>;
};

/** The input fields for the quantity of items discounted and the discount value. */
export type DiscountOnQuantityInput = {
  /** The percentage value of the discount. */
  effect?: InputMaybe<DiscountEffectInput>;
  /** The quantity of items that are discounted. */
  quantity?: InputMaybe<Scalars["UnsignedInt64"]["input"]>;
};

/** The input fields for how the discount will be applied. Currently, only percentage off is supported. */
export type DiscountEffectInput = {
  /** The value of the discount. */
  amount?: InputMaybe<Scalars["Decimal"]["input"]>;
  /** The percentage value of the discount. Value must be between 0.00 - 1.00. */
  percentage?: InputMaybe<Scalars["Float"]["input"]>;
};

/** The input fields for the customers who can use this discount. */
export type DiscountCustomerSelectionInput = {
  /** Whether all customers can use this discount. */
  all?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The list of customer segment IDs to add or remove from the list of customer segments. */
  customerSegments?: InputMaybe<DiscountCustomerSegmentsInput>;
  /** The list of customer IDs to add or remove from the list of customers. */
  customers?: InputMaybe<DiscountCustomersInput>;
};

/** The input fields for the minimum quantity or subtotal required for a discount. */
export type DiscountMinimumRequirementInput = {
  /** The minimum required quantity. */
  quantity?: InputMaybe<DiscountMinimumQuantityInput>;
  /** The minimum required subtotal. */
  subtotal?: InputMaybe<DiscountMinimumSubtotalInput>;
};

/** The input fields for the minimum quantity required for the discount. */
export type DiscountMinimumQuantityInput = {
  /** The minimum quantity of items that's required for the discount to be applied. */
  greaterThanOrEqualToQuantity?: InputMaybe<Scalars["UnsignedInt64"]["input"]>;
};

/** The input fields for the minimum subtotal required for a discount. */
export type DiscountMinimumSubtotalInput = {
  /** The minimum subtotal that's required for the discount to be applied. */
  greaterThanOrEqualToSubtotal?: InputMaybe<Scalars["Decimal"]["input"]>;
};

/**
 * The input fields for creating or updating a
 * [buy X get Y discount (BXGY)](https://help.shopify.com/manual/discounts/discount-types/buy-x-get-y)
 * that's applied on a cart and at checkout when a customer enters a code.
 *
 * When creating, required fields are:
 *   - `code`
 *   - `context` (or deprecated `customerSelection`)
 *   - `customerBuys`
 *   - `customerGets`
 *   - `startsAt`
 *   - `title`
 */
export type DiscountCodeBxgyInput = {
  /** Whether a customer can only use the discount once. */
  appliesOncePerCustomer?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The code that customers use to apply the discount. */
  code?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The
   * [discount classes](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * that you can use in combination with
   * [Shopify discount types](https://help.shopify.com/manual/discounts/discount-types),
   * and the product discount tags that determine which product discounts can apply
   * together on the same cart line.
   */
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  /**
   * The context defining which buyers can use the discount.
   * You can target specific customer IDs, customer segments, or make the discount available to all buyers.
   */
  context?: InputMaybe<DiscountContextInput>;
  /** The items eligible for the discount and the required quantity of each to receive the discount. */
  customerBuys?: InputMaybe<DiscountCustomerBuysInput>;
  /** The items in the order that qualify for the discount, their quantities, and the total value of the discount. */
  customerGets?: InputMaybe<DiscountCustomerGetsInput>;
  /**
   * The customers that can use the discount.
   * @deprecated Use `context` instead.
   */
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  /**
   * The date and time when the discount expires and is no longer available to customers.
   * For discounts without a fixed expiration date, specify `null`.
   */
  endsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /** The date and time when the discount becomes active and is available to customers. */
  startsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /**
   * A list of searchable keywords that are associated with the discount.
   *
   * Use these tags on product discounts to determine which other product discounts can
   * apply to the same cart line when you configure
   * `productDiscountsWithTagsOnSameCartLine` in `combinesWith`.
   *
   * For example, you can apply a `loyalty` tag to discounts
   * that are associated with a loyalty program.
   *
   * Updating `tags` overwrites any existing tags that were previously added to the discount.
   * To add new tags without overwriting existing tags, use the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * mutation.
   */
  tags?: InputMaybe<Array<Scalars["String"]["input"]>>;
  /** The discount's name that displays to merchants in the Shopify admin and to customers. */
  title?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The maximum number of times the discount can be redeemed.
   * For unlimited usage, specify `null`.
   */
  usageLimit?: InputMaybe<Scalars["Int"]["input"]>;
  /** The maximum number of times that the discount can be applied to an order. */
  usesPerOrderLimit?: InputMaybe<Scalars["Int"]["input"]>;
};

/** The input fields for prerequisite items and quantity for the discount. */
export type DiscountCustomerBuysInput = {
  /** If the discount is applicable when a customer buys a one-time purchase. */
  isOneTimePurchase?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** If the discount is applicable when a customer buys a subscription purchase. */
  isSubscription?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The IDs of items that the customer buys. The items can be either collections or products. */
  items?: InputMaybe<DiscountItemsInput>;
  /** The quantity of prerequisite items. */
  value?: InputMaybe<DiscountCustomerBuysValueInput>;
};

/** The input fields for prerequisite quantity or minimum purchase amount required for the discount. */
export type DiscountCustomerBuysValueInput = {
  /** The prerequisite minimum purchase amount required for the discount to be applicable. */
  amount?: InputMaybe<Scalars["Decimal"]["input"]>;
  /** The quantity of prerequisite items. */
  quantity?: InputMaybe<Scalars["UnsignedInt64"]["input"]>;
};

/**
 * The input fields for creating or updating an automatic discount
 * that's managed by an app.
 *
 * Use these input fields when you need advanced, custom, or
 * dynamic discount capabilities that aren't supported by
 * [Shopify's native discount types](https://help.shopify.com/manual/discounts/discount-types).
 */
export type DiscountAutomaticAppInput = {
  /** Whether the discount applies on one-time purchases. */
  appliesOnOneTimePurchase?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * Whether the discount applies on subscription items.
   * [Subscriptions](https://shopify.dev/docs/apps/launch/billing/subscription-billing/offer-subscription-discounts)
   * enable customers to purchase products
   * on a recurring basis.
   */
  appliesOnSubscription?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * The
   * [discount classes](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * that you can use in combination with
   * [Shopify discount types](https://help.shopify.com/manual/discounts/discount-types),
   * and the product discount tags that determine which product discounts can apply
   * together on the same cart line.
   */
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  /**
   * The context defining which buyers can use the discount.
   * You can target specific customer IDs, customer segments, or make the discount available to all buyers.
   * Discounts automatically apply on Point of Sale (POS) for Pro locations. For
   * app discounts using Admin UI Extensions, merchants can control POS eligibility
   * when the context is set to ALL.
   */
  context?: InputMaybe<DiscountContextInput>;
  /** Determines which discount effects the discount can apply. */
  discountClasses?: InputMaybe<Array<DiscountClass>>;
  /**
   * The date and time when the discount expires and is no longer available to customers.
   * For discounts without a fixed expiration date, specify `null`.
   */
  endsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /** The handle of the function providing the discount. */
  functionHandle?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The ID of the function providing the discount.
   * @deprecated Use `functionHandle` instead.
   */
  functionId?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * Additional metafields to associate to the discount.
   * [Metafields](https://shopify.dev/docs/apps/build/custom-data)
   * provide dynamic function configuration with
   * different parameters, such as `percentage` for a percentage discount. Merchants can set metafield values
   * in the Shopify admin, which makes the discount function more flexible and customizable.
   */
  metafields?: InputMaybe<Array<MetafieldInput>>;
  /**
   * The number of billing cycles for which the discount can be applied,
   * which is useful for subscription-based discounts. For example, if you set this field
   * to `3`, then the discount only applies to the first three billing cycles of a
   * subscription. If you specify `0`, then the discount applies indefinitely.
   */
  recurringCycleLimit?: InputMaybe<Scalars["Int"]["input"]>;
  /** The date and time when the discount becomes active and is available to customers. */
  startsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /**
   * A list of searchable keywords that are associated with the discount.
   *
   * Use these tags on product discounts to determine which other product discounts can
   * apply to the same cart line when you configure
   * `productDiscountsWithTagsOnSameCartLine` in `combinesWith`.
   *
   * For example, you can apply a `loyalty` tag to discounts
   * that are associated with a loyalty program.
   *
   * Updating `tags` overwrites any existing tags that were previously added to the discount.
   * To add new tags without overwriting existing tags, use the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * mutation.
   */
  tags?: InputMaybe<Array<Scalars["String"]["input"]>>;
  /** The discount's name that displays to merchants in the Shopify admin and to customers. */
  title?: InputMaybe<Scalars["String"]["input"]>;
};

/**
 * The [discount class](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
 * that's used to control how discounts can be combined.
 */
export type DiscountClass =
  /**
   * The discount is combined with an
   * [order discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  | "ORDER"
  /**
   * The discount is combined with a
   * [product discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  | "PRODUCT"
  /**
   * The discount is combined with a
   * [shipping discount](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * class.
   */
  | "SHIPPING";

/**
 * The input fields to use to create or update a metafield through a mutation on the owning resource.
 * An alternative way to create or update a metafield is by using the
 * [metafieldsSet](https://shopify.dev/api/admin-graphql/latest/mutations/metafieldsSet) mutation.
 */
export type MetafieldInput = {
  /** The unique ID of the metafield. Using `namespace` and `key` is preferred for creating and updating. */
  id?: InputMaybe<Scalars["ID"]["input"]>;
  /**
   * The unique identifier for a metafield within its namespace.
   *
   * Required when creating a metafield, but optional when updating. Used to help identify the metafield when
   * updating, but can't be updated itself.
   *
   * Must be 2-64 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  key?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The container for a group of metafields that the metafield is or will be associated with. Used in tandem with
   * `key` to lookup a metafield on a resource, preventing conflicts with other metafields with the same `key`.
   *
   * Required when creating a metafield, but optional when updating. Used to help identify the metafield when
   * updating, but can't be updated itself.
   *
   * Must be 3-255 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  namespace?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The type of data that's stored in the metafield.
   * Refer to the list of [supported types](https://shopify.dev/apps/metafields/types).
   *
   * Required when creating or updating a metafield without a definition.
   */
  type?: InputMaybe<Scalars["String"]["input"]>;
  /** The data stored in the metafield. Always stored as a string, regardless of the metafield's type. */
  value?: InputMaybe<Scalars["String"]["input"]>;
};

/**
 * The input fields for creating or updating a [free shipping discount](https://help.shopify.com/manual/discounts/discount-types/free-shipping)
 * that's applied on a cart and at checkout when a customer enters a code.
 *
 * When creating, required fields are:
 *   - `code`
 *   - `context` (or deprecated `customerSelection`)
 *   - `startsAt`
 *   - `title`
 */
export type DiscountCodeFreeShippingInput = {
  /**
   * Whether the discount applies on one-time purchases. A one-time purchase is a
   * transaction where you pay a single time for a product, without any ongoing
   * commitments or recurring charges.
   */
  appliesOnOneTimePurchase?: InputMaybe<Scalars["Boolean"]["input"]>;
  /**
   * Whether the discount applies on subscription items. [Subscriptions](https://shopify.dev/docs/apps/launch/billing/subscription-billing/offer-subscription-discounts)
   * enable customers to purchase products on a recurring basis.
   */
  appliesOnSubscription?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** Whether a customer can only use the discount once. */
  appliesOncePerCustomer?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The code that customers use to apply the discount. */
  code?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The
   * [discount classes](https://help.shopify.com/manual/discounts/combining-discounts/discount-combinations)
   * that you can use in combination with the shipping discount.
   */
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  /**
   * The context defining which buyers can use the discount.
   * You can target specific customer IDs, customer segments, or make the discount available to all buyers.
   */
  context?: InputMaybe<DiscountContextInput>;
  /**
   * The customers that can use the discount.
   * @deprecated Use `context` instead.
   */
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  /**
   * The shipping destinations where the free shipping discount can be applied. You
   * can specify whether the discount applies to all countries, or specify
   * individual countries.
   */
  destination?: InputMaybe<DiscountShippingDestinationSelectionInput>;
  /**
   * The date and time when the discount expires and is no longer available to customers.
   * For discounts without a fixed expiration date, specify `null`.
   */
  endsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /**
   * The maximum shipping price, in the shop's currency, that qualifies for free shipping.
   * <br/><br/>
   * For example, if set to 20.00, then only shipping rates that cost $20.00 or
   * less will be made free. To apply the discount to all shipping rates, specify `null`.
   */
  maximumShippingPrice?: InputMaybe<Scalars["Decimal"]["input"]>;
  /** The minimum subtotal or quantity of items that are required for the discount to be applied. */
  minimumRequirement?: InputMaybe<DiscountMinimumRequirementInput>;
  /**
   * The number of billing cycles for which the discount can be applied, which is useful for subscription-based discounts.
   * <br/><br/>
   * For example, if set to `3`, then the discount only applies to the first three
   * billing cycles of a subscription. If set to `0`, then the discount applies indefinitely.
   */
  recurringCycleLimit?: InputMaybe<Scalars["Int"]["input"]>;
  /** The date and time when the discount becomes active and is available to customers. */
  startsAt?: InputMaybe<Scalars["DateTime"]["input"]>;
  /**
   * A list of searchable keywords that are associated with the discount.
   *
   * Use these tags on product discounts to determine which other product discounts can
   * apply to the same cart line when you configure
   * `productDiscountsWithTagsOnSameCartLine` in `combinesWith`.
   *
   * For example, you can apply a `loyalty` tag to discounts
   * that are associated with a loyalty program.
   *
   * Updating `tags` overwrites any existing tags that were previously added to the discount.
   * To add new tags without overwriting existing tags, use the
   * [`tagsAdd`](https://shopify.dev/api/admin-graphql/latest/mutations/tagsadd)
   * mutation.
   */
  tags?: InputMaybe<Array<Scalars["String"]["input"]>>;
  /** The discount's name that displays to merchants in the Shopify admin and to customers. */
  title?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The maximum number of times the discount can be redeemed.
   * For unlimited usage, specify `null`.
   */
  usageLimit?: InputMaybe<Scalars["Int"]["input"]>;
};

/** The input fields for the destinations where the free shipping discount will be applied. */
export type DiscountShippingDestinationSelectionInput = {
  /** Whether the discount code applies to all countries. */
  all?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** A list of countries where the discount code will apply. */
  countries?: InputMaybe<DiscountCountriesInput>;
};

/** The input fields for a list of countries to add or remove from the free shipping discount. */
export type DiscountCountriesInput = {
  /** The country codes to add to the list of countries where the discount applies. */
  add?: InputMaybe<Array<CountryCode>>;
  /** Whether the discount code is applicable to countries that haven't been defined in the shop's shipping zones. */
  includeRestOfWorld?: InputMaybe<Scalars["Boolean"]["input"]>;
  /** The country codes to remove from the list of countries where the discount applies. */
  remove?: InputMaybe<Array<CountryCode>>;
};

/**
 * The code designating a country/region, which generally follows ISO 3166-1 alpha-2 guidelines.
 * If a territory doesn't have a country code value in the `CountryCode` enum, then it might be considered a subdivision
 * of another country. For example, the territories associated with Spain are represented by the country code `ES`,
 * and the territories associated with the United States of America are represented by the country code `US`.
 */
export type CountryCode =
  /** Ascension Island. */
  | "AC"
  /** Andorra. */
  | "AD"
  /** United Arab Emirates. */
  | "AE"
  /** Afghanistan. */
  | "AF"
  /** Antigua & Barbuda. */
  | "AG"
  /** Anguilla. */
  | "AI"
  /** Albania. */
  | "AL"
  /** Armenia. */
  | "AM"
  /** Netherlands Antilles. */
  | "AN"
  /** Angola. */
  | "AO"
  /** Argentina. */
  | "AR"
  /** Austria. */
  | "AT"
  /** Australia. */
  | "AU"
  /** Aruba. */
  | "AW"
  /** Åland Islands. */
  | "AX"
  /** Azerbaijan. */
  | "AZ"
  /** Bosnia & Herzegovina. */
  | "BA"
  /** Barbados. */
  | "BB"
  /** Bangladesh. */
  | "BD"
  /** Belgium. */
  | "BE"
  /** Burkina Faso. */
  | "BF"
  /** Bulgaria. */
  | "BG"
  /** Bahrain. */
  | "BH"
  /** Burundi. */
  | "BI"
  /** Benin. */
  | "BJ"
  /** St. Barthélemy. */
  | "BL"
  /** Bermuda. */
  | "BM"
  /** Brunei. */
  | "BN"
  /** Bolivia. */
  | "BO"
  /** Caribbean Netherlands. */
  | "BQ"
  /** Brazil. */
  | "BR"
  /** Bahamas. */
  | "BS"
  /** Bhutan. */
  | "BT"
  /** Bouvet Island. */
  | "BV"
  /** Botswana. */
  | "BW"
  /** Belarus. */
  | "BY"
  /** Belize. */
  | "BZ"
  /** Canada. */
  | "CA"
  /** Cocos (Keeling) Islands. */
  | "CC"
  /** Congo - Kinshasa. */
  | "CD"
  /** Central African Republic. */
  | "CF"
  /** Congo - Brazzaville. */
  | "CG"
  /** Switzerland. */
  | "CH"
  /** Côte d’Ivoire. */
  | "CI"
  /** Cook Islands. */
  | "CK"
  /** Chile. */
  | "CL"
  /** Cameroon. */
  | "CM"
  /** China. */
  | "CN"
  /** Colombia. */
  | "CO"
  /** Costa Rica. */
  | "CR"
  /** Cuba. */
  | "CU"
  /** Cape Verde. */
  | "CV"
  /** Curaçao. */
  | "CW"
  /** Christmas Island. */
  | "CX"
  /** Cyprus. */
  | "CY"
  /** Czechia. */
  | "CZ"
  /** Germany. */
  | "DE"
  /** Djibouti. */
  | "DJ"
  /** Denmark. */
  | "DK"
  /** Dominica. */
  | "DM"
  /** Dominican Republic. */
  | "DO"
  /** Algeria. */
  | "DZ"
  /** Ecuador. */
  | "EC"
  /** Estonia. */
  | "EE"
  /** Egypt. */
  | "EG"
  /** Western Sahara. */
  | "EH"
  /** Eritrea. */
  | "ER"
  /** Spain. */
  | "ES"
  /** Ethiopia. */
  | "ET"
  /** Finland. */
  | "FI"
  /** Fiji. */
  | "FJ"
  /** Falkland Islands. */
  | "FK"
  /** Faroe Islands. */
  | "FO"
  /** France. */
  | "FR"
  /** Gabon. */
  | "GA"
  /** United Kingdom. */
  | "GB"
  /** Grenada. */
  | "GD"
  /** Georgia. */
  | "GE"
  /** French Guiana. */
  | "GF"
  /** Guernsey. */
  | "GG"
  /** Ghana. */
  | "GH"
  /** Gibraltar. */
  | "GI"
  /** Greenland. */
  | "GL"
  /** Gambia. */
  | "GM"
  /** Guinea. */
  | "GN"
  /** Guadeloupe. */
  | "GP"
  /** Equatorial Guinea. */
  | "GQ"
  /** Greece. */
  | "GR"
  /** South Georgia & South Sandwich Islands. */
  | "GS"
  /** Guatemala. */
  | "GT"
  /** Guinea-Bissau. */
  | "GW"
  /** Guyana. */
  | "GY"
  /** Hong Kong SAR. */
  | "HK"
  /** Heard & McDonald Islands. */
  | "HM"
  /** Honduras. */
  | "HN"
  /** Croatia. */
  | "HR"
  /** Haiti. */
  | "HT"
  /** Hungary. */
  | "HU"
  /** Indonesia. */
  | "ID"
  /** Ireland. */
  | "IE"
  /** Israel. */
  | "IL"
  /** Isle of Man. */
  | "IM"
  /** India. */
  | "IN"
  /** British Indian Ocean Territory. */
  | "IO"
  /** Iraq. */
  | "IQ"
  /** Iran. */
  | "IR"
  /** Iceland. */
  | "IS"
  /** Italy. */
  | "IT"
  /** Jersey. */
  | "JE"
  /** Jamaica. */
  | "JM"
  /** Jordan. */
  | "JO"
  /** Japan. */
  | "JP"
  /** Kenya. */
  | "KE"
  /** Kyrgyzstan. */
  | "KG"
  /** Cambodia. */
  | "KH"
  /** Kiribati. */
  | "KI"
  /** Comoros. */
  | "KM"
  /** St. Kitts & Nevis. */
  | "KN"
  /** North Korea. */
  | "KP"
  /** South Korea. */
  | "KR"
  /** Kuwait. */
  | "KW"
  /** Cayman Islands. */
  | "KY"
  /** Kazakhstan. */
  | "KZ"
  /** Laos. */
  | "LA"
  /** Lebanon. */
  | "LB"
  /** St. Lucia. */
  | "LC"
  /** Liechtenstein. */
  | "LI"
  /** Sri Lanka. */
  | "LK"
  /** Liberia. */
  | "LR"
  /** Lesotho. */
  | "LS"
  /** Lithuania. */
  | "LT"
  /** Luxembourg. */
  | "LU"
  /** Latvia. */
  | "LV"
  /** Libya. */
  | "LY"
  /** Morocco. */
  | "MA"
  /** Monaco. */
  | "MC"
  /** Moldova. */
  | "MD"
  /** Montenegro. */
  | "ME"
  /** St. Martin. */
  | "MF"
  /** Madagascar. */
  | "MG"
  /** North Macedonia. */
  | "MK"
  /** Mali. */
  | "ML"
  /** Myanmar (Burma). */
  | "MM"
  /** Mongolia. */
  | "MN"
  /** Macao SAR. */
  | "MO"
  /** Martinique. */
  | "MQ"
  /** Mauritania. */
  | "MR"
  /** Montserrat. */
  | "MS"
  /** Malta. */
  | "MT"
  /** Mauritius. */
  | "MU"
  /** Maldives. */
  | "MV"
  /** Malawi. */
  | "MW"
  /** Mexico. */
  | "MX"
  /** Malaysia. */
  | "MY"
  /** Mozambique. */
  | "MZ"
  /** Namibia. */
  | "NA"
  /** New Caledonia. */
  | "NC"
  /** Niger. */
  | "NE"
  /** Norfolk Island. */
  | "NF"
  /** Nigeria. */
  | "NG"
  /** Nicaragua. */
  | "NI"
  /** Netherlands. */
  | "NL"
  /** Norway. */
  | "NO"
  /** Nepal. */
  | "NP"
  /** Nauru. */
  | "NR"
  /** Niue. */
  | "NU"
  /** New Zealand. */
  | "NZ"
  /** Oman. */
  | "OM"
  /** Panama. */
  | "PA"
  /** Peru. */
  | "PE"
  /** French Polynesia. */
  | "PF"
  /** Papua New Guinea. */
  | "PG"
  /** Philippines. */
  | "PH"
  /** Pakistan. */
  | "PK"
  /** Poland. */
  | "PL"
  /** St. Pierre & Miquelon. */
  | "PM"
  /** Pitcairn Islands. */
  | "PN"
  /** Palestinian Territories. */
  | "PS"
  /** Portugal. */
  | "PT"
  /** Paraguay. */
  | "PY"
  /** Qatar. */
  | "QA"
  /** Réunion. */
  | "RE"
  /** Romania. */
  | "RO"
  /** Serbia. */
  | "RS"
  /** Russia. */
  | "RU"
  /** Rwanda. */
  | "RW"
  /** Saudi Arabia. */
  | "SA"
  /** Solomon Islands. */
  | "SB"
  /** Seychelles. */
  | "SC"
  /** Sudan. */
  | "SD"
  /** Sweden. */
  | "SE"
  /** Singapore. */
  | "SG"
  /** St. Helena. */
  | "SH"
  /** Slovenia. */
  | "SI"
  /** Svalbard & Jan Mayen. */
  | "SJ"
  /** Slovakia. */
  | "SK"
  /** Sierra Leone. */
  | "SL"
  /** San Marino. */
  | "SM"
  /** Senegal. */
  | "SN"
  /** Somalia. */
  | "SO"
  /** Suriname. */
  | "SR"
  /** South Sudan. */
  | "SS"
  /** São Tomé & Príncipe. */
  | "ST"
  /** El Salvador. */
  | "SV"
  /** Sint Maarten. */
  | "SX"
  /** Syria. */
  | "SY"
  /** Eswatini. */
  | "SZ"
  /** Tristan da Cunha. */
  | "TA"
  /** Turks & Caicos Islands. */
  | "TC"
  /** Chad. */
  | "TD"
  /** French Southern Territories. */
  | "TF"
  /** Togo. */
  | "TG"
  /** Thailand. */
  | "TH"
  /** Tajikistan. */
  | "TJ"
  /** Tokelau. */
  | "TK"
  /** Timor-Leste. */
  | "TL"
  /** Turkmenistan. */
  | "TM"
  /** Tunisia. */
  | "TN"
  /** Tonga. */
  | "TO"
  /** Türkiye. */
  | "TR"
  /** Trinidad & Tobago. */
  | "TT"
  /** Tuvalu. */
  | "TV"
  /** Taiwan. */
  | "TW"
  /** Tanzania. */
  | "TZ"
  /** Ukraine. */
  | "UA"
  /** Uganda. */
  | "UG"
  /** U.S. Outlying Islands. */
  | "UM"
  /** United States. */
  | "US"
  /** Uruguay. */
  | "UY"
  /** Uzbekistan. */
  | "UZ"
  /** Vatican City. */
  | "VA"
  /** St. Vincent & Grenadines. */
  | "VC"
  /** Venezuela. */
  | "VE"
  /** British Virgin Islands. */
  | "VG"
  /** Vietnam. */
  | "VN"
  /** Vanuatu. */
  | "VU"
  /** Wallis & Futuna. */
  | "WF"
  /** Samoa. */
  | "WS"
  /** Kosovo. */
  | "XK"
  /** Yemen. */
  | "YE"
  /** Mayotte. */
  | "YT"
  /** South Africa. */
  | "ZA"
  /** Zambia. */
  | "ZM"
  /** Zimbabwe. */
  | "ZW"
  /** Unknown Region. */
  | "ZZ";

/**
 * The supported topics for webhook subscriptions. You can use webhook subscriptions to receive
 * notifications about particular events in a shop.
 *
 * You create [mandatory webhooks](https://shopify.dev/apps/webhooks/configuration/mandatory-webhooks#mandatory-compliance-webhooks) either via the
 * [Partner Dashboard](https://shopify.dev/apps/webhooks/configuration/mandatory-webhooks#subscribe-to-privacy-webhooks)
 * or by updating the [app configuration file](https://shopify.dev/apps/tools/cli/configuration#app-configuration-file-example).
 *
 * > Tip:
 * >To configure your subscription using the app configuration file, refer to the
 * [full list of topic
 * names](https://shopify.dev/docs/api/webhooks?reference=graphql).
 */
export type WebhookSubscriptionTopic =
  /** The webhook topic for `app_purchases_one_time/update` events. Occurs whenever a one-time app charge is updated. */
  | "APP_PURCHASES_ONE_TIME_UPDATE"
  /**
   * The webhook topic for `app/scopes_update` events. Occurs whenever the access
   * scopes of any installation are modified. Allows apps to keep track of the
   * granted access scopes of their installations.
   */
  | "APP_SCOPES_UPDATE"
  /**
   * The webhook topic for `app_subscriptions/approaching_capped_amount` events.
   * Occurs when the balance used on an app subscription crosses 90% of the capped amount.
   */
  | "APP_SUBSCRIPTIONS_APPROACHING_CAPPED_AMOUNT"
  /** The webhook topic for `app_subscriptions/update` events. Occurs whenever an app subscription is updated. */
  | "APP_SUBSCRIPTIONS_UPDATE"
  /** The webhook topic for `app/uninstalled` events. Occurs whenever a shop has uninstalled the app. */
  | "APP_UNINSTALLED"
  /**
   * The webhook topic for `audit_events/admin_api_activity` events. Triggers for
   * each auditable Admin API request. This topic is limited to one active
   * subscription per Plus store and requires the use of Google Cloud Pub/Sub or
   * AWS EventBridge. Requires the `read_audit_events` scope.
   */
  | "AUDIT_EVENTS_ADMIN_API_ACTIVITY"
  /** The webhook topic for `bulk_operations/finish` events. Notifies when a Bulk Operation finishes. */
  | "BULK_OPERATIONS_FINISH"
  /**
   * The webhook topic for `carts/create` events. Occurs when a cart is created in
   * the online store. Other types of carts aren't supported. For example, the
   * webhook doesn't support carts that are created in a custom storefront.
   * Requires the `read_orders` scope.
   */
  | "CARTS_CREATE"
  /**
   * The webhook topic for `carts/update` events. Occurs when a cart is updated in
   * the online store. Other types of carts aren't supported. For example, the
   * webhook doesn't support carts that are updated in a custom storefront.
   * Requires the `read_orders` scope.
   */
  | "CARTS_UPDATE"
  /**
   * The webhook topic for `channels/delete` events. Occurs whenever a channel is
   * deleted. Requires the `read_publications` scope.
   */
  | "CHANNELS_DELETE"
  /** The webhook topic for `checkouts/create` events. Occurs whenever a checkout is created. Requires the `read_orders` scope. */
  | "CHECKOUTS_CREATE"
  /** The webhook topic for `checkouts/delete` events. Occurs whenever a checkout is deleted. Requires the `read_orders` scope. */
  | "CHECKOUTS_DELETE"
  /** The webhook topic for `checkouts/update` events. Occurs whenever a checkout is updated. Requires the `read_orders` scope. */
  | "CHECKOUTS_UPDATE"
  /**
   * The webhook topic for `collections/create` events. Occurs whenever a
   * collection is created. Requires the `read_products` scope.
   */
  | "COLLECTIONS_CREATE"
  /**
   * The webhook topic for `collections/delete` events. Occurs whenever a
   * collection is deleted. Requires the `read_products` scope.
   */
  | "COLLECTIONS_DELETE"
  /**
   * The webhook topic for `collections/update` events. Occurs whenever a
   * collection is updated, including when a product is manually added or removed
   * from the collection or when the collection rules change. Occurs once if
   * multiple products are manually added or removed from a collection at the same
   * time. Not fired when attribute changes affect whether a product matches a
   * collection's rules. Requires the `read_products` scope.
   */
  | "COLLECTIONS_UPDATE"
  /**
   * The webhook topic for `collection_listings/add` events. Occurs whenever a
   * collection listing is added. Requires the `read_product_listings` scope.
   */
  | "COLLECTION_LISTINGS_ADD"
  /**
   * The webhook topic for `collection_listings/remove` events. Occurs whenever a
   * collection listing is removed. Requires the `read_product_listings` scope.
   */
  | "COLLECTION_LISTINGS_REMOVE"
  /**
   * The webhook topic for `collection_listings/update` events. Occurs whenever a
   * collection listing is updated. Requires the `read_product_listings` scope.
   */
  | "COLLECTION_LISTINGS_UPDATE"
  /**
   * The webhook topic for `collection_publications/create` events. Occurs whenever
   * a collection publication listing is created. Requires the `read_publications` scope.
   */
  | "COLLECTION_PUBLICATIONS_CREATE"
  /**
   * The webhook topic for `collection_publications/delete` events. Occurs whenever
   * a collection publication listing is deleted. Requires the `read_publications` scope.
   */
  | "COLLECTION_PUBLICATIONS_DELETE"
  /**
   * The webhook topic for `collection_publications/update` events. Occurs whenever
   * a collection publication listing is updated. Requires the `read_publications` scope.
   */
  | "COLLECTION_PUBLICATIONS_UPDATE"
  /**
   * The webhook topic for `companies/create` events. Occurs whenever a company is
   * created. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | "COMPANIES_CREATE"
  /**
   * The webhook topic for `companies/delete` events. Occurs whenever a company is
   * deleted. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | "COMPANIES_DELETE"
  /**
   * The webhook topic for `companies/update` events. Occurs whenever a company is
   * updated. Requires at least one of the following scopes: read_customers,
   * read_companies.
   */
  | "COMPANIES_UPDATE"
  /**
   * The webhook topic for `company_contacts/create` events. Occurs whenever a
   * company contact is created. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_CONTACTS_CREATE"
  /**
   * The webhook topic for `company_contacts/delete` events. Occurs whenever a
   * company contact is deleted. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_CONTACTS_DELETE"
  /**
   * The webhook topic for `company_contacts/update` events. Occurs whenever a
   * company contact is updated. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_CONTACTS_UPDATE"
  /**
   * The webhook topic for `company_contact_roles/assign` events. Occurs whenever a
   * role is assigned to a contact at a location. Requires at least one of the
   * following scopes: read_customers, read_companies.
   */
  | "COMPANY_CONTACT_ROLES_ASSIGN"
  /**
   * The webhook topic for `company_contact_roles/revoke` events. Occurs whenever a
   * role is revoked from a contact at a location. Requires at least one of the
   * following scopes: read_customers, read_companies.
   */
  | "COMPANY_CONTACT_ROLES_REVOKE"
  /**
   * The webhook topic for `company_locations/create` events. Occurs whenever a
   * company location is created. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_LOCATIONS_CREATE"
  /**
   * The webhook topic for `company_locations/delete` events. Occurs whenever a
   * company location is deleted. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_LOCATIONS_DELETE"
  /**
   * The webhook topic for `company_locations/update` events. Occurs whenever a
   * company location is updated. Requires at least one of the following scopes:
   * read_customers, read_companies.
   */
  | "COMPANY_LOCATIONS_UPDATE"
  /**
   * The webhook topic for `customers/create` events. Occurs whenever a customer is
   * created. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_CREATE"
  /**
   * The webhook topic for `customers/delete` events. Occurs whenever a customer is
   * deleted. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_DELETE"
  /**
   * The webhook topic for `customers/disable` events. Occurs whenever a customer
   * account is disabled. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_DISABLE"
  /**
   * The webhook topic for `customers_email_marketing_consent/update` events.
   * Occurs whenever a customer's email marketing consent is updated. Requires the
   * `read_customers` scope.
   */
  | "CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE"
  /**
   * The webhook topic for `customers/enable` events. Occurs whenever a customer
   * account is enabled. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_ENABLE"
  /**
   * The webhook topic for `customers_marketing_consent/update` events. Occurs
   * whenever a customer's SMS marketing consent is updated. Requires the
   * `read_customers` scope.
   */
  | "CUSTOMERS_MARKETING_CONSENT_UPDATE"
  /**
   * The webhook topic for `customers/merge` events. Triggers when two customers
   * are merged Requires the `read_customer_merge` scope.
   */
  | "CUSTOMERS_MERGE"
  /**
   * The webhook topic for `customers/purchasing_summary` events. Occurs when a
   * customer sales history change. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_PURCHASING_SUMMARY"
  /**
   * The webhook topic for `customers/update` events. Occurs whenever a customer is
   * updated. Requires the `read_customers` scope.
   */
  | "CUSTOMERS_UPDATE"
  /**
   * The webhook topic for `customers_whats_app_marketing_consent/update` events.
   * Occurs whenever a customer's WhatsApp marketing consent is updated. Requires
   * the `read_customers` scope.
   */
  | "CUSTOMERS_WHATS_APP_MARKETING_CONSENT_UPDATE"
  /** The webhook topic for `customer_account_settings/update` events. Triggers when merchants change customer account setting. */
  | "CUSTOMER_ACCOUNT_SETTINGS_UPDATE"
  /**
   * The webhook topic for `customer_groups/create` events. Occurs whenever a
   * customer saved search is created. Requires the `read_customers` scope.
   */
  | "CUSTOMER_GROUPS_CREATE"
  /**
   * The webhook topic for `customer_groups/delete` events. Occurs whenever a
   * customer saved search is deleted. Requires the `read_customers` scope.
   */
  | "CUSTOMER_GROUPS_DELETE"
  /**
   * The webhook topic for `customer_groups/update` events. Occurs whenever a
   * customer saved search is updated. Requires the `read_customers` scope.
   */
  | "CUSTOMER_GROUPS_UPDATE"
  /**
   * The webhook topic for `customer.joined_segment` events. Triggers when a
   * customer joins a segment. Requires the `read_customers` scope.
   */
  | "CUSTOMER_JOINED_SEGMENT"
  /**
   * The webhook topic for `customer.left_segment` events. Triggers when a customer
   * leaves a segment. Requires the `read_customers` scope.
   */
  | "CUSTOMER_LEFT_SEGMENT"
  /**
   * The webhook topic for `customer_payment_methods/create` events. Occurs
   * whenever a customer payment method is created. Requires the
   * `read_customer_payment_methods` scope.
   */
  | "CUSTOMER_PAYMENT_METHODS_CREATE"
  /**
   * The webhook topic for `customer_payment_methods/revoke` events. Occurs
   * whenever a customer payment method is revoked. Requires the
   * `read_customer_payment_methods` scope.
   */
  | "CUSTOMER_PAYMENT_METHODS_REVOKE"
  /**
   * The webhook topic for `customer_payment_methods/update` events. Occurs
   * whenever a customer payment method is updated. Requires the
   * `read_customer_payment_methods` scope.
   */
  | "CUSTOMER_PAYMENT_METHODS_UPDATE"
  /**
   * The webhook topic for `customer.tags_added` events. Triggers when tags are
   * added to a customer. Requires the `read_customers` scope.
   */
  | "CUSTOMER_TAGS_ADDED"
  /**
   * The webhook topic for `customer.tags_removed` events. Triggers when tags are
   * removed from a customer. Requires the `read_customers` scope.
   */
  | "CUSTOMER_TAGS_REMOVED"
  /**
   * The webhook topic for `delivery_promise_settings/update` events. Occurs when a
   * promise setting is updated. Requires the `read_shipping` scope.
   */
  | "DELIVERY_PROMISE_SETTINGS_UPDATE"
  /**
   * The webhook topic for `discounts/create` events. Occurs whenever a discount is
   * created. Requires the `read_discounts` scope.
   */
  | "DISCOUNTS_CREATE"
  /**
   * The webhook topic for `discounts/delete` events. Occurs whenever a discount is
   * deleted. Requires the `read_discounts` scope.
   */
  | "DISCOUNTS_DELETE"
  /**
   * The webhook topic for `discounts/redeemcode_added` events. Occurs whenever a
   * redeem code is added to a code discount. Requires the `read_discounts` scope.
   */
  | "DISCOUNTS_REDEEMCODE_ADDED"
  /**
   * The webhook topic for `discounts/redeemcode_removed` events. Occurs whenever a
   * redeem code on a code discount is deleted. Requires the `read_discounts` scope.
   */
  | "DISCOUNTS_REDEEMCODE_REMOVED"
  /**
   * The webhook topic for `discounts/update` events. Occurs whenever a discount is
   * updated. Requires the `read_discounts` scope.
   */
  | "DISCOUNTS_UPDATE"
  /**
   * The webhook topic for `disputes/create` events. Occurs whenever a dispute is
   * created. Requires the `read_shopify_payments_disputes` scope.
   */
  | "DISPUTES_CREATE"
  /**
   * The webhook topic for `disputes/update` events. Occurs whenever a dispute is
   * updated. Requires the `read_shopify_payments_disputes` scope.
   */
  | "DISPUTES_UPDATE"
  /** The webhook topic for `domains/create` events. Occurs whenever a domain is created. */
  | "DOMAINS_CREATE"
  /** The webhook topic for `domains/destroy` events. Occurs whenever a domain is destroyed. */
  | "DOMAINS_DESTROY"
  /** The webhook topic for `domains/update` events. Occurs whenever a domain is updated. */
  | "DOMAINS_UPDATE"
  /**
   * The webhook topic for `draft_orders/create` events. Occurs whenever a draft
   * order is created. Requires the `read_draft_orders` scope.
   */
  | "DRAFT_ORDERS_CREATE"
  /**
   * The webhook topic for `draft_orders/delete` events. Occurs whenever a draft
   * order is deleted. Requires the `read_draft_orders` scope.
   */
  | "DRAFT_ORDERS_DELETE"
  /**
   * The webhook topic for `draft_orders/update` events. Occurs whenever a draft
   * order is updated. Requires the `read_draft_orders` scope.
   */
  | "DRAFT_ORDERS_UPDATE"
  /**
   * The webhook topic for `finance_app_staff_member/delete` events. Triggers when
   * a staff with access to all or some finance app has been removed. Requires the
   * `read_financial_kyc_information` scope.
   */
  | "FINANCE_APP_STAFF_MEMBER_DELETE"
  /**
   * The webhook topic for `finance_app_staff_member/grant` events. Triggers when a
   * staff is granted access to all or some finance app. Requires the
   * `read_financial_kyc_information` scope.
   */
  | "FINANCE_APP_STAFF_MEMBER_GRANT"
  /**
   * The webhook topic for `finance_app_staff_member/revoke` events. Triggers when
   * a staff's access to all or some finance app has been revoked. Requires the
   * `read_financial_kyc_information` scope.
   */
  | "FINANCE_APP_STAFF_MEMBER_REVOKE"
  /**
   * The webhook topic for `finance_app_staff_member/update` events. Triggers when
   * a staff's information has been updated. Requires the
   * `read_financial_kyc_information` scope.
   */
  | "FINANCE_APP_STAFF_MEMBER_UPDATE"
  /**
   * The webhook topic for `finance_kyc_information/update` events. Occurs whenever
   * shop's finance KYC information was updated Requires the
   * `read_financial_kyc_information` scope.
   */
  | "FINANCE_KYC_INFORMATION_UPDATE"
  /**
   * The webhook topic for `fulfillments/create` events. Occurs whenever a
   * fulfillment is created. Requires at least one of the following scopes:
   * read_fulfillments, read_marketplace_orders.
   */
  | "FULFILLMENTS_CREATE"
  /**
   * The webhook topic for `fulfillments/update` events. Occurs whenever a
   * fulfillment is updated. Requires at least one of the following scopes:
   * read_fulfillments, read_marketplace_orders.
   */
  | "FULFILLMENTS_UPDATE"
  /**
   * The webhook topic for `fulfillment_events/create` events. Occurs whenever a
   * fulfillment event is created. Requires the `read_fulfillments` scope.
   */
  | "FULFILLMENT_EVENTS_CREATE"
  /**
   * The webhook topic for `fulfillment_events/delete` events. Occurs whenever a
   * fulfillment event is deleted. Requires the `read_fulfillments` scope.
   */
  | "FULFILLMENT_EVENTS_DELETE"
  /**
   * The webhook topic for `fulfillment_holds/added` events. Occurs each time that a hold is added to a fulfillment order.
   *
   * For cases where multiple holds are applied to a fulfillment order, this webhook will trigger after each hold is applied.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_HOLDS_ADDED"
  /**
   * The webhook topic for `fulfillment_holds/released` events. Occurs each time
   * that a hold is released from a fulfillment order.
   * For cases where multiple holds are released from a fulfillment order a the
   * same time, this webhook will trigger for each released hold.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_HOLDS_RELEASED"
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_accepted`
   * events. Occurs when a 3PL accepts a fulfillment cancellation request, received
   * from a merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_CANCELLATION_REQUEST_ACCEPTED"
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_rejected`
   * events. Occurs when a 3PL rejects a fulfillment cancellation request, received
   * from a merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_CANCELLATION_REQUEST_REJECTED"
  /**
   * The webhook topic for `fulfillment_orders/cancellation_request_submitted`
   * events. Occurs when a merchant requests a fulfillment request to be cancelled
   * after that request was approved by a 3PL. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders,
   * read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_CANCELLATION_REQUEST_SUBMITTED"
  /**
   * The webhook topic for `fulfillment_orders/cancelled` events. Occurs when a
   * fulfillment order is cancelled. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_CANCELLED"
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_accepted`
   * events. Occurs when a fulfillment service accepts a request to fulfill a
   * fulfillment order. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_ACCEPTED"
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_rejected`
   * events. Occurs when a 3PL rejects a fulfillment request that was sent by a
   * merchant. Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_REJECTED"
  /**
   * The webhook topic for `fulfillment_orders/fulfillment_request_submitted`
   * events. Occurs when a merchant submits a fulfillment request to a 3PL.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_SUBMITTED"
  /**
   * The webhook topic for
   * `fulfillment_orders/fulfillment_service_failed_to_complete` events. Occurs
   * when a fulfillment service intends to close an in_progress fulfillment order.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_FULFILLMENT_SERVICE_FAILED_TO_COMPLETE"
  /**
   * The webhook topic for `fulfillment_orders/hold_released` events. Occurs when a
   * fulfillment order is released and is no longer on hold.
   *
   * If a fulfillment order has multiple holds then this webhook will only be
   * triggered once when the last hold is released and the status of the
   * fulfillment order is no longer `ON_HOLD`.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_HOLD_RELEASED"
  /**
   * The webhook topic for
   * `fulfillment_orders/line_items_prepared_for_local_delivery` events. Occurs
   * whenever a fulfillment order's line items are prepared for local delivery.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_LOCAL_DELIVERY"
  /**
   * The webhook topic for `fulfillment_orders/line_items_prepared_for_pickup`
   * events. Triggers when one or more of the line items for a fulfillment order
   * are prepared for pickup Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_PICKUP"
  /**
   * The webhook topic for `fulfillment_orders/manually_reported_progress_stopped`
   * events. Occurs when a fulfillment order that has previously been manually
   * marked as in progress is marked back as open. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_MANUALLY_REPORTED_PROGRESS_STOPPED"
  /**
   * The webhook topic for `fulfillment_orders/merged` events. Occurs when multiple
   * fulfillment orders are merged into a single fulfillment order. Requires at
   * least one of the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_MERGED"
  /**
   * The webhook topic for `fulfillment_orders/moved` events. Occurs whenever the
   * location which is assigned to fulfill one or more fulfillment order line items is changed.
   *
   * * `original_fulfillment_order` - The final state of the original fulfillment order.
   * * `moved_fulfillment_order` - The fulfillment order which now contains the re-assigned line items.
   * * `source_location` - The original location which was assigned to fulfill the
   * line items (available as of the `2023-04` API version).
   * * `destination_location_id` - The ID of the location which is now responsible for fulfilling the line items.
   *
   * **Note:** The [assignedLocation](https://shopify.dev/docs/api/admin-graphql/latest/objects/fulfillmentorder#field-fulfillmentorder-assignedlocation)
   * of the `original_fulfillment_order` might be changed by the move operation.
   * If you need to determine the originally assigned location, then you should refer to the `source_location`.
   *
   * [Learn more about moving line items](https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderMove).
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_MOVED"
  /**
   * The webhook topic for `fulfillment_orders/order_routing_complete` events.
   * Occurs when an order has finished being routed and it's fulfillment orders
   * assigned to a fulfillment service's location. Requires at least one of the
   * following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders,
   * read_buyer_membership_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE"
  /**
   * The webhook topic for `fulfillment_orders/placed_on_hold` events. Occurs when
   * a fulfillment order transitions to the `ON_HOLD` status
   *
   * For cases where multiple holds are applied to a fulfillment order, this
   * webhook will only trigger once when the first hold is applied and the
   * fulfillment order status changes to `ON_HOLD`.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_PLACED_ON_HOLD"
  /**
   * The webhook topic for `fulfillment_orders/progress_reported` events. Occurs
   * when progress is reported for a fulfillment order. Requires at least one of
   * the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_PROGRESS_REPORTED"
  /**
   * The webhook topic for `fulfillment_orders/rescheduled` events. Triggers when a fulfillment order is rescheduled.
   *
   * Fulfillment orders may be merged if they have the same `fulfillAt` datetime.
   * If the fulfillment order is merged then the resulting fulfillment order will be indicated in the webhook body.
   * Otherwise it will be the original fulfillment order with an updated `fulfill_at` datetime.
   *  Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_RESCHEDULED"
  /**
   * The webhook topic for `fulfillment_orders/scheduled_fulfillment_order_ready`
   * events. Occurs whenever a fulfillment order which was scheduled becomes due.
   * Requires at least one of the following scopes:
   * read_merchant_managed_fulfillment_orders, read_assigned_fulfillment_orders,
   * read_third_party_fulfillment_orders, read_marketplace_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY"
  /**
   * The webhook topic for `fulfillment_orders/split` events. Occurs when a
   * fulfillment order is split into multiple fulfillment orders. Requires at least
   * one of the following scopes: read_merchant_managed_fulfillment_orders,
   * read_assigned_fulfillment_orders, read_third_party_fulfillment_orders.
   */
  | "FULFILLMENT_ORDERS_SPLIT"
  /**
   * The webhook topic for `inventory_items/create` events. Occurs whenever an
   * inventory item is created. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | "INVENTORY_ITEMS_CREATE"
  /**
   * The webhook topic for `inventory_items/delete` events. Occurs whenever an
   * inventory item is deleted. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | "INVENTORY_ITEMS_DELETE"
  /**
   * The webhook topic for `inventory_items/update` events. Occurs whenever an
   * inventory item is updated. Requires at least one of the following scopes:
   * read_inventory, read_products.
   */
  | "INVENTORY_ITEMS_UPDATE"
  /**
   * The webhook topic for `inventory_levels/connect` events. Occurs whenever an
   * inventory level is connected. Requires the `read_inventory` scope.
   */
  | "INVENTORY_LEVELS_CONNECT"
  /**
   * The webhook topic for `inventory_levels/disconnect` events. Occurs whenever an
   * inventory level is disconnected. Requires the `read_inventory` scope.
   */
  | "INVENTORY_LEVELS_DISCONNECT"
  /**
   * The webhook topic for `inventory_levels/update` events. Occurs whenever an
   * inventory level is updated. Requires the `read_inventory` scope.
   */
  | "INVENTORY_LEVELS_UPDATE"
  /**
   * The webhook topic for `inventory_shipments/add_items` events. Occurs whenever
   * items are added to a shipment. Requires the `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_ADD_ITEMS"
  /**
   * The webhook topic for `inventory_shipments/create` events. Triggers when a
   * shipment is created. Requires the `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_CREATE"
  /**
   * The webhook topic for `inventory_shipments/delete` events. Triggers when a
   * shipment is deleted. Requires the `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_DELETE"
  /**
   * The webhook topic for `inventory_shipments/mark_in_transit` events. Triggers
   * when a shipment is marked as in transit. Requires the
   * `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_MARK_IN_TRANSIT"
  /**
   * The webhook topic for `inventory_shipments/receive_items` events. Triggers
   * when items on a shipment are received. Requires the
   * `read_inventory_shipments_received_items` scope.
   */
  | "INVENTORY_SHIPMENTS_RECEIVE_ITEMS"
  /**
   * The webhook topic for `inventory_shipments/remove_items` events. Occurs
   * whenever items are removed from a shipment. Requires the
   * `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_REMOVE_ITEMS"
  /**
   * The webhook topic for `inventory_shipments/update_item_quantities` events.
   * Occurs whenever quantities change on a shipment. Requires the
   * `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES"
  /**
   * The webhook topic for `inventory_shipments/update_tracking` events. Triggers
   * when tracking info on a shipment is updated. Requires the
   * `read_inventory_shipments` scope.
   */
  | "INVENTORY_SHIPMENTS_UPDATE_TRACKING"
  /**
   * The webhook topic for `inventory_transfers/add_items` events. Occurs any time
   * items are added to a transfer. Requires the `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_ADD_ITEMS"
  /**
   * The webhook topic for `inventory_transfers/cancel` events. Triggers when a
   * transfer is canceled. Requires the `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_CANCEL"
  /**
   * The webhook topic for `inventory_transfers/complete` events. Triggers when a
   * transfer is completed. Requires the `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_COMPLETE"
  /**
   * The webhook topic for `inventory_transfers/ready_to_ship` events. Triggers
   * when a transfer is marked as ready to ship. Requires the
   * `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_READY_TO_SHIP"
  /**
   * The webhook topic for `inventory_transfers/remove_items` events. Occurs any
   * time items are removed from a transfer. Requires the
   * `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_REMOVE_ITEMS"
  /**
   * The webhook topic for `inventory_transfers/updated` events. Triggers when a
   * shipment belonging to the transfer is created, edited, or removed. Re-fetch
   * the transfer to get the latest state. Requires the `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_UPDATED"
  /**
   * The webhook topic for `inventory_transfers/update_item_quantities` events.
   * Occurs whenever the quantity of transfer line items changes. Requires the
   * `read_inventory_transfers` scope.
   */
  | "INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES"
  /** The webhook topic for `locales/create` events. Occurs whenever a shop locale is created Requires the `read_locales` scope. */
  | "LOCALES_CREATE"
  /**
   * The webhook topic for `locales/destroy` events. Occurs whenever a shop locale
   * is destroyed Requires the `read_locales` scope.
   */
  | "LOCALES_DESTROY"
  /**
   * The webhook topic for `locales/update` events. Occurs whenever a shop locale
   * is updated, such as published or unpublished Requires the `read_locales` scope.
   */
  | "LOCALES_UPDATE"
  /**
   * The webhook topic for `locations/activate` events. Occurs whenever a
   * deactivated location is re-activated. Requires the `read_locations` scope.
   */
  | "LOCATIONS_ACTIVATE"
  /**
   * The webhook topic for `locations/create` events. Occurs whenever a location is
   * created. Requires the `read_locations` scope.
   */
  | "LOCATIONS_CREATE"
  /**
   * The webhook topic for `locations/deactivate` events. Occurs whenever a
   * location is deactivated. Requires the `read_locations` scope.
   */
  | "LOCATIONS_DEACTIVATE"
  /**
   * The webhook topic for `locations/delete` events. Occurs whenever a location is
   * deleted. Requires the `read_locations` scope.
   */
  | "LOCATIONS_DELETE"
  /**
   * The webhook topic for `locations/update` events. Occurs whenever a location is
   * updated. Requires the `read_locations` scope.
   */
  | "LOCATIONS_UPDATE"
  /**
   * The webhook topic for `markets_backup_region/update` events. Occurs when a
   * backup region is updated. Requires the `read_markets` scope.
   */
  | "MARKETS_BACKUP_REGION_UPDATE"
  /** The webhook topic for `markets/create` events. Occurs when a new market is created. Requires the `read_markets` scope. */
  | "MARKETS_CREATE"
  /** The webhook topic for `markets/delete` events. Occurs when a market is deleted. Requires the `read_markets` scope. */
  | "MARKETS_DELETE"
  /** The webhook topic for `markets/update` events. Occurs when a market is updated. Requires the `read_markets` scope. */
  | "MARKETS_UPDATE"
  /**
   * The webhook topic for `metafield_definitions/create` events. Occurs when a
   * metafield definition is created. Requires the `read_content` scope.
   */
  | "METAFIELD_DEFINITIONS_CREATE"
  /**
   * The webhook topic for `metafield_definitions/delete` events. Occurs when a
   * metafield definition is deleted. Requires the `read_content` scope.
   */
  | "METAFIELD_DEFINITIONS_DELETE"
  /**
   * The webhook topic for `metafield_definitions/update` events. Occurs when a
   * metafield definition is updated. Requires the `read_content` scope.
   */
  | "METAFIELD_DEFINITIONS_UPDATE"
  /**
   * The webhook topic for `metaobjects/create` events. Occurs when a metaobject is
   * created. Requires the `read_metaobjects` scope.
   */
  | "METAOBJECTS_CREATE"
  /**
   * The webhook topic for `metaobjects/delete` events. Occurs when a metaobject is
   * deleted. Requires the `read_metaobjects` scope.
   */
  | "METAOBJECTS_DELETE"
  /**
   * The webhook topic for `metaobjects/update` events. Occurs when a metaobject is
   * updated. Requires the `read_metaobjects` scope.
   */
  | "METAOBJECTS_UPDATE"
  /**
   * The webhook topic for `orders/cancelled` events. Occurs whenever an order is
   * cancelled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | "ORDERS_CANCELLED"
  /**
   * The webhook topic for `orders/create` events. Occurs whenever an order is
   * created. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | "ORDERS_CREATE"
  /** The webhook topic for `orders/delete` events. Occurs whenever an order is deleted. Requires the `read_orders` scope. */
  | "ORDERS_DELETE"
  /**
   * The webhook topic for `orders/edited` events. Occurs whenever an order is
   * edited. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | "ORDERS_EDITED"
  /**
   * The webhook topic for `orders/fulfilled` events. Occurs whenever an order is
   * fulfilled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | "ORDERS_FULFILLED"
  /**
   * The webhook topic for `orders/link_requested` events. Occurs whenever a
   * customer requests a new order link from the expired order status page.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | "ORDERS_LINK_REQUESTED"
  /**
   * The webhook topic for `orders/paid` events. Occurs whenever an order is paid.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders.
   */
  | "ORDERS_PAID"
  /**
   * The webhook topic for `orders/partially_fulfilled` events. Occurs whenever an
   * order is partially fulfilled. Requires at least one of the following scopes:
   * read_orders, read_marketplace_orders.
   */
  | "ORDERS_PARTIALLY_FULFILLED"
  /**
   * The webhook topic for `orders/risk_assessment_changed` events. Triggers when a
   * new risk assessment is available on the order.
   * This can be the first or a subsequent risk assessment.
   * New risk assessments can be provided until the order is marked as fulfilled.
   * Includes the risk level, risk facts, the provider and the order ID.
   * When the provider is Shopify, that field is null.
   * Does not include the risk recommendation for the order.
   * The Shop ID is available in the headers.
   *  Requires the `read_orders` scope.
   */
  | "ORDERS_RISK_ASSESSMENT_CHANGED"
  /**
   * The webhook topic for `orders/shopify_protect_eligibility_changed` events.
   * Occurs whenever Shopify Protect's eligibility for an order is changed.
   * Requires the `read_orders` scope.
   */
  | "ORDERS_SHOPIFY_PROTECT_ELIGIBILITY_CHANGED"
  /**
   * The webhook topic for `orders/updated` events. Occurs whenever an order is
   * updated. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | "ORDERS_UPDATED"
  /**
   * The webhook topic for `order_transactions/create` events. Occurs when a order
   * transaction is created or when it's status is updated. Only occurs for
   * transactions with a status of success, failure or error. Requires at least one
   * of the following scopes: read_orders, read_marketplace_orders,
   * read_buyer_membership_orders.
   */
  | "ORDER_TRANSACTIONS_CREATE"
  /**
   * The webhook topic for `payment_schedules/due` events. Occurs whenever payment
   * schedules are due. Requires the `read_payment_terms` scope.
   */
  | "PAYMENT_SCHEDULES_DUE"
  /**
   * The webhook topic for `payment_terms/create` events. Occurs whenever payment
   * terms are created. Requires the `read_payment_terms` scope.
   */
  | "PAYMENT_TERMS_CREATE"
  /**
   * The webhook topic for `payment_terms/delete` events. Occurs whenever payment
   * terms are deleted. Requires the `read_payment_terms` scope.
   */
  | "PAYMENT_TERMS_DELETE"
  /**
   * The webhook topic for `payment_terms/update` events. Occurs whenever payment
   * terms are updated. Requires the `read_payment_terms` scope.
   */
  | "PAYMENT_TERMS_UPDATE"
  /** The webhook topic for `products/create` events. Occurs whenever a product is created. Requires the `read_products` scope. */
  | "PRODUCTS_CREATE"
  /** The webhook topic for `products/delete` events. Occurs whenever a product is deleted. Requires the `read_products` scope. */
  | "PRODUCTS_DELETE"
  /**
   * The webhook topic for `products/update` events. Occurs whenever a product is
   * updated, ordered, or variants are added, removed or updated. Requires the
   * `read_products` scope.
   */
  | "PRODUCTS_UPDATE"
  /**
   * The webhook topic for `product_feeds/create` events. Triggers when product
   * feed is created Requires the `read_product_listings` scope.
   */
  | "PRODUCT_FEEDS_CREATE"
  /**
   * The webhook topic for `product_feeds/full_sync` events. Triggers when a full
   * sync for a product feed is performed Requires the `read_product_listings` scope.
   */
  | "PRODUCT_FEEDS_FULL_SYNC"
  /**
   * The webhook topic for `product_feeds/full_sync_finish` events. Triggers when a
   * full sync finishes Requires the `read_product_listings` scope.
   */
  | "PRODUCT_FEEDS_FULL_SYNC_FINISH"
  /**
   * The webhook topic for `product_feeds/incremental_sync` events. Occurs whenever
   * a product publication is created, updated or removed for a product feed
   * Requires the `read_product_listings` scope.
   */
  | "PRODUCT_FEEDS_INCREMENTAL_SYNC"
  /**
   * The webhook topic for `product_feeds/update` events. Triggers when product
   * feed is updated Requires the `read_product_listings` scope.
   */
  | "PRODUCT_FEEDS_UPDATE"
  /**
   * The webhook topic for `product_listings/add` events. Occurs whenever an active
   * product is listed on a channel. Requires the `read_product_listings` scope.
   */
  | "PRODUCT_LISTINGS_ADD"
  /**
   * The webhook topic for `product_listings/remove` events. Occurs whenever a
   * product listing is removed from the channel. Requires the
   * `read_product_listings` scope.
   */
  | "PRODUCT_LISTINGS_REMOVE"
  /**
   * The webhook topic for `product_listings/update` events. Occurs whenever a
   * product publication is updated. Requires the `read_product_listings` scope.
   */
  | "PRODUCT_LISTINGS_UPDATE"
  /**
   * The webhook topic for `product_publications/create` events. Occurs whenever a
   * product publication for an active product is created, or whenever an existing
   * product publication is published on the app that is subscribed to this webhook
   * topic. Note that a webhook is only emitted when there are publishing changes
   * to the app that is subscribed to the topic (ie. no webhook will be emitted if
   * there is a publishing change to the online store and the webhook subscriber of
   * the topic is a third-party app). Requires the `read_publications` scope.
   */
  | "PRODUCT_PUBLICATIONS_CREATE"
  /**
   * The webhook topic for `product_publications/delete` events. Occurs whenever a
   * product publication for an active product is removed, or whenever an existing
   * product publication is unpublished from the app that is subscribed to this
   * webhook topic. Note that a webhook is only emitted when there are publishing
   * changes to the app that is subscribed to the topic (ie. no webhook will be
   * emitted if there is a publishing change to the online store and the webhook
   * subscriber of the topic is a third-party app). Requires the
   * `read_publications` scope.
   */
  | "PRODUCT_PUBLICATIONS_DELETE"
  /**
   * The webhook topic for `product_publications/update` events. Occurs whenever a
   * product publication is updated from the app that is subscribed to this webhook
   * topic. Note that a webhook is only emitted when there are publishing changes
   * to the app that is subscribed to the topic (ie. no webhook will be emitted if
   * there is a publishing change to the online store and the webhook subscriber of
   * the topic is a third-party app). Requires the `read_publications` scope.
   */
  | "PRODUCT_PUBLICATIONS_UPDATE"
  /**
   * The webhook topic for `profiles/create` events. Occurs whenever a delivery
   * profile is created Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | "PROFILES_CREATE"
  /**
   * The webhook topic for `profiles/delete` events. Occurs whenever a delivery
   * profile is deleted Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | "PROFILES_DELETE"
  /**
   * The webhook topic for `profiles/update` events. Occurs whenever a delivery
   * profile is updated Requires at least one of the following scopes:
   * read_shipping, read_assigned_shipping.
   */
  | "PROFILES_UPDATE"
  /**
   * The webhook topic for `refunds/create` events. Occurs whenever a new refund is
   * created without errors on an order, independent from the movement of money.
   * Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_buyer_membership_orders.
   */
  | "REFUNDS_CREATE"
  /**
   * The webhook topic for `returns/approve` events. Occurs whenever a return is
   * approved. This means `Return.status` is `OPEN`. Requires at least one of the
   * following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_APPROVE"
  /**
   * The webhook topic for `returns/cancel` events. Occurs whenever a return is
   * canceled. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_CANCEL"
  /**
   * The webhook topic for `returns/close` events. Occurs whenever a return is
   * closed. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_CLOSE"
  /**
   * The webhook topic for `returns/decline` events. Occurs whenever a return is
   * declined. This means `Return.status` is `DECLINED`. Requires at least one of
   * the following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_DECLINE"
  /**
   * The webhook topic for `returns/process` events. Occurs whenever a return is
   * processed. Requires at least one of the following scopes: read_returns,
   * read_marketplace_returns, read_buyer_membership_orders.
   */
  | "RETURNS_PROCESS"
  /**
   * The webhook topic for `returns/reopen` events. Occurs whenever a closed return
   * is reopened. Requires at least one of the following scopes: read_orders,
   * read_marketplace_orders, read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_REOPEN"
  /**
   * The webhook topic for `returns/request` events. Occurs whenever a return is
   * requested. This means `Return.status` is `REQUESTED`. Requires at least one of
   * the following scopes: read_returns, read_marketplace_returns,
   * read_buyer_membership_orders.
   */
  | "RETURNS_REQUEST"
  /**
   * The webhook topic for `returns/update` events. Occurs whenever a return is
   * updated. Requires at least one of the following scopes: read_returns,
   * read_marketplace_returns, read_buyer_membership_orders.
   */
  | "RETURNS_UPDATE"
  /**
   * The webhook topic for `reverse_deliveries/attach_deliverable` events. Occurs
   * whenever a deliverable is attached to a reverse delivery.
   * This occurs when a reverse delivery is created or updated with delivery metadata.
   * Metadata includes the delivery method, label, and tracking information associated with a reverse delivery.
   *  Requires at least one of the following scopes: read_returns, read_marketplace_returns.
   */
  | "REVERSE_DELIVERIES_ATTACH_DELIVERABLE"
  /**
   * The webhook topic for `reverse_fulfillment_orders/dispose` events. Occurs
   * whenever a disposition is made on a reverse fulfillment order.
   * This includes dispositions made on reverse deliveries that are associated with the reverse fulfillment order.
   *  Requires at least one of the following scopes: read_returns, read_marketplace_returns.
   */
  | "REVERSE_FULFILLMENT_ORDERS_DISPOSE"
  /**
   * The webhook topic for `scheduled_product_listings/add` events. Occurs whenever
   * a product is scheduled to be published. Requires the `read_product_listings` scope.
   */
  | "SCHEDULED_PRODUCT_LISTINGS_ADD"
  /**
   * The webhook topic for `scheduled_product_listings/remove` events. Occurs
   * whenever a product is no longer scheduled to be published. Requires the
   * `read_product_listings` scope.
   */
  | "SCHEDULED_PRODUCT_LISTINGS_REMOVE"
  /**
   * The webhook topic for `scheduled_product_listings/update` events. Occurs
   * whenever a product's scheduled availability date changes. Requires the
   * `read_product_listings` scope.
   */
  | "SCHEDULED_PRODUCT_LISTINGS_UPDATE"
  /** The webhook topic for `segments/create` events. Occurs whenever a segment is created. Requires the `read_customers` scope. */
  | "SEGMENTS_CREATE"
  /** The webhook topic for `segments/delete` events. Occurs whenever a segment is deleted. Requires the `read_customers` scope. */
  | "SEGMENTS_DELETE"
  /** The webhook topic for `segments/update` events. Occurs whenever a segment is updated. Requires the `read_customers` scope. */
  | "SEGMENTS_UPDATE"
  /**
   * The webhook topic for `selling_plan_groups/create` events. Notifies when a
   * SellingPlanGroup is created. Requires the `read_products` scope.
   */
  | "SELLING_PLAN_GROUPS_CREATE"
  /**
   * The webhook topic for `selling_plan_groups/delete` events. Notifies when a
   * SellingPlanGroup is deleted. Requires the `read_products` scope.
   */
  | "SELLING_PLAN_GROUPS_DELETE"
  /**
   * The webhook topic for `selling_plan_groups/update` events. Notifies when a
   * SellingPlanGroup is updated. Requires the `read_products` scope.
   */
  | "SELLING_PLAN_GROUPS_UPDATE"
  /**
   * The webhook topic for `shipping_addresses/create` events. Occurs whenever a
   * shipping address is created. Requires the `read_shipping` scope.
   */
  | "SHIPPING_ADDRESSES_CREATE"
  /**
   * The webhook topic for `shipping_addresses/update` events. Occurs whenever a
   * shipping address is updated. Requires the `read_shipping` scope.
   */
  | "SHIPPING_ADDRESSES_UPDATE"
  /** The webhook topic for `shop/update` events. Occurs whenever a shop is updated. */
  | "SHOP_UPDATE"
  /**
   * The webhook topic for `subscription_billing_attempts/challenged` events.
   * Occurs when the financial instutition challenges the subscripttion billing
   * attempt charge as per 3D Secure. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_ATTEMPTS_CHALLENGED"
  /**
   * The webhook topic for `subscription_billing_attempts/failure` events. Occurs
   * whenever a subscription billing attempt fails. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_ATTEMPTS_FAILURE"
  /**
   * The webhook topic for `subscription_billing_attempts/success` events. Occurs
   * whenever a subscription billing attempt succeeds. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_ATTEMPTS_SUCCESS"
  /**
   * The webhook topic for `subscription_billing_cycles/skip` events. Occurs
   * whenever a subscription contract billing cycle is skipped. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_CYCLES_SKIP"
  /**
   * The webhook topic for `subscription_billing_cycles/unskip` events. Occurs
   * whenever a subscription contract billing cycle is unskipped. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_CYCLES_UNSKIP"
  /**
   * The webhook topic for `subscription_billing_cycle_edits/create` events. Occurs
   * whenever a subscription contract billing cycle is edited. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_CYCLE_EDITS_CREATE"
  /**
   * The webhook topic for `subscription_billing_cycle_edits/delete` events. Occurs
   * whenever a subscription contract billing cycle edit is deleted. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_CYCLE_EDITS_DELETE"
  /**
   * The webhook topic for `subscription_billing_cycle_edits/update` events. Occurs
   * whenever a subscription contract billing cycle edit is updated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_BILLING_CYCLE_EDITS_UPDATE"
  /**
   * The webhook topic for `subscription_contracts/activate` events. Occurs when a
   * subscription contract is activated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_ACTIVATE"
  /**
   * The webhook topic for `subscription_contracts/cancel` events. Occurs when a
   * subscription contract is canceled. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_CANCEL"
  /**
   * The webhook topic for `subscription_contracts/create` events. Occurs whenever
   * a subscription contract is created. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_CREATE"
  /**
   * The webhook topic for `subscription_contracts/expire` events. Occurs when a
   * subscription contract expires. Requires the `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_EXPIRE"
  /**
   * The webhook topic for `subscription_contracts/fail` events. Occurs when a
   * subscription contract is failed. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_FAIL"
  /**
   * The webhook topic for `subscription_contracts/pause` events. Occurs when a
   * subscription contract is paused. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_PAUSE"
  /**
   * The webhook topic for `subscription_contracts/update` events. Occurs whenever
   * a subscription contract is updated. Requires the
   * `read_own_subscription_contracts` scope.
   */
  | "SUBSCRIPTION_CONTRACTS_UPDATE"
  /**
   * The webhook topic for `tax_services/create` events. Occurs whenever a tax
   * service is created. Requires the `read_taxes` scope.
   */
  | "TAX_SERVICES_CREATE"
  /**
   * The webhook topic for `tax_services/update` events. Occurs whenver a tax
   * service is updated. Requires the `read_taxes` scope.
   */
  | "TAX_SERVICES_UPDATE"
  /**
   * The webhook topic for `tender_transactions/create` events. Occurs when a
   * tender transaction is created. Requires the `read_orders` scope.
   */
  | "TENDER_TRANSACTIONS_CREATE"
  /**
   * The webhook topic for `themes/create` events. Occurs whenever a theme is
   * created. Does not occur when theme files are created. Requires the
   * `read_themes` scope.
   */
  | "THEMES_CREATE"
  /**
   * The webhook topic for `themes/delete` events. Occurs whenever a theme is
   * deleted. Does not occur when theme files are deleted. Requires the
   * `read_themes` scope.
   */
  | "THEMES_DELETE"
  /**
   * The webhook topic for `themes/publish` events. Occurs whenever a theme with
   * the main or mobile (deprecated) role is published. Requires the `read_themes` scope.
   */
  | "THEMES_PUBLISH"
  /**
   * The webhook topic for `themes/update` events. Occurs whenever a theme is
   * updated. Does not occur when theme files are updated. Requires the
   * `read_themes` scope.
   */
  | "THEMES_UPDATE"
  /**
   * The webhook topic for `variants/in_stock` events. Occurs whenever a variant
   * becomes in stock. Online channels receive this webhook only when the variant
   * becomes in stock online. Requires the `read_products` scope.
   */
  | "VARIANTS_IN_STOCK"
  /**
   * The webhook topic for `variants/out_of_stock` events. Occurs whenever a
   * variant becomes out of stock. Online channels receive this webhook only when
   * the variant becomes out of stock online. Requires the `read_products` scope.
   */
  | "VARIANTS_OUT_OF_STOCK";

/** The valid values for the status of a bulk operation. */
export type BulkOperationStatus =
  /** The bulk operation has been canceled. */
  | "CANCELED"
  /**
   * Cancelation has been initiated on the bulk operation. There may be a short delay from when a cancelation
   * starts until the operation is actually canceled.
   */
  | "CANCELING"
  /** The bulk operation has successfully completed. */
  | "COMPLETED"
  /** The bulk operation has been created. */
  | "CREATED"
  /** The bulk operation URL has expired. */
  | "EXPIRED"
  /**
   * The bulk operation has failed. For information on why the operation failed, use
   * [BulkOperation.errorCode](https://shopify.dev/api/admin-graphql/latest/enums/bulkoperationerrorcode).
   */
  | "FAILED"
  /** The bulk operation is running. */
  | "RUNNING";

/**
 * The status of the discount that describes its availability,
 * expiration, or pending activation.
 */
export type DiscountStatus =
  /** The discount is currently available for use. */
  | "ACTIVE"
  /** The discount has reached its end date and is no longer valid. */
  | "EXPIRED"
  /** The discount is set to become active at a future date. */
  | "SCHEDULED";

/** The input fields for creating an order risk assessment. */
export type OrderRiskAssessmentCreateInput = {
  /** Facts to include with the risk assessment. Up to 20 facts can be provided. */
  facts: Array<OrderRiskAssessmentFactInput>;
  /** The ID of the order to assess. */
  orderId: Scalars["ID"]["input"];
  /** The risk level assigned to the order. */
  riskLevel: RiskAssessmentResult;
};

/** The input fields for a risk assessment fact. */
export type OrderRiskAssessmentFactInput = {
  /** Descriptions longer than 256 characters are truncated. */
  description: Scalars["String"]["input"];
  /** Indicates whether the fact contributes negatively, neutrally, or positively to risk. */
  sentiment: RiskFactSentiment;
};

/** Possible sentiments for a risk fact. */
export type RiskFactSentiment =
  /** A negative contributor that increases the risk. */
  | "NEGATIVE"
  /** A neutral contributor with regard to risk. */
  | "NEUTRAL"
  /** A positive contributor that lowers the risk. */
  | "POSITIVE";

/** Possible risk levels for an order risk assessment. */
export type RiskAssessmentResult =
  /** Indicates a high likelihood that the order is fraudulent. */
  | "HIGH"
  /** Indicates a low likelihood that the order is fraudulent. */
  | "LOW"
  /** Indicates a medium likelihood that the order is fraudulent. */
  | "MEDIUM"
  /** Indicates that the risk assessment will not provide a recommendation for the order. */
  | "NONE"
  /** Indicates that the risk assessment is still pending. */
  | "PENDING";

/** Possible error codes that can be returned by `OrderRiskAssessmentCreateUserError`. */
export type OrderRiskAssessmentCreateUserErrorCode =
  /** The input value is invalid. */
  | "INVALID"
  /** The record with the ID used as the input value couldn't be found. */
  | "NOT_FOUND"
  /** The order is marked as fulfilled and can no longer accept new order risk assessments. */
  | "ORDER_ALREADY_FULFILLED"
  /** More than 20 facts were provided for the order risk assessment. */
  | "TOO_MANY_FACTS";

/** Error codes for failed bulk operations. */
export type BulkOperationErrorCode =
  /**
   * The provided operation `query` returned access denied due to missing
   * [access scopes](https://shopify.dev/api/usage/access-scopes).
   * Review the requested object permissions and execute the query as a normal non-bulk GraphQL request to see more details.
   */
  | "ACCESS_DENIED"
  /**
   * The operation resulted in partial or incomplete data due to internal server errors during execution.
   * These errors might be intermittent, so you can try performing the same query again.
   */
  | "INTERNAL_SERVER_ERROR"
  /**
   * The operation resulted in partial or incomplete data due to query timeouts during execution.
   * In some cases, timeouts can be avoided by modifying your `query` to select fewer fields.
   */
  | "TIMEOUT";

/** Represents the order's current financial status. */
export type OrderDisplayFinancialStatus =
  /**
   * Displayed as **Authorized**. The payment provider has validated the customer's
   * payment information. This status appears only for manual payment capture and
   * indicates payments should be captured before the authorization period expires.
   */
  | "AUTHORIZED"
  /**
   * Displayed as **Expired**. Payment wasn't captured before the payment
   * provider's deadline on an authorized order. Some payment providers use this
   * status to indicate failed payment processing.
   */
  | "EXPIRED"
  /** Displayed as **Paid**. Payment was automatically or manually captured, or the order was marked as paid. */
  | "PAID"
  /**
   * Displayed as **Partially paid**. A payment was manually captured for the order
   * with an amount less than the full order value.
   */
  | "PARTIALLY_PAID"
  /** Displayed as **Partially refunded**. The amount refunded to a customer is less than the full amount paid for an order. */
  | "PARTIALLY_REFUNDED"
  /**
   * Displayed as **Pending**. Orders have this status when the payment provider
   * needs time to complete the payment, or when manual payment methods are being used.
   */
  | "PENDING"
  /** Displayed as **Refunded**. The full amount paid for an order was refunded to the customer. */
  | "REFUNDED"
  /**
   * Displayed as **Voided**. An authorized but uncaptured payment was voided,
   * releasing the hold on the funds. This is the payment's financial status and is
   * distinct from the order's status: an order can remain open even when its
   * payment is voided.
   */
  | "VOIDED";

/**
 * The currency codes that represent the world currencies throughout the Admin API. Currency codes include
 * [standard ISO 4217 codes](https://en.wikipedia.org/wiki/ISO_4217), legacy codes, non-standard codes,
 * digital currency codes.
 */
export type CurrencyCode =
  /** United Arab Emirates Dirham (AED). */
  | "AED"
  /** Afghan Afghani (AFN). */
  | "AFN"
  /** Albanian Lek (ALL). */
  | "ALL"
  /** Armenian Dram (AMD). */
  | "AMD"
  /** Netherlands Antillean Guilder. */
  | "ANG"
  /** Angolan Kwanza (AOA). */
  | "AOA"
  /** Argentine Pesos (ARS). */
  | "ARS"
  /** Australian Dollars (AUD). */
  | "AUD"
  /** Aruban Florin (AWG). */
  | "AWG"
  /** Azerbaijani Manat (AZN). */
  | "AZN"
  /** Bosnia and Herzegovina Convertible Mark (BAM). */
  | "BAM"
  /** Barbadian Dollar (BBD). */
  | "BBD"
  /** Bangladesh Taka (BDT). */
  | "BDT"
  /** Bulgarian Lev (BGN). */
  | "BGN"
  /** Bahraini Dinar (BHD). */
  | "BHD"
  /** Burundian Franc (BIF). */
  | "BIF"
  /** Bermudian Dollar (BMD). */
  | "BMD"
  /** Brunei Dollar (BND). */
  | "BND"
  /** Bolivian Boliviano (BOB). */
  | "BOB"
  /** Brazilian Real (BRL). */
  | "BRL"
  /** Bahamian Dollar (BSD). */
  | "BSD"
  /** Bhutanese Ngultrum (BTN). */
  | "BTN"
  /** Botswana Pula (BWP). */
  | "BWP"
  /** Belarusian Ruble (BYN). */
  | "BYN"
  /** Belarusian Ruble (BYR). */
  | "BYR"
  /** Belize Dollar (BZD). */
  | "BZD"
  /** Canadian Dollars (CAD). */
  | "CAD"
  /** Congolese franc (CDF). */
  | "CDF"
  /** Swiss Francs (CHF). */
  | "CHF"
  /** Chilean Peso (CLP). */
  | "CLP"
  /** Chinese Yuan Renminbi (CNY). */
  | "CNY"
  /** Colombian Peso (COP). */
  | "COP"
  /** Costa Rican Colones (CRC). */
  | "CRC"
  /** Cape Verdean escudo (CVE). */
  | "CVE"
  /** Czech Koruny (CZK). */
  | "CZK"
  /** Djiboutian Franc (DJF). */
  | "DJF"
  /** Danish Kroner (DKK). */
  | "DKK"
  /** Dominican Peso (DOP). */
  | "DOP"
  /** Algerian Dinar (DZD). */
  | "DZD"
  /** Egyptian Pound (EGP). */
  | "EGP"
  /** Eritrean Nakfa (ERN). */
  | "ERN"
  /** Ethiopian Birr (ETB). */
  | "ETB"
  /** Euro (EUR). */
  | "EUR"
  /** Fijian Dollars (FJD). */
  | "FJD"
  /** Falkland Islands Pounds (FKP). */
  | "FKP"
  /** United Kingdom Pounds (GBP). */
  | "GBP"
  /** Georgian Lari (GEL). */
  | "GEL"
  /** Ghanaian Cedi (GHS). */
  | "GHS"
  /** Gibraltar Pounds (GIP). */
  | "GIP"
  /** Gambian Dalasi (GMD). */
  | "GMD"
  /** Guinean Franc (GNF). */
  | "GNF"
  /** Guatemalan Quetzal (GTQ). */
  | "GTQ"
  /** Guyanese Dollar (GYD). */
  | "GYD"
  /** Hong Kong Dollars (HKD). */
  | "HKD"
  /** Honduran Lempira (HNL). */
  | "HNL"
  /** Croatian Kuna (HRK). */
  | "HRK"
  /** Haitian Gourde (HTG). */
  | "HTG"
  /** Hungarian Forint (HUF). */
  | "HUF"
  /** Indonesian Rupiah (IDR). */
  | "IDR"
  /** Israeli New Shekel (NIS). */
  | "ILS"
  /** Indian Rupees (INR). */
  | "INR"
  /** Iraqi Dinar (IQD). */
  | "IQD"
  /** Iranian Rial (IRR). */
  | "IRR"
  /** Icelandic Kronur (ISK). */
  | "ISK"
  /** Jersey Pound. */
  | "JEP"
  /** Jamaican Dollars (JMD). */
  | "JMD"
  /** Jordanian Dinar (JOD). */
  | "JOD"
  /** Japanese Yen (JPY). */
  | "JPY"
  /** Kenyan Shilling (KES). */
  | "KES"
  /** Kyrgyzstani Som (KGS). */
  | "KGS"
  /** Cambodian Riel. */
  | "KHR"
  /** Kiribati Dollar (KID). */
  | "KID"
  /** Comorian Franc (KMF). */
  | "KMF"
  /** South Korean Won (KRW). */
  | "KRW"
  /** Kuwaiti Dinar (KWD). */
  | "KWD"
  /** Cayman Dollars (KYD). */
  | "KYD"
  /** Kazakhstani Tenge (KZT). */
  | "KZT"
  /** Laotian Kip (LAK). */
  | "LAK"
  /** Lebanese Pounds (LBP). */
  | "LBP"
  /** Sri Lankan Rupees (LKR). */
  | "LKR"
  /** Liberian Dollar (LRD). */
  | "LRD"
  /** Lesotho Loti (LSL). */
  | "LSL"
  /** Lithuanian Litai (LTL). */
  | "LTL"
  /** Latvian Lati (LVL). */
  | "LVL"
  /** Libyan Dinar (LYD). */
  | "LYD"
  /** Moroccan Dirham. */
  | "MAD"
  /** Moldovan Leu (MDL). */
  | "MDL"
  /** Malagasy Ariary (MGA). */
  | "MGA"
  /** Macedonia Denar (MKD). */
  | "MKD"
  /** Burmese Kyat (MMK). */
  | "MMK"
  /** Mongolian Tugrik. */
  | "MNT"
  /** Macanese Pataca (MOP). */
  | "MOP"
  /** Mauritanian Ouguiya (MRU). */
  | "MRU"
  /** Mauritian Rupee (MUR). */
  | "MUR"
  /** Maldivian Rufiyaa (MVR). */
  | "MVR"
  /** Malawian Kwacha (MWK). */
  | "MWK"
  /** Mexican Pesos (MXN). */
  | "MXN"
  /** Malaysian Ringgits (MYR). */
  | "MYR"
  /** Mozambican Metical. */
  | "MZN"
  /** Namibian Dollar. */
  | "NAD"
  /** Nigerian Naira (NGN). */
  | "NGN"
  /** Nicaraguan Córdoba (NIO). */
  | "NIO"
  /** Norwegian Kroner (NOK). */
  | "NOK"
  /** Nepalese Rupee (NPR). */
  | "NPR"
  /** New Zealand Dollars (NZD). */
  | "NZD"
  /** Omani Rial (OMR). */
  | "OMR"
  /** Panamian Balboa (PAB). */
  | "PAB"
  /** Peruvian Nuevo Sol (PEN). */
  | "PEN"
  /** Papua New Guinean Kina (PGK). */
  | "PGK"
  /** Philippine Peso (PHP). */
  | "PHP"
  /** Pakistani Rupee (PKR). */
  | "PKR"
  /** Polish Zlotych (PLN). */
  | "PLN"
  /** Paraguayan Guarani (PYG). */
  | "PYG"
  /** Qatari Rial (QAR). */
  | "QAR"
  /** Romanian Lei (RON). */
  | "RON"
  /** Serbian dinar (RSD). */
  | "RSD"
  /** Russian Rubles (RUB). */
  | "RUB"
  /** Rwandan Franc (RWF). */
  | "RWF"
  /** Saudi Riyal (SAR). */
  | "SAR"
  /** Solomon Islands Dollar (SBD). */
  | "SBD"
  /** Seychellois Rupee (SCR). */
  | "SCR"
  /** Sudanese Pound (SDG). */
  | "SDG"
  /** Swedish Kronor (SEK). */
  | "SEK"
  /** Singapore Dollars (SGD). */
  | "SGD"
  /** Saint Helena Pounds (SHP). */
  | "SHP"
  /** Sierra Leonean Leone (SLL). */
  | "SLL"
  /** Somali Shilling (SOS). */
  | "SOS"
  /** Surinamese Dollar (SRD). */
  | "SRD"
  /** South Sudanese Pound (SSP). */
  | "SSP"
  /** Sao Tome And Principe Dobra (STD). */
  | "STD"
  /** Sao Tome And Principe Dobra (STN). */
  | "STN"
  /** Syrian Pound (SYP). */
  | "SYP"
  /** Swazi Lilangeni (SZL). */
  | "SZL"
  /** Thai baht (THB). */
  | "THB"
  /** Tajikistani Somoni (TJS). */
  | "TJS"
  /** Turkmenistani Manat (TMT). */
  | "TMT"
  /** Tunisian Dinar (TND). */
  | "TND"
  /** Tongan Pa'anga (TOP). */
  | "TOP"
  /** Turkish Lira (TRY). */
  | "TRY"
  /** Trinidad and Tobago Dollars (TTD). */
  | "TTD"
  /** Taiwan Dollars (TWD). */
  | "TWD"
  /** Tanzanian Shilling (TZS). */
  | "TZS"
  /** Ukrainian Hryvnia (UAH). */
  | "UAH"
  /** Ugandan Shilling (UGX). */
  | "UGX"
  /** United States Dollars (USD). */
  | "USD"
  /** United States Dollars Coin (USDC). */
  | "USDC"
  /** Uruguayan Pesos (UYU). */
  | "UYU"
  /** Uzbekistan som (UZS). */
  | "UZS"
  /** Venezuelan Bolivares (VED). */
  | "VED"
  /** Venezuelan Bolivares (VEF). */
  | "VEF"
  /** Venezuelan Bolivares Soberanos (VES). */
  | "VES"
  /** Vietnamese đồng (VND). */
  | "VND"
  /** Vanuatu Vatu (VUV). */
  | "VUV"
  /** Samoan Tala (WST). */
  | "WST"
  /** Central African CFA Franc (XAF). */
  | "XAF"
  /** East Caribbean Dollar (XCD). */
  | "XCD"
  /** West African CFA franc (XOF). */
  | "XOF"
  /** CFP Franc (XPF). */
  | "XPF"
  /** Unrecognized currency. */
  | "XXX"
  /** Yemeni Rial (YER). */
  | "YER"
  /** South African Rand (ZAR). */
  | "ZAR"
  /** Zambian Kwacha (ZMW). */
  | "ZMW";

/** Possible error codes that can be returned by `BulkOperationUserError`. */
export type BulkOperationUserErrorCode =
  /** The input value is invalid. */
  | "INVALID"
  /** Bulk operations limit reached. Please try again later. */
  | "LIMIT_REACHED"
  /** A bulk operation is already in progress. */
  | "OPERATION_IN_PROGRESS";

/** The input fields for a metafield value to set. */
export type MetafieldsSetInput = {
  /**
   * The `compareDigest` value obtained from a previous query. Provide this with
   * updates to ensure the metafield is modified safely.
   */
  compareDigest?: InputMaybe<Scalars["String"]["input"]>;
  /**
   * The unique identifier for a metafield within its namespace.
   *
   * Must be 2-64 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  key: Scalars["String"]["input"];
  /**
   * The container for a group of metafields that the metafield is or will be associated with. Used in tandem
   * with `key` to lookup a metafield on a resource, preventing conflicts with other metafields with the
   * same `key`. If omitted the app-reserved namespace will be used.
   *
   * Must be 3-255 characters long and can contain alphanumeric, hyphen, and underscore characters.
   */
  namespace?: InputMaybe<Scalars["String"]["input"]>;
  /** The unique ID of the resource that the metafield is attached to. */
  ownerId: Scalars["ID"]["input"];
  /**
   * The type of data that's stored in the metafield.
   * The type must be one of the [supported types](https://shopify.dev/apps/metafields/types).
   *
   * Required when there's no corresponding definition for the given `namespace`, `key`, and
   * owner resource type (derived from `ownerId`).
   */
  type?: InputMaybe<Scalars["String"]["input"]>;
  /** The data stored in the metafield. Always stored as a string, regardless of the metafield's type. */
  value: Scalars["String"]["input"];
};

/** Possible error codes that can be returned by `MetafieldsSetUserError`. */
export type MetafieldsSetUserErrorCode =
  /** ApiPermission metafields can only be created or updated by the app owner. */
  | "APP_NOT_AUTHORIZED"
  /** The input value is blank. */
  | "BLANK"
  /** The metafield violates a capability restriction. */
  | "CAPABILITY_VIOLATION"
  /** The input value isn't included in the list. */
  | "INCLUSION"
  /** An internal error occurred. */
  | "INTERNAL_ERROR"
  /** The input value is invalid. */
  | "INVALID"
  /** The compareDigest is invalid. */
  | "INVALID_COMPARE_DIGEST"
  /** The type is invalid. */
  | "INVALID_TYPE"
  /** The value is invalid for the metafield type or for the definition options. */
  | "INVALID_VALUE"
  /** The input value should be less than or equal to the maximum value allowed. */
  | "LESS_THAN_OR_EQUAL_TO"
  /** The input value needs to be blank. */
  | "PRESENT"
  /** The metafield has been modified since it was loaded. */
  | "STALE_OBJECT"
  /** The input value is already taken. */
  | "TAKEN"
  /** The input value is too long. */
  | "TOO_LONG"
  /** The input value is too short. */
  | "TOO_SHORT";

export type AddCodesMutationVariables = Exact<{
  discountId: Scalars["ID"]["input"];
  codes: Array<DiscountRedeemCodeInput> | DiscountRedeemCodeInput;
}>;

export type AddCodesMutation = {
  discountRedeemCodeBulkAdd: {
    bulkCreation: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type AddTagsMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  tags: Array<Scalars["String"]["input"]> | Scalars["String"]["input"];
}>;

export type AddTagsMutation = { tagsAdd: { userErrors: Array<{ message: string }> } | null };

export type CancelBulkOperationMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type CancelBulkOperationMutation = {
  bulkOperationCancel: {
    userErrors: Array<{ field: Array<string> | null; message: string }>;
  } | null;
};

export type CancelOrderMutationVariables = Exact<{
  orderId: Scalars["ID"]["input"];
  staffNote: Scalars["String"]["input"];
}>;

export type CancelOrderMutation = {
  orderCancel: {
    jobResult: {
      id: string;
      done: boolean;
      status: OrderCancelStatus;
      errors: Array<{ message: string }>;
    } | null;
    orderCancelUserErrors: Array<{ message: string }>;
  } | null;
};

export type CountOrdersQueryVariables = Exact<{
  query?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type CountOrdersQuery = { ordersCount: { count: number } | null };

export type CountStoreQueryVariables = Exact<{ [key: string]: never }>;

export type CountStoreQuery = {
  discountNodesCount: { count: number } | null;
  discountCodesCount: { count: number } | null;
};

export type CreateBasicDiscountMutationVariables = Exact<{
  input: DiscountCodeBasicInput;
}>;

export type CreateBasicDiscountMutation = {
  discountCodeBasicCreate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type CreateBxgyDiscountMutationVariables = Exact<{
  input: DiscountCodeBxgyInput;
}>;

export type CreateBxgyDiscountMutation = {
  discountCodeBxgyCreate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type CreateGuardMutationVariables = Exact<{
  input: DiscountAutomaticAppInput;
}>;

export type CreateGuardMutation = {
  discountAutomaticAppCreate: {
    automaticAppDiscount: { discountId: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type CreateShippingDiscountMutationVariables = Exact<{
  input: DiscountCodeFreeShippingInput;
}>;

export type CreateShippingDiscountMutation = {
  discountCodeFreeShippingCreate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type CreateSubscriptionMutationVariables = Exact<{
  topic: WebhookSubscriptionTopic;
  uri: Scalars["String"]["input"];
}>;

export type CreateSubscriptionMutation = {
  webhookSubscriptionCreate: {
    userErrors: Array<{ field: Array<string> | null; message: string }>;
  } | null;
};

export type DeactivateDiscountMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type DeactivateDiscountMutation = {
  discountCodeDeactivate: {
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type FindBulkOperationsQueryVariables = Exact<{
  query: Scalars["String"]["input"];
}>;

export type FindBulkOperationsQuery = {
  bulkOperations: { nodes: Array<{ id: string; status: BulkOperationStatus; query: string }> };
};

export type FindCodeQueryVariables = Exact<{
  code: Scalars["String"]["input"];
}>;

export type FindCodeQuery = {
  codeDiscountNodeByCode: {
    id: string;
    codeDiscount:
      | {
          __typename: "DiscountCodeApp";
          title: string;
          tags: Array<string>;
          status: DiscountStatus;
        }
      | {
          __typename: "DiscountCodeBasic";
          title: string;
          tags: Array<string>;
          status: DiscountStatus;
        }
      | {
          __typename: "DiscountCodeBxgy";
          title: string;
          tags: Array<string>;
          status: DiscountStatus;
        }
      | {
          __typename: "DiscountCodeFreeShipping";
          title: string;
          tags: Array<string>;
          status: DiscountStatus;
        };
  } | null;
};

export type FindCodesQueryVariables = Exact<{
  first: Scalars["String"]["input"];
  last: Scalars["String"]["input"];
}>;

export type FindCodesQuery = { first: { id: string } | null; last: { id: string } | null };

export type FindCustomersQueryVariables = Exact<{
  text: Scalars["String"]["input"];
}>;

export type FindCustomersQuery = {
  customers: {
    nodes: Array<{
      id: string;
      displayName: string;
      defaultEmailAddress: { emailAddress: string } | null;
    }>;
  };
};

export type FindGuardQueryVariables = Exact<{ [key: string]: never }>;

export type FindGuardQuery = {
  discountNodes: {
    nodes: Array<{
      id: string;
      discount:
        | { __typename: "DiscountAutomaticApp"; title: string; status: DiscountStatus }
        | { __typename: "DiscountAutomaticBasic" }
        | { __typename: "DiscountAutomaticBxgy" }
        | { __typename: "DiscountAutomaticFreeShipping" }
        | { __typename: "DiscountCodeApp" }
        | { __typename: "DiscountCodeBasic" }
        | { __typename: "DiscountCodeBxgy" }
        | { __typename: "DiscountCodeFreeShipping" };
    }>;
  };
};

export type FindTenCodesQueryVariables = Exact<{
  a: Scalars["String"]["input"];
  b: Scalars["String"]["input"];
  c: Scalars["String"]["input"];
  d: Scalars["String"]["input"];
  e: Scalars["String"]["input"];
  f: Scalars["String"]["input"];
  g: Scalars["String"]["input"];
  h: Scalars["String"]["input"];
  i: Scalars["String"]["input"];
  j: Scalars["String"]["input"];
}>;

export type FindTenCodesQuery = {
  a: { id: string } | null;
  b: { id: string } | null;
  c: { id: string } | null;
  d: { id: string } | null;
  e: { id: string } | null;
  f: { id: string } | null;
  g: { id: string } | null;
  h: { id: string } | null;
  i: { id: string } | null;
  j: { id: string } | null;
};

export type LookAtDiscountsQueryVariables = Exact<{
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
}>;

export type LookAtDiscountsQuery = {
  nodes: Array<
    | {
        id: string;
        codeDiscount:
          | { updatedAt: string; codesCount: { count: number } | null }
          | { updatedAt: string; codesCount: { count: number } | null }
          | { updatedAt: string; codesCount: { count: number } | null }
          | {};
      }
    | {}
    | null
  >;
};

export type NameChosenQueryVariables = Exact<{
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
}>;

export type NameChosenQuery = {
  nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { title: string; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { displayName: string; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { title: string; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { displayName: string; id: string; product: { id: string } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null
  >;
};

export type PublishRiskMutationVariables = Exact<{
  input: OrderRiskAssessmentCreateInput;
}>;

export type PublishRiskMutation = {
  orderRiskAssessmentCreate: {
    userErrors: Array<{ code: OrderRiskAssessmentCreateUserErrorCode | null; message: string }>;
  } | null;
};

export type ReadAccountsQueryVariables = Exact<{
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadAccountsQuery = {
  customers: {
    nodes: Array<{
      id: string;
      defaultEmailAddress: { emailAddress: string } | null;
      defaultPhoneNumber: { phoneNumber: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadBulkOperationQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadBulkOperationQuery = {
  bulkOperation: {
    id: string;
    status: BulkOperationStatus;
    errorCode: BulkOperationErrorCode | null;
    objectCount: string;
    fileSize: string | null;
    url: string | null;
  } | null;
};

export type ReadCancellationQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadCancellationQuery = {
  node:
    | { id: string; done: boolean; status: OrderCancelStatus; errors: Array<{ message: string }> }
    | {}
    | null;
};

export type ReadChangedDiscountsQueryVariables = Exact<{
  query: Scalars["String"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadChangedDiscountsQuery = {
  discountNodes: {
    nodes: Array<{ id: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadCodeCreationsQueryVariables = Exact<{
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
}>;

export type ReadCodeCreationsQuery = {
  nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { done: boolean; failedCount: number; id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null
  >;
};

export type ReadCodeResultsQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadCodeResultsQuery = {
  discountRedeemCodeBulkCreation: {
    codes: {
      nodes: Array<{
        code: string;
        discountRedeemCode: { id: string } | null;
        errors: Array<{ message: string }>;
      }>;
    };
  } | null;
};

export type ReadCustomersQueryVariables = Exact<{
  search: Scalars["String"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadCustomersQuery = {
  customers: {
    nodes: Array<{ id: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadDiscountQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadDiscountQuery = {
  codeDiscountNode: {
    id: string;
    codeDiscount:
      | {
          __typename: "DiscountCodeApp";
          title: string;
          status: DiscountStatus;
          startsAt: string;
          endsAt: string | null;
          tags: Array<string>;
          createdAt: string;
          updatedAt: string;
          asyncUsageCount: number;
          codesCount: { count: number } | null;
        }
      | {
          __typename: "DiscountCodeBasic";
          title: string;
          status: DiscountStatus;
          startsAt: string;
          endsAt: string | null;
          tags: Array<string>;
          createdAt: string;
          updatedAt: string;
          asyncUsageCount: number;
          usageLimit: number | null;
          appliesOncePerCustomer: boolean;
          codesCount: { count: number } | null;
          combinesWith: {
            orderDiscounts: boolean;
            productDiscounts: boolean;
            shippingDiscounts: boolean;
          };
          context:
            | { __typename: "DiscountBuyerSelectionAll" }
            | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
            | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
            | { __typename: "DiscountMarkets" };
          minimumRequirement:
            | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
            | {
                __typename: "DiscountMinimumSubtotal";
                greaterThanOrEqualToSubtotal: { amount: string };
              }
            | null;
          customerGets: {
            value:
              | {
                  __typename: "DiscountAmount";
                  appliesOnEachItem: boolean;
                  amount: { amount: string };
                }
              | { __typename: "DiscountOnQuantity" }
              | { __typename: "DiscountPercentage"; percentage: number };
            items:
              | { __typename: "AllDiscountItems" }
              | {
                  __typename: "DiscountCollections";
                  collections: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                }
              | {
                  __typename: "DiscountProducts";
                  products: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                  productVariants: {
                    nodes: Array<{ id: string }>;
                    pageInfo: { hasNextPage: boolean };
                  };
                };
          };
        }
      | {
          __typename: "DiscountCodeBxgy";
          title: string;
          status: DiscountStatus;
          startsAt: string;
          endsAt: string | null;
          tags: Array<string>;
          createdAt: string;
          updatedAt: string;
          asyncUsageCount: number;
          usageLimit: number | null;
          appliesOncePerCustomer: boolean;
          usesPerOrderLimit: number | null;
          codesCount: { count: number } | null;
          combinesWith: {
            orderDiscounts: boolean;
            productDiscounts: boolean;
            shippingDiscounts: boolean;
          };
          context:
            | { __typename: "DiscountBuyerSelectionAll" }
            | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
            | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
            | { __typename: "DiscountMarkets" };
          customerBuys: {
            value:
              | { __typename: "DiscountPurchaseAmount"; amount: string }
              | { __typename: "DiscountQuantity"; quantity: string };
            items:
              | { __typename: "AllDiscountItems" }
              | {
                  __typename: "DiscountCollections";
                  collections: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                }
              | {
                  __typename: "DiscountProducts";
                  products: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                  productVariants: {
                    nodes: Array<{ id: string }>;
                    pageInfo: { hasNextPage: boolean };
                  };
                };
          };
          customerGets: {
            value:
              | { __typename: "DiscountAmount" }
              | {
                  __typename: "DiscountOnQuantity";
                  quantity: { quantity: string };
                  effect:
                    | { __typename: "DiscountAmount" }
                    | { __typename: "DiscountPercentage"; percentage: number };
                }
              | { __typename: "DiscountPercentage" };
            items:
              | { __typename: "AllDiscountItems" }
              | {
                  __typename: "DiscountCollections";
                  collections: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                }
              | {
                  __typename: "DiscountProducts";
                  products: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
                  productVariants: {
                    nodes: Array<{ id: string }>;
                    pageInfo: { hasNextPage: boolean };
                  };
                };
          };
        }
      | {
          __typename: "DiscountCodeFreeShipping";
          title: string;
          status: DiscountStatus;
          startsAt: string;
          endsAt: string | null;
          tags: Array<string>;
          createdAt: string;
          updatedAt: string;
          asyncUsageCount: number;
          usageLimit: number | null;
          appliesOncePerCustomer: boolean;
          codesCount: { count: number } | null;
          combinesWith: {
            orderDiscounts: boolean;
            productDiscounts: boolean;
            shippingDiscounts: boolean;
          };
          context:
            | { __typename: "DiscountBuyerSelectionAll" }
            | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
            | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
            | { __typename: "DiscountMarkets" };
          minimumRequirement:
            | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
            | {
                __typename: "DiscountMinimumSubtotal";
                greaterThanOrEqualToSubtotal: { amount: string };
              }
            | null;
          maximumShippingPrice: { amount: string } | null;
          destinationSelection:
            | {
                __typename: "DiscountCountries";
                countries: Array<CountryCode>;
                includeRestOfWorld: boolean;
              }
            | { __typename: "DiscountCountryAll" };
        };
  } | null;
};

export type CombinesFragment = {
  orderDiscounts: boolean;
  productDiscounts: boolean;
  shippingDiscounts: boolean;
};

type Context_DiscountBuyerSelectionAll_Fragment = { __typename: "DiscountBuyerSelectionAll" };

type Context_DiscountCustomerSegments_Fragment = {
  __typename: "DiscountCustomerSegments";
  segments: Array<{ id: string }>;
};

type Context_DiscountCustomers_Fragment = {
  __typename: "DiscountCustomers";
  customers: Array<{ id: string }>;
};

type Context_DiscountMarkets_Fragment = { __typename: "DiscountMarkets" };

export type ContextFragment =
  | Context_DiscountBuyerSelectionAll_Fragment
  | Context_DiscountCustomerSegments_Fragment
  | Context_DiscountCustomers_Fragment
  | Context_DiscountMarkets_Fragment;

type Minimum_DiscountMinimumQuantity_Fragment = {
  __typename: "DiscountMinimumQuantity";
  greaterThanOrEqualToQuantity: string;
};

type Minimum_DiscountMinimumSubtotal_Fragment = {
  __typename: "DiscountMinimumSubtotal";
  greaterThanOrEqualToSubtotal: { amount: string };
};

export type MinimumFragment =
  Minimum_DiscountMinimumQuantity_Fragment | Minimum_DiscountMinimumSubtotal_Fragment;

type Items_AllDiscountItems_Fragment = { __typename: "AllDiscountItems" };

type Items_DiscountCollections_Fragment = {
  __typename: "DiscountCollections";
  collections: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
};

type Items_DiscountProducts_Fragment = {
  __typename: "DiscountProducts";
  products: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
  productVariants: { nodes: Array<{ id: string }>; pageInfo: { hasNextPage: boolean } };
};

export type ItemsFragment =
  | Items_AllDiscountItems_Fragment
  | Items_DiscountCollections_Fragment
  | Items_DiscountProducts_Fragment;

export type ReadDiscountCodesQueryVariables = Exact<{
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadDiscountCodesQuery = {
  codeDiscountNodes: {
    nodes: Array<{
      codeDiscount:
        | { __typename: "DiscountCodeApp"; codes: { nodes: Array<{ code: string }> } }
        | { __typename: "DiscountCodeBasic"; codes: { nodes: Array<{ code: string }> } }
        | { __typename: "DiscountCodeBxgy"; codes: { nodes: Array<{ code: string }> } }
        | { __typename: "DiscountCodeFreeShipping"; codes: { nodes: Array<{ code: string }> } };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadJobQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadJobQuery = { job: { done: boolean } | null };

export type ReadOrderEffectsQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadOrderEffectsQuery = {
  currentAppInstallation: { app: { id: string } };
  order: {
    cancelledAt: string | null;
    note: string | null;
    tags: Array<string>;
    risk: {
      assessments: Array<{
        riskLevel: RiskAssessmentResult;
        provider: { id: string } | null;
        facts: Array<{ description: string }>;
      }>;
    };
  } | null;
};

export type ReadOrderHeadsQueryVariables = Exact<{
  query?: InputMaybe<Scalars["String"]["input"]>;
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadOrderHeadsQuery = {
  orders: {
    nodes: Array<{
      id: string;
      name: string;
      updatedAt: string;
      cancelledAt: string | null;
      test: boolean;
      displayFinancialStatus: OrderDisplayFinancialStatus | null;
      totalPriceSet: { shopMoney: { amount: string } };
      totalRefundedSet: { shopMoney: { amount: string } };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadOrdersQueryVariables = Exact<{
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
}>;

export type ReadOrdersQuery = {
  nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | {
        name: string;
        createdAt: string;
        updatedAt: string;
        cancelledAt: string | null;
        test: boolean;
        email: string | null;
        phone: string | null;
        sourceName: string | null;
        currencyCode: CurrencyCode;
        presentmentCurrencyCode: CurrencyCode;
        displayFinancialStatus: OrderDisplayFinancialStatus | null;
        discountCodes: Array<string>;
        id: string;
        customer: { id: string } | null;
        totalPriceSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
        totalDiscountsSet: {
          shopMoney: { amount: string };
          presentmentMoney: { amount: string };
        } | null;
        lineItems: {
          nodes: Array<{
            discountAllocations: Array<{
              allocatedAmountSet: {
                shopMoney: { amount: string };
                presentmentMoney: { amount: string };
              };
              discountApplication:
                | { __typename: "AutomaticDiscountApplication" }
                | { __typename: "DiscountCodeApplication"; code: string }
                | { __typename: "ManualDiscountApplication" }
                | { __typename: "ScriptDiscountApplication" };
            }>;
          }>;
        };
        shippingLines: {
          nodes: Array<{
            discountAllocations: Array<{
              allocatedAmountSet: {
                shopMoney: { amount: string };
                presentmentMoney: { amount: string };
              };
              discountApplication:
                | { __typename: "AutomaticDiscountApplication" }
                | { __typename: "DiscountCodeApplication"; code: string }
                | { __typename: "ManualDiscountApplication" }
                | { __typename: "ScriptDiscountApplication" };
            }>;
          }>;
        };
        refunds: Array<{
          id: string;
          createdAt: string | null;
          totalRefundedSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
        }>;
      }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null
  >;
};

export type BagFragment = { shopMoney: { amount: string }; presentmentMoney: { amount: string } };

export type AllocationFragment = {
  allocatedAmountSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
  discountApplication:
    | { __typename: "AutomaticDiscountApplication" }
    | { __typename: "DiscountCodeApplication"; code: string }
    | { __typename: "ManualDiscountApplication" }
    | { __typename: "ScriptDiscountApplication" };
};

export type ReadOrdersInBulkQueryVariables = Exact<{ [key: string]: never }>;

export type ReadOrdersInBulkQuery = {
  orders: {
    edges: Array<{
      node: {
        id: string;
        name: string;
        createdAt: string;
        updatedAt: string;
        cancelledAt: string | null;
        test: boolean;
        email: string | null;
        phone: string | null;
        sourceName: string | null;
        currencyCode: CurrencyCode;
        presentmentCurrencyCode: CurrencyCode;
        displayFinancialStatus: OrderDisplayFinancialStatus | null;
        discountCodes: Array<string>;
        customer: { id: string } | null;
        totalPriceSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
        totalDiscountsSet: {
          shopMoney: { amount: string };
          presentmentMoney: { amount: string };
        } | null;
        lineItems: {
          edges: Array<{
            node: {
              id: string;
              discountAllocations: Array<{
                allocatedAmountSet: {
                  shopMoney: { amount: string };
                  presentmentMoney: { amount: string };
                };
                discountApplication:
                  | { __typename: "AutomaticDiscountApplication" }
                  | { __typename: "DiscountCodeApplication"; code: string }
                  | { __typename: "ManualDiscountApplication" }
                  | { __typename: "ScriptDiscountApplication" };
              }>;
            };
          }>;
        };
        shippingLines: {
          edges: Array<{
            node: {
              id: string | null;
              discountAllocations: Array<{
                allocatedAmountSet: {
                  shopMoney: { amount: string };
                  presentmentMoney: { amount: string };
                };
                discountApplication:
                  | { __typename: "AutomaticDiscountApplication" }
                  | { __typename: "DiscountCodeApplication"; code: string }
                  | { __typename: "ManualDiscountApplication" }
                  | { __typename: "ScriptDiscountApplication" };
              }>;
            };
          }>;
        };
        refunds: Array<{
          id: string;
          createdAt: string | null;
          totalRefundedSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
        }>;
      };
    }>;
  };
};

export type BulkBagFragment = {
  shopMoney: { amount: string };
  presentmentMoney: { amount: string };
};

export type BulkAllocationFragment = {
  allocatedAmountSet: { shopMoney: { amount: string }; presentmentMoney: { amount: string } };
  discountApplication:
    | { __typename: "AutomaticDiscountApplication" }
    | { __typename: "DiscountCodeApplication"; code: string }
    | { __typename: "ManualDiscountApplication" }
    | { __typename: "ScriptDiscountApplication" };
};

export type ReadRedeemCodesQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadRedeemCodesQuery = {
  codeDiscountNode: {
    codeDiscount:
      | { __typename: "DiscountCodeApp" }
      | {
          __typename: "DiscountCodeBasic";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeBxgy";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeFreeShipping";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        };
  } | null;
};

export type RedeemCodesFragment = {
  nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type ReadSegmentMembersQueryVariables = Exact<{
  segmentId: Scalars["ID"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadSegmentMembersQuery = {
  customerSegmentMembers: {
    edges: Array<{ node: { id: string } }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadSegmentQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadSegmentQuery = { segment: { query: string } | null };

export type ReadSegmentsQueryVariables = Exact<{
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadSegmentsQuery = {
  segments: {
    nodes: Array<{ id: string; name: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ReadShopQueryVariables = Exact<{ [key: string]: never }>;

export type ReadShopQuery = {
  shop: { name: string; ianaTimezone: string; currencyCode: CurrencyCode };
  currentAppInstallation: { accessScopes: Array<{ handle: string }> };
};

export type ReadShopperQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
}>;

export type ReadShopperQuery = {
  customer: { id: string; displayName: string; numberOfOrders: string } | null;
};

export type ReadStandingDigestsQueryVariables = Exact<{
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
  namespace: Scalars["String"]["input"];
  key: Scalars["String"]["input"];
}>;

export type ReadStandingDigestsQuery = {
  nodes: Array<
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string; metafield: { value: string; compareDigest: string } | null }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | null
  >;
};

export type ReadStoreCodesQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadStoreCodesQuery = {
  codeDiscountNode: {
    codeDiscount:
      | {
          __typename: "DiscountCodeApp";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeBasic";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeBxgy";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeFreeShipping";
          codes: {
            nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        };
  } | null;
};

export type StoreCodesFragment = {
  nodes: Array<{ id: string; code: string; asyncUsageCount: number }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type ReadStoreDiscountsQueryVariables = Exact<{
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type ReadStoreDiscountsQuery = {
  discountNodes: {
    nodes: Array<{
      id: string;
      discount:
        | {
            __typename: "DiscountAutomaticApp";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
          }
        | {
            __typename: "DiscountAutomaticBasic";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
          }
        | {
            __typename: "DiscountAutomaticBxgy";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
          }
        | {
            __typename: "DiscountAutomaticFreeShipping";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
          }
        | {
            __typename: "DiscountCodeApp";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
            codesCount: { count: number } | null;
          }
        | {
            __typename: "DiscountCodeBasic";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
            usageLimit: number | null;
            appliesOncePerCustomer: boolean;
            codesCount: { count: number } | null;
            combinesWith: {
              orderDiscounts: boolean;
              productDiscounts: boolean;
              shippingDiscounts: boolean;
            };
            context:
              | { __typename: "DiscountBuyerSelectionAll" }
              | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
              | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
              | { __typename: "DiscountMarkets" };
            minimumRequirement:
              | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
              | {
                  __typename: "DiscountMinimumSubtotal";
                  greaterThanOrEqualToSubtotal: { amount: string };
                }
              | null;
            customerGets: {
              appliesOnOneTimePurchase: boolean;
              appliesOnSubscription: boolean;
              value:
                | {
                    __typename: "DiscountAmount";
                    appliesOnEachItem: boolean;
                    amount: { amount: string };
                  }
                | { __typename: "DiscountOnQuantity" }
                | { __typename: "DiscountPercentage"; percentage: number };
              items:
                | { __typename: "AllDiscountItems" }
                | { __typename: "DiscountCollections" }
                | { __typename: "DiscountProducts" };
            };
          }
        | {
            __typename: "DiscountCodeBxgy";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
            usageLimit: number | null;
            appliesOncePerCustomer: boolean;
            usesPerOrderLimit: number | null;
            codesCount: { count: number } | null;
            combinesWith: {
              orderDiscounts: boolean;
              productDiscounts: boolean;
              shippingDiscounts: boolean;
            };
            context:
              | { __typename: "DiscountBuyerSelectionAll" }
              | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
              | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
              | { __typename: "DiscountMarkets" };
            customerBuys: {
              value:
                | { __typename: "DiscountPurchaseAmount"; amount: string }
                | { __typename: "DiscountQuantity"; quantity: string };
              items:
                | { __typename: "AllDiscountItems" }
                | { __typename: "DiscountCollections" }
                | { __typename: "DiscountProducts" };
            };
            customerGets: {
              appliesOnOneTimePurchase: boolean;
              appliesOnSubscription: boolean;
              value:
                | { __typename: "DiscountAmount" }
                | {
                    __typename: "DiscountOnQuantity";
                    quantity: { quantity: string };
                    effect:
                      | { __typename: "DiscountAmount" }
                      | { __typename: "DiscountPercentage"; percentage: number };
                  }
                | { __typename: "DiscountPercentage" };
              items:
                | { __typename: "AllDiscountItems" }
                | { __typename: "DiscountCollections" }
                | { __typename: "DiscountProducts" };
            };
          }
        | {
            __typename: "DiscountCodeFreeShipping";
            title: string;
            status: DiscountStatus;
            startsAt: string;
            endsAt: string | null;
            tags: Array<string>;
            createdAt: string;
            updatedAt: string;
            asyncUsageCount: number;
            usageLimit: number | null;
            appliesOncePerCustomer: boolean;
            appliesOnOneTimePurchase: boolean;
            appliesOnSubscription: boolean;
            codesCount: { count: number } | null;
            combinesWith: {
              orderDiscounts: boolean;
              productDiscounts: boolean;
              shippingDiscounts: boolean;
            };
            context:
              | { __typename: "DiscountBuyerSelectionAll" }
              | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
              | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
              | { __typename: "DiscountMarkets" };
            minimumRequirement:
              | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
              | {
                  __typename: "DiscountMinimumSubtotal";
                  greaterThanOrEqualToSubtotal: { amount: string };
                }
              | null;
            maximumShippingPrice: { amount: string } | null;
            destinationSelection:
              | {
                  __typename: "DiscountCountries";
                  countries: Array<CountryCode>;
                  includeRestOfWorld: boolean;
                }
              | { __typename: "DiscountCountryAll" };
          };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

type StoreDiscount_DiscountAutomaticApp_Fragment = {
  __typename: "DiscountAutomaticApp";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type StoreDiscount_DiscountAutomaticBasic_Fragment = {
  __typename: "DiscountAutomaticBasic";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type StoreDiscount_DiscountAutomaticBxgy_Fragment = {
  __typename: "DiscountAutomaticBxgy";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type StoreDiscount_DiscountAutomaticFreeShipping_Fragment = {
  __typename: "DiscountAutomaticFreeShipping";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type StoreDiscount_DiscountCodeApp_Fragment = {
  __typename: "DiscountCodeApp";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  codesCount: { count: number } | null;
};

type StoreDiscount_DiscountCodeBasic_Fragment = {
  __typename: "DiscountCodeBasic";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  minimumRequirement:
    | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
    | { __typename: "DiscountMinimumSubtotal"; greaterThanOrEqualToSubtotal: { amount: string } }
    | null;
  customerGets: {
    appliesOnOneTimePurchase: boolean;
    appliesOnSubscription: boolean;
    value:
      | { __typename: "DiscountAmount"; appliesOnEachItem: boolean; amount: { amount: string } }
      | { __typename: "DiscountOnQuantity" }
      | { __typename: "DiscountPercentage"; percentage: number };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
};

type StoreDiscount_DiscountCodeBxgy_Fragment = {
  __typename: "DiscountCodeBxgy";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  usesPerOrderLimit: number | null;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  customerBuys: {
    value:
      | { __typename: "DiscountPurchaseAmount"; amount: string }
      | { __typename: "DiscountQuantity"; quantity: string };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
  customerGets: {
    appliesOnOneTimePurchase: boolean;
    appliesOnSubscription: boolean;
    value:
      | { __typename: "DiscountAmount" }
      | {
          __typename: "DiscountOnQuantity";
          quantity: { quantity: string };
          effect:
            | { __typename: "DiscountAmount" }
            | { __typename: "DiscountPercentage"; percentage: number };
        }
      | { __typename: "DiscountPercentage" };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
};

type StoreDiscount_DiscountCodeFreeShipping_Fragment = {
  __typename: "DiscountCodeFreeShipping";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  minimumRequirement:
    | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
    | { __typename: "DiscountMinimumSubtotal"; greaterThanOrEqualToSubtotal: { amount: string } }
    | null;
  maximumShippingPrice: { amount: string } | null;
  destinationSelection:
    | {
        __typename: "DiscountCountries";
        countries: Array<CountryCode>;
        includeRestOfWorld: boolean;
      }
    | { __typename: "DiscountCountryAll" };
};

export type StoreDiscountFragment =
  | StoreDiscount_DiscountAutomaticApp_Fragment
  | StoreDiscount_DiscountAutomaticBasic_Fragment
  | StoreDiscount_DiscountAutomaticBxgy_Fragment
  | StoreDiscount_DiscountAutomaticFreeShipping_Fragment
  | StoreDiscount_DiscountCodeApp_Fragment
  | StoreDiscount_DiscountCodeBasic_Fragment
  | StoreDiscount_DiscountCodeBxgy_Fragment
  | StoreDiscount_DiscountCodeFreeShipping_Fragment;

type StoreContext_DiscountBuyerSelectionAll_Fragment = { __typename: "DiscountBuyerSelectionAll" };

type StoreContext_DiscountCustomerSegments_Fragment = {
  __typename: "DiscountCustomerSegments";
  segments: Array<{ id: string }>;
};

type StoreContext_DiscountCustomers_Fragment = {
  __typename: "DiscountCustomers";
  customers: Array<{ id: string }>;
};

type StoreContext_DiscountMarkets_Fragment = { __typename: "DiscountMarkets" };

export type StoreContextFragment =
  | StoreContext_DiscountBuyerSelectionAll_Fragment
  | StoreContext_DiscountCustomerSegments_Fragment
  | StoreContext_DiscountCustomers_Fragment
  | StoreContext_DiscountMarkets_Fragment;

type StoreMinimum_DiscountMinimumQuantity_Fragment = {
  __typename: "DiscountMinimumQuantity";
  greaterThanOrEqualToQuantity: string;
};

type StoreMinimum_DiscountMinimumSubtotal_Fragment = {
  __typename: "DiscountMinimumSubtotal";
  greaterThanOrEqualToSubtotal: { amount: string };
};

export type StoreMinimumFragment =
  StoreMinimum_DiscountMinimumQuantity_Fragment | StoreMinimum_DiscountMinimumSubtotal_Fragment;

export type ReadStoreInBulkQueryVariables = Exact<{ [key: string]: never }>;

export type ReadStoreInBulkQuery = {
  discountNodes: {
    edges: Array<{
      node: {
        id: string;
        discount:
          | {
              __typename: "DiscountAutomaticApp";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
            }
          | {
              __typename: "DiscountAutomaticBasic";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
            }
          | {
              __typename: "DiscountAutomaticBxgy";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
            }
          | {
              __typename: "DiscountAutomaticFreeShipping";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
            }
          | {
              __typename: "DiscountCodeApp";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
              codes: {
                edges: Array<{ node: { id: string; code: string; asyncUsageCount: number } }>;
              };
              codesCount: { count: number } | null;
            }
          | {
              __typename: "DiscountCodeBasic";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
              usageLimit: number | null;
              appliesOncePerCustomer: boolean;
              codes: {
                edges: Array<{ node: { id: string; code: string; asyncUsageCount: number } }>;
              };
              codesCount: { count: number } | null;
              combinesWith: {
                orderDiscounts: boolean;
                productDiscounts: boolean;
                shippingDiscounts: boolean;
              };
              context:
                | { __typename: "DiscountBuyerSelectionAll" }
                | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
                | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
                | { __typename: "DiscountMarkets" };
              minimumRequirement:
                | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
                | {
                    __typename: "DiscountMinimumSubtotal";
                    greaterThanOrEqualToSubtotal: { amount: string };
                  }
                | null;
              customerGets: {
                appliesOnOneTimePurchase: boolean;
                appliesOnSubscription: boolean;
                value:
                  | {
                      __typename: "DiscountAmount";
                      appliesOnEachItem: boolean;
                      amount: { amount: string };
                    }
                  | { __typename: "DiscountOnQuantity" }
                  | { __typename: "DiscountPercentage"; percentage: number };
                items:
                  | { __typename: "AllDiscountItems" }
                  | { __typename: "DiscountCollections" }
                  | { __typename: "DiscountProducts" };
              };
            }
          | {
              __typename: "DiscountCodeBxgy";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
              usageLimit: number | null;
              appliesOncePerCustomer: boolean;
              usesPerOrderLimit: number | null;
              codes: {
                edges: Array<{ node: { id: string; code: string; asyncUsageCount: number } }>;
              };
              codesCount: { count: number } | null;
              combinesWith: {
                orderDiscounts: boolean;
                productDiscounts: boolean;
                shippingDiscounts: boolean;
              };
              context:
                | { __typename: "DiscountBuyerSelectionAll" }
                | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
                | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
                | { __typename: "DiscountMarkets" };
              customerBuys: {
                value:
                  | { __typename: "DiscountPurchaseAmount"; amount: string }
                  | { __typename: "DiscountQuantity"; quantity: string };
                items:
                  | { __typename: "AllDiscountItems" }
                  | { __typename: "DiscountCollections" }
                  | { __typename: "DiscountProducts" };
              };
              customerGets: {
                appliesOnOneTimePurchase: boolean;
                appliesOnSubscription: boolean;
                value:
                  | { __typename: "DiscountAmount" }
                  | {
                      __typename: "DiscountOnQuantity";
                      quantity: { quantity: string };
                      effect:
                        | { __typename: "DiscountAmount" }
                        | { __typename: "DiscountPercentage"; percentage: number };
                    }
                  | { __typename: "DiscountPercentage" };
                items:
                  | { __typename: "AllDiscountItems" }
                  | { __typename: "DiscountCollections" }
                  | { __typename: "DiscountProducts" };
              };
            }
          | {
              __typename: "DiscountCodeFreeShipping";
              title: string;
              status: DiscountStatus;
              startsAt: string;
              endsAt: string | null;
              tags: Array<string>;
              createdAt: string;
              updatedAt: string;
              asyncUsageCount: number;
              usageLimit: number | null;
              appliesOncePerCustomer: boolean;
              appliesOnOneTimePurchase: boolean;
              appliesOnSubscription: boolean;
              codes: {
                edges: Array<{ node: { id: string; code: string; asyncUsageCount: number } }>;
              };
              codesCount: { count: number } | null;
              combinesWith: {
                orderDiscounts: boolean;
                productDiscounts: boolean;
                shippingDiscounts: boolean;
              };
              context:
                | { __typename: "DiscountBuyerSelectionAll" }
                | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
                | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
                | { __typename: "DiscountMarkets" };
              minimumRequirement:
                | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
                | {
                    __typename: "DiscountMinimumSubtotal";
                    greaterThanOrEqualToSubtotal: { amount: string };
                  }
                | null;
              maximumShippingPrice: { amount: string } | null;
              destinationSelection:
                | {
                    __typename: "DiscountCountries";
                    countries: Array<CountryCode>;
                    includeRestOfWorld: boolean;
                  }
                | { __typename: "DiscountCountryAll" };
            };
      };
    }>;
  };
};

type BulkDiscount_DiscountAutomaticApp_Fragment = {
  __typename: "DiscountAutomaticApp";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type BulkDiscount_DiscountAutomaticBasic_Fragment = {
  __typename: "DiscountAutomaticBasic";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type BulkDiscount_DiscountAutomaticBxgy_Fragment = {
  __typename: "DiscountAutomaticBxgy";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type BulkDiscount_DiscountAutomaticFreeShipping_Fragment = {
  __typename: "DiscountAutomaticFreeShipping";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
};

type BulkDiscount_DiscountCodeApp_Fragment = {
  __typename: "DiscountCodeApp";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  codesCount: { count: number } | null;
};

type BulkDiscount_DiscountCodeBasic_Fragment = {
  __typename: "DiscountCodeBasic";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  minimumRequirement:
    | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
    | { __typename: "DiscountMinimumSubtotal"; greaterThanOrEqualToSubtotal: { amount: string } }
    | null;
  customerGets: {
    appliesOnOneTimePurchase: boolean;
    appliesOnSubscription: boolean;
    value:
      | { __typename: "DiscountAmount"; appliesOnEachItem: boolean; amount: { amount: string } }
      | { __typename: "DiscountOnQuantity" }
      | { __typename: "DiscountPercentage"; percentage: number };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
};

type BulkDiscount_DiscountCodeBxgy_Fragment = {
  __typename: "DiscountCodeBxgy";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  usesPerOrderLimit: number | null;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  customerBuys: {
    value:
      | { __typename: "DiscountPurchaseAmount"; amount: string }
      | { __typename: "DiscountQuantity"; quantity: string };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
  customerGets: {
    appliesOnOneTimePurchase: boolean;
    appliesOnSubscription: boolean;
    value:
      | { __typename: "DiscountAmount" }
      | {
          __typename: "DiscountOnQuantity";
          quantity: { quantity: string };
          effect:
            | { __typename: "DiscountAmount" }
            | { __typename: "DiscountPercentage"; percentage: number };
        }
      | { __typename: "DiscountPercentage" };
    items:
      | { __typename: "AllDiscountItems" }
      | { __typename: "DiscountCollections" }
      | { __typename: "DiscountProducts" };
  };
};

type BulkDiscount_DiscountCodeFreeShipping_Fragment = {
  __typename: "DiscountCodeFreeShipping";
  title: string;
  status: DiscountStatus;
  startsAt: string;
  endsAt: string | null;
  tags: Array<string>;
  createdAt: string;
  updatedAt: string;
  asyncUsageCount: number;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  codesCount: { count: number } | null;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  context:
    | { __typename: "DiscountBuyerSelectionAll" }
    | { __typename: "DiscountCustomerSegments"; segments: Array<{ id: string }> }
    | { __typename: "DiscountCustomers"; customers: Array<{ id: string }> }
    | { __typename: "DiscountMarkets" };
  minimumRequirement:
    | { __typename: "DiscountMinimumQuantity"; greaterThanOrEqualToQuantity: string }
    | { __typename: "DiscountMinimumSubtotal"; greaterThanOrEqualToSubtotal: { amount: string } }
    | null;
  maximumShippingPrice: { amount: string } | null;
  destinationSelection:
    | {
        __typename: "DiscountCountries";
        countries: Array<CountryCode>;
        includeRestOfWorld: boolean;
      }
    | { __typename: "DiscountCountryAll" };
};

export type BulkDiscountFragment =
  | BulkDiscount_DiscountAutomaticApp_Fragment
  | BulkDiscount_DiscountAutomaticBasic_Fragment
  | BulkDiscount_DiscountAutomaticBxgy_Fragment
  | BulkDiscount_DiscountAutomaticFreeShipping_Fragment
  | BulkDiscount_DiscountCodeApp_Fragment
  | BulkDiscount_DiscountCodeBasic_Fragment
  | BulkDiscount_DiscountCodeBxgy_Fragment
  | BulkDiscount_DiscountCodeFreeShipping_Fragment;

type BulkContext_DiscountBuyerSelectionAll_Fragment = { __typename: "DiscountBuyerSelectionAll" };

type BulkContext_DiscountCustomerSegments_Fragment = {
  __typename: "DiscountCustomerSegments";
  segments: Array<{ id: string }>;
};

type BulkContext_DiscountCustomers_Fragment = {
  __typename: "DiscountCustomers";
  customers: Array<{ id: string }>;
};

type BulkContext_DiscountMarkets_Fragment = { __typename: "DiscountMarkets" };

export type BulkContextFragment =
  | BulkContext_DiscountBuyerSelectionAll_Fragment
  | BulkContext_DiscountCustomerSegments_Fragment
  | BulkContext_DiscountCustomers_Fragment
  | BulkContext_DiscountMarkets_Fragment;

type BulkMinimum_DiscountMinimumQuantity_Fragment = {
  __typename: "DiscountMinimumQuantity";
  greaterThanOrEqualToQuantity: string;
};

type BulkMinimum_DiscountMinimumSubtotal_Fragment = {
  __typename: "DiscountMinimumSubtotal";
  greaterThanOrEqualToSubtotal: { amount: string };
};

export type BulkMinimumFragment =
  BulkMinimum_DiscountMinimumQuantity_Fragment | BulkMinimum_DiscountMinimumSubtotal_Fragment;

export type ReadSubscriptionsQueryVariables = Exact<{
  topics: Array<WebhookSubscriptionTopic> | WebhookSubscriptionTopic;
}>;

export type ReadSubscriptionsQuery = {
  currentAppInstallation: { accessScopes: Array<{ handle: string }> };
  webhookSubscriptions: { nodes: Array<{ topic: WebhookSubscriptionTopic; uri: string }> };
};

export type RemoveCodesMutationVariables = Exact<{
  discountId: Scalars["ID"]["input"];
  ids: Array<Scalars["ID"]["input"]> | Scalars["ID"]["input"];
}>;

export type RemoveCodesMutation = {
  discountCodeRedeemCodeBulkDelete: {
    job: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type RemoveTagsMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  tags: Array<Scalars["String"]["input"]> | Scalars["String"]["input"];
}>;

export type RemoveTagsMutation = { tagsRemove: { userErrors: Array<{ message: string }> } | null };

export type RunBulkQueryMutationVariables = Exact<{
  query: Scalars["String"]["input"];
  groupObjects: Scalars["Boolean"]["input"];
}>;

export type RunBulkQueryMutation = {
  bulkOperationRunQuery: {
    bulkOperation: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: BulkOperationUserErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type SearchRedeemCodesQueryVariables = Exact<{
  id: Scalars["ID"]["input"];
  search: Scalars["String"]["input"];
  first: Scalars["Int"]["input"];
  after?: InputMaybe<Scalars["String"]["input"]>;
}>;

export type SearchRedeemCodesQuery = {
  codeDiscountNode: {
    codeDiscount:
      | { __typename: "DiscountCodeApp" }
      | {
          __typename: "DiscountCodeBasic";
          codes: {
            nodes: Array<{ id: string; code: string }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeBxgy";
          codes: {
            nodes: Array<{ id: string; code: string }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        }
      | {
          __typename: "DiscountCodeFreeShipping";
          codes: {
            nodes: Array<{ id: string; code: string }>;
            pageInfo: { hasNextPage: boolean; endCursor: string | null };
          };
        };
  } | null;
};

export type FoundCodesFragment = {
  nodes: Array<{ id: string; code: string }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type SetMetafieldsMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;

export type SetMetafieldsMutation = {
  metafieldsSet: {
    metafields: Array<{
      compareDigest: string;
      key: string;
      owner:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | {};
    }> | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: MetafieldsSetUserErrorCode | null;
      message: string;
      elementIndex: number | null;
    }>;
  } | null;
};

export type UpdateBasicDiscountMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  input: DiscountCodeBasicInput;
}>;

export type UpdateBasicDiscountMutation = {
  discountCodeBasicUpdate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type UpdateBxgyDiscountMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  input: DiscountCodeBxgyInput;
}>;

export type UpdateBxgyDiscountMutation = {
  discountCodeBxgyUpdate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type UpdateShippingDiscountMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  input: DiscountCodeFreeShippingInput;
}>;

export type UpdateShippingDiscountMutation = {
  discountCodeFreeShippingUpdate: {
    codeDiscountNode: { id: string } | null;
    userErrors: Array<{
      field: Array<string> | null;
      code: DiscountErrorCode | null;
      message: string;
    }>;
  } | null;
};

export type WriteNoteMutationVariables = Exact<{
  id: Scalars["ID"]["input"];
  note: Scalars["String"]["input"];
}>;

export type WriteNoteMutation = { orderUpdate: { userErrors: Array<{ message: string }> } | null };
