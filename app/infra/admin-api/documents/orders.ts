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
