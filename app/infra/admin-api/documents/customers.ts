import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const readSegments = query<T.ReadSegmentsQuery, T.ReadSegmentsQueryVariables>(/* GraphQL */ `
  query ReadSegments($after: String) {
    segments(first: 100, after: $after) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What a segment promises of its customers, in Shopify's segment language. */
export const readSegmentQuery = query<T.ReadSegmentQuery, T.ReadSegmentQueryVariables>(
  /* GraphQL */ `
    query ReadSegment($id: ID!) {
      segment(id: $id) {
        query
      }
    }
  `,
);

export const readSegmentMembers = query<
  T.ReadSegmentMembersQuery,
  T.ReadSegmentMembersQueryVariables
>(/* GraphQL */ `
  query ReadSegmentMembers($segmentId: ID!, $after: String) {
    customerSegmentMembers(segmentId: $segmentId, first: 250, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The customers who fit best what somebody typed: a name, an e-mail address or a phone number. */
export const findCustomers = query<T.FindCustomersQuery, T.FindCustomersQueryVariables>(
  /* GraphQL */ `
    query FindCustomers($text: String!) {
      customers(first: 10, query: $text) {
        nodes {
          id
          displayName
          defaultEmailAddress {
            emailAddress
          }
        }
      }
    }
  `,
);

/** A customer as the checkout's function sees them: with Shopify's count of their orders. */
export const readShopper = query<T.ReadShopperQuery, T.ReadShopperQueryVariables>(/* GraphQL */ `
  query ReadShopper($id: ID!) {
    customer(id: $id) {
      id
      displayName
      numberOfOrders
    }
  }
`);

/** The customers a search finds, page by page. */
export const readCustomers = query<T.ReadCustomersQuery, T.ReadCustomersQueryVariables>(
  /* GraphQL */ `
    query ReadCustomers($search: String!, $after: String) {
      customers(first: 250, query: $search, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

/** Every customer with their e-mail and phone, page by page. */
export const readAccounts = query<T.ReadAccountsQuery, T.ReadAccountsQueryVariables>(/* GraphQL */ `
  query ReadAccounts($after: String) {
    customers(first: 250, after: $after) {
      nodes {
        id
        defaultEmailAddress {
          emailAddress
        }
        defaultPhoneNumber {
          phoneNumber
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
