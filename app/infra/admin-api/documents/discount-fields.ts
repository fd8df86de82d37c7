/*
 * What is asked of discounts in more than one document. As text and not as fragments: whose kinds differ in type have no
 * fragment in common, and the types of two documents cannot have the same one.
 */

/** Of every discount, whoever made it. */
export const ANY_DISCOUNT = `
  title
  status
  startsAt
  endsAt
  tags
  createdAt
  updatedAt
  asyncUsageCount`;

const CODES_COUNT = `
  codesCount {
    count
  }`;

/** Of a code discount of another app. */
export const APP_DISCOUNT = ANY_DISCOUNT + CODES_COUNT;

/** Of every other code discount. */
export const CODE_DISCOUNT = `${ANY_DISCOUNT}
  usageLimit
  appliesOncePerCustomer${CODES_COUNT}`;

/** On `DiscountCombinesWith`. */
export const COMBINES = `
  orderDiscounts
  productDiscounts
  shippingDiscounts`;

/** On `DiscountContext`. */
export const CONTEXT = `
  __typename
  ... on DiscountCustomerSegments {
    segments {
      id
    }
  }
  ... on DiscountCustomers {
    customers {
      id
    }
  }`;

/** On `DiscountMinimumRequirement`. */
export const MINIMUM = `
  __typename
  ... on DiscountMinimumQuantity {
    greaterThanOrEqualToQuantity
  }
  ... on DiscountMinimumSubtotal {
    greaterThanOrEqualToSubtotal {
      amount
    }
  }`;

/** What a percentage or an amount comes to. */
export const BASIC_VALUE = `
  value {
    __typename
    ... on DiscountPercentage {
      percentage
    }
    ... on DiscountAmount {
      amount {
        amount
      }
      appliesOnEachItem
    }
  }`;

/** What free shipping is limited to. */
export const SHIPPING = `
  maximumShippingPrice {
    amount
  }
  destinationSelection {
    __typename
    ... on DiscountCountries {
      countries
      includeRestOfWorld
    }
  }`;

/** How much has to be bought for something to be got. */
export const BUYS_VALUE = `
  value {
    __typename
    ... on DiscountQuantity {
      quantity
    }
    ... on DiscountPurchaseAmount {
      amount
    }
  }`;

/** How much of it is got, and how cheap. */
export const GETS_VALUE = `
  value {
    __typename
    ... on DiscountOnQuantity {
      quantity {
        quantity
      }
      effect {
        __typename
        ... on DiscountPercentage {
          percentage
        }
      }
    }
  }`;
