import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";
import {
  ANY_DISCOUNT,
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
      ${CODE_DISCOUNT}
      combinesWith {
        ${COMBINES}
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
        ${BASIC_VALUE}
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeFreeShipping {
      ${CODE_DISCOUNT}
      appliesOnOneTimePurchase
      appliesOnSubscription
      combinesWith {
        ${COMBINES}
      }
      context {
        ...${of}Context
      }
      minimumRequirement {
        ...${of}Minimum
      }
      ${SHIPPING}
    }
    ... on DiscountCodeBxgy {
      ${CODE_DISCOUNT}
      combinesWith {
        ${COMBINES}
      }
      context {
        ...${of}Context
      }
      usesPerOrderLimit
      customerBuys {
        ${BUYS_VALUE}
        items {
          __typename
        }
      }
      customerGets {
        appliesOnOneTimePurchase
        appliesOnSubscription
        ${GETS_VALUE}
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeApp {
      ${APP_DISCOUNT}
    }
    ... on DiscountAutomaticBasic {
      ${ANY_DISCOUNT}
    }
    ... on DiscountAutomaticFreeShipping {
      ${ANY_DISCOUNT}
    }
    ... on DiscountAutomaticBxgy {
      ${ANY_DISCOUNT}
    }
    ... on DiscountAutomaticApp {
      ${ANY_DISCOUNT}
    }
  }

  fragment ${of}Context on DiscountContext {
    ${CONTEXT}
  }

  fragment ${of}Minimum on DiscountMinimumRequirement {
    ${MINIMUM}
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
