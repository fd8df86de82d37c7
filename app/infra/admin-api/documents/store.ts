import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

/** How much there is to read in a store. */
export const countStore = query<T.CountStoreQuery, T.CountStoreQueryVariables>(/* GraphQL */ `
  query CountStore {
    discountNodesCount(limit: null) {
      count
    }
    discountCodesCount(limit: null) {
      count
    }
  }
`);

/*
 * A discount of any kind and maker, as far as it can be read for many at once: the products and collections it is on
 * would be connections of their own, of which a bulk operation takes five in all. They are read apart. The types of two
 * documents cannot have one fragment.
 */
const storeDiscount = (of: "Store" | "Bulk") => `
  fragment ${of}Discount on Discount {
    __typename
    ... on DiscountCodeBasic {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      minimumRequirement {
        ...${of}Minimum
      }
      customerGets {
        appliesOnOneTimePurchase
        appliesOnSubscription
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
        }
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeFreeShipping {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      appliesOnOneTimePurchase
      appliesOnSubscription
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      minimumRequirement {
        ...${of}Minimum
      }
      maximumShippingPrice {
        amount
      }
      destinationSelection {
        __typename
        ... on DiscountCountries {
          countries
          includeRestOfWorld
        }
      }
    }
    ... on DiscountCodeBxgy {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      usesPerOrderLimit
      customerBuys {
        value {
          __typename
          ... on DiscountQuantity {
            quantity
          }
          ... on DiscountPurchaseAmount {
            amount
          }
        }
        items {
          __typename
        }
      }
      customerGets {
        appliesOnOneTimePurchase
        appliesOnSubscription
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
        }
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeApp {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
    }
    ... on DiscountAutomaticBasic {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticFreeShipping {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticBxgy {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticApp {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
  }

  fragment ${of}Context on DiscountContext {
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
    }
  }

  fragment ${of}Minimum on DiscountMinimumRequirement {
    __typename
    ... on DiscountMinimumQuantity {
      greaterThanOrEqualToQuantity
    }
    ... on DiscountMinimumSubtotal {
      greaterThanOrEqualToSubtotal {
        amount
      }
    }
  }
`;

/** The discounts of a store, a page at a time. */
export const readStoreDiscounts = query<
  T.ReadStoreDiscountsQuery,
  T.ReadStoreDiscountsQueryVariables
>(
  /* GraphQL */ `
    query ReadStoreDiscounts($after: String) {
      discountNodes(first: 25, after: $after, sortKey: ID) {
        nodes {
          id
          discount {
            ...StoreDiscount
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  ` + storeDiscount("Store"),
);

/** The codes of one discount, also of another app's. */
export const readStoreCodes = query<T.ReadStoreCodesQuery, T.ReadStoreCodesQueryVariables>(
  /* GraphQL */ `
    query ReadStoreCodes($id: ID!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeApp {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
        }
      }
    }

    fragment StoreCodes on DiscountRedeemCodeConnection {
      nodes {
        id
        code
        asyncUsageCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
);

/** All of both, for a bulk operation: never asked for directly. */
export const readStoreInBulk = query<T.ReadStoreInBulkQuery, T.ReadStoreInBulkQueryVariables>(
  /* GraphQL */ `
    query ReadStoreInBulk {
      discountNodes {
        edges {
          node {
            id
            discount {
              ...BulkDiscount
              ... on DiscountCodeBasic {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeFreeShipping {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeBxgy {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeApp {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  ` + storeDiscount("Bulk"),
);
