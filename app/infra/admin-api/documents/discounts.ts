import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

/** What things chosen for a discount are called; null for what is not there (any more). */
export const nameChosen = query<T.NameChosenQuery, T.NameChosenQueryVariables>(/* GraphQL */ `
  query NameChosen($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Product {
        title
      }
      ... on ProductVariant {
        displayName
        product {
          id
        }
      }
      ... on Collection {
        title
      }
      ... on Customer {
        displayName
      }
    }
  }
`);

/**
 * Everything discounts say that we compare. Of products, variants and collections the first 50: a discount on more is
 * left as it is there.
 */
export const readDiscount = query<T.ReadDiscountQuery, T.ReadDiscountQueryVariables>(/* GraphQL */ `
  query ReadDiscount($id: ID!) {
    codeDiscountNode(id: $id) {
      id
      codeDiscount {
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
            ...Combines
          }
          context {
            ...Context
          }
          minimumRequirement {
            ...Minimum
          }
          customerGets {
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
              ...Items
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
          tags
          createdAt
          updatedAt
          asyncUsageCount
          codesCount {
            count
          }
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          minimumRequirement {
            ...Minimum
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
            ...Combines
          }
          context {
            ...Context
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
              ...Items
            }
          }
          customerGets {
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
              ...Items
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
      }
    }
  }

  fragment Combines on DiscountCombinesWith {
    orderDiscounts
    productDiscounts
    shippingDiscounts
  }

  fragment Context on DiscountContext {
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

  fragment Minimum on DiscountMinimumRequirement {
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

  fragment Items on DiscountItems {
    __typename
    ... on DiscountProducts {
      products(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
      productVariants(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    ... on DiscountCollections {
      collections(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** How several discounts stand, in short: null for one that is gone. */
export const lookAtDiscounts = query<T.LookAtDiscountsQuery, T.LookAtDiscountsQueryVariables>(
  /* GraphQL */ `
    query LookAtDiscounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on DiscountCodeNode {
          id
          codeDiscount {
            ... on DiscountCodeBasic {
              updatedAt
              codesCount {
                count
              }
            }
            ... on DiscountCodeFreeShipping {
              updatedAt
              codesCount {
                count
              }
            }
            ... on DiscountCodeBxgy {
              updatedAt
              codesCount {
                count
              }
            }
          }
        }
      }
    }
  `,
);

/** The discounts somebody changed since, the longest ago first. */
export const readChangedDiscounts = query<
  T.ReadChangedDiscountsQuery,
  T.ReadChangedDiscountsQueryVariables
>(/* GraphQL */ `
  query ReadChangedDiscounts($query: String!, $after: String) {
    discountNodes(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
