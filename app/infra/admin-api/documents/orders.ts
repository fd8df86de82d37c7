import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

/** Orders as lists have them: enough to tell which are not known as they are. */
export const readOrderHeads = query<T.ReadOrderHeadsQuery, T.ReadOrderHeadsQueryVariables>(
  /* GraphQL */ `
    query ReadOrderHeads($query: String, $after: String) {
      orders(first: 50, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          name
          updatedAt
          cancelledAt
          test
          displayFinancialStatus
          totalPriceSet {
            shopMoney {
              amount
            }
          }
          totalRefundedSet {
            shopMoney {
              amount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

export const countOrders = query<T.CountOrdersQuery, T.CountOrdersQueryVariables>(/* GraphQL */ `
  query CountOrders($query: String) {
    ordersCount(query: $query, limit: null) {
      count
    }
  }
`);

/** Whole orders, as their webhooks tell them. */
export const readOrders = query<T.ReadOrdersQuery, T.ReadOrdersQueryVariables>(/* GraphQL */ `
  query ReadOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Order {
        name
        createdAt
        updatedAt
        cancelledAt
        test
        email
        phone
        sourceName
        currencyCode
        presentmentCurrencyCode
        displayFinancialStatus
        discountCodes
        customer {
          id
        }
        totalPriceSet {
          ...Bag
        }
        totalDiscountsSet {
          ...Bag
        }
        lineItems(first: 60) {
          nodes {
            discountAllocations {
              ...Allocation
            }
          }
        }
        shippingLines(first: 5) {
          nodes {
            discountAllocations {
              ...Allocation
            }
          }
        }
        refunds {
          id
          createdAt
          totalRefundedSet {
            ...Bag
          }
        }
      }
    }
  }
  fragment Bag on MoneyBag {
    shopMoney {
      amount
    }
    presentmentMoney {
      amount
    }
  }
  fragment Allocation on DiscountAllocation {
    allocatedAmountSet {
      ...Bag
    }
    discountApplication {
      __typename
      ... on DiscountCodeApplication {
        code
      }
    }
  }
`);

/** The same of all orders, for a bulk operation: never asked for directly. The time in it is put in place of 1970. */
export const readOrdersInBulk = query<T.ReadOrdersInBulkQuery, T.ReadOrdersInBulkQueryVariables>(
  /* GraphQL */ `
    query ReadOrdersInBulk {
      orders(query: "updated_at:>='1970-01-01T00:00:00.000Z'", sortKey: UPDATED_AT) {
        edges {
          node {
            id
            name
            createdAt
            updatedAt
            cancelledAt
            test
            email
            phone
            sourceName
            currencyCode
            presentmentCurrencyCode
            displayFinancialStatus
            discountCodes
            customer {
              id
            }
            totalPriceSet {
              ...BulkBag
            }
            totalDiscountsSet {
              ...BulkBag
            }
            lineItems {
              edges {
                node {
                  id
                  discountAllocations {
                    ...BulkAllocation
                  }
                }
              }
            }
            shippingLines {
              edges {
                node {
                  id
                  discountAllocations {
                    ...BulkAllocation
                  }
                }
              }
            }
            refunds {
              id
              createdAt
              totalRefundedSet {
                ...BulkBag
              }
            }
          }
        }
      }
    }
    fragment BulkBag on MoneyBag {
      shopMoney {
        amount
      }
      presentmentMoney {
        amount
      }
    }
    fragment BulkAllocation on DiscountAllocation {
      allocatedAmountSet {
        ...BulkBag
      }
      discountApplication {
        __typename
        ... on DiscountCodeApplication {
          code
        }
      }
    }
  `,
);
