import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const findCode = query<T.FindCodeQuery, T.FindCodeQueryVariables>(/* GraphQL */ `
  query FindCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
      codeDiscount {
        __typename
        ... on DiscountCodeBasic {
          title
          tags
          status
        }
        ... on DiscountCodeFreeShipping {
          title
          tags
          status
        }
        ... on DiscountCodeBxgy {
          title
          tags
          status
        }
        ... on DiscountCodeApp {
          title
          tags
          status
        }
      }
    }
  }
`);

/** The codes of one discount, in the order they came. */
export const readRedeemCodes = query<T.ReadRedeemCodesQuery, T.ReadRedeemCodesQueryVariables>(
  /* GraphQL */ `
    query ReadRedeemCodes($id: ID!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
        }
      }
    }

    fragment RedeemCodes on DiscountRedeemCodeConnection {
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

/** What the store's code discounts are called by: the first codes of each, whoever made it. */
export const readDiscountCodes = query<T.ReadDiscountCodesQuery, T.ReadDiscountCodesQueryVariables>(
  /* GraphQL */ `
    query ReadDiscountCodes($after: String) {
      codeDiscountNodes(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {
        nodes {
          codeDiscount {
            __typename
            ... on DiscountCodeBasic {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeFreeShipping {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeBxgy {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeApp {
              codes(first: 10) {
                nodes {
                  code
                }
              }
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

/** Whose ten codes are, each exactly as it is spelt but for case. */
export const findTenCodes = query<T.FindTenCodesQuery, T.FindTenCodesQueryVariables>(/* GraphQL */ `
  query FindTenCodes(
    $a: String!
    $b: String!
    $c: String!
    $d: String!
    $e: String!
    $f: String!
    $g: String!
    $h: String!
    $i: String!
    $j: String!
  ) {
    a: codeDiscountNodeByCode(code: $a) {
      id
    }
    b: codeDiscountNodeByCode(code: $b) {
      id
    }
    c: codeDiscountNodeByCode(code: $c) {
      id
    }
    d: codeDiscountNodeByCode(code: $d) {
      id
    }
    e: codeDiscountNodeByCode(code: $e) {
      id
    }
    f: codeDiscountNodeByCode(code: $f) {
      id
    }
    g: codeDiscountNodeByCode(code: $g) {
      id
    }
    h: codeDiscountNodeByCode(code: $h) {
      id
    }
    i: codeDiscountNodeByCode(code: $i) {
      id
    }
    j: codeDiscountNodeByCode(code: $j) {
      id
    }
  }
`);

/** The codes of one discount that a search finds: those that contain its words, and perhaps more than were meant. */
export const searchRedeemCodes = query<T.SearchRedeemCodesQuery, T.SearchRedeemCodesQueryVariables>(
  /* GraphQL */ `
    query SearchRedeemCodes($id: ID!, $search: String!, $first: Int!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
        }
      }
    }

    fragment FoundCodes on DiscountRedeemCodeConnection {
      nodes {
        id
        code
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
);

export const removeCodes = mutation<T.RemoveCodesMutation, T.RemoveCodesMutationVariables>(
  /* GraphQL */ `
    mutation RemoveCodes($discountId: ID!, $ids: [ID!]!) {
      discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) {
        job {
          id
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
);

export const readJob = query<T.ReadJobQuery, T.ReadJobQueryVariables>(/* GraphQL */ `
  query ReadJob($id: ID!) {
    job(id: $id) {
      done
    }
  }
`);
