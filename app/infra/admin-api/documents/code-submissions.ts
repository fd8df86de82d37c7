import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const addCodes = mutation<T.AddCodesMutation, T.AddCodesMutationVariables>(/* GraphQL */ `
  mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
    discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
      bulkCreation {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

/** How several submissions stand, each at a point. */
export const readCodeCreations = query<T.ReadCodeCreationsQuery, T.ReadCodeCreationsQueryVariables>(
  /* GraphQL */ `
    query ReadCodeCreations($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on DiscountRedeemCodeBulkCreation {
          done
          failedCount
        }
      }
    }
  `,
);

/** Whose the first and the last code of a submission are, whose answer was lost. */
export const findCodes = query<T.FindCodesQuery, T.FindCodesQueryVariables>(/* GraphQL */ `
  query FindCodes($first: String!, $last: String!) {
    first: codeDiscountNodeByCode(code: $first) {
      id
    }
    last: codeDiscountNodeByCode(code: $last) {
      id
    }
  }
`);

/** What became of each code. Costs hundreds of points: asked only when some code failed. */
export const readCodeResults = query<T.ReadCodeResultsQuery, T.ReadCodeResultsQueryVariables>(
  /* GraphQL */ `
    query ReadCodeResults($id: ID!) {
      discountRedeemCodeBulkCreation(id: $id) {
        codes(first: 250) {
          nodes {
            code
            discountRedeemCode {
              id
            }
            errors {
              message
            }
          }
        }
      }
    }
  `,
);
