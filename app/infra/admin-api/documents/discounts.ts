import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";
import {
  APP_DISCOUNT,
  BASIC_VALUE,
  BUYS_VALUE,
  CODE_DISCOUNT,
  COMBINES,
  CONTEXT,
  GETS_VALUE,
  MINIMUM,
  SHIPPING,
} from "./discount-fields.ts";

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
          ${CODE_DISCOUNT}
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
            ${BASIC_VALUE}
            items {
              ...Items
            }
          }
        }
        ... on DiscountCodeFreeShipping {
          ${CODE_DISCOUNT}
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          minimumRequirement {
            ...Minimum
          }
          ${SHIPPING}
        }
        ... on DiscountCodeBxgy {
          ${CODE_DISCOUNT}
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          usesPerOrderLimit
          customerBuys {
            ${BUYS_VALUE}
            items {
              ...Items
            }
          }
          customerGets {
            ${GETS_VALUE}
            items {
              ...Items
            }
          }
        }
        ... on DiscountCodeApp {
          ${APP_DISCOUNT}
        }
      }
    }
  }

  fragment Combines on DiscountCombinesWith {
    ${COMBINES}
  }

  fragment Context on DiscountContext {
    ${CONTEXT}
  }

  fragment Minimum on DiscountMinimumRequirement {
    ${MINIMUM}
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
