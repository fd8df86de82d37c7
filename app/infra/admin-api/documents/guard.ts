import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const findGuard = query<T.FindGuardQuery, T.FindGuardQueryVariables>(/* GraphQL */ `
  query FindGuard {
    discountNodes(first: 50, query: "method:automatic type:app") {
      nodes {
        id
        discount {
          __typename
          ... on DiscountAutomaticApp {
            title
            status
          }
        }
      }
    }
  }
`);

export const createGuard = mutation<T.CreateGuardMutation, T.CreateGuardMutationVariables>(
  /* GraphQL */ `
    mutation CreateGuard($input: DiscountAutomaticAppInput!) {
      discountAutomaticAppCreate(automaticAppDiscount: $input) {
        automaticAppDiscount {
          discountId
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

export const setMetafields = mutation<T.SetMetafieldsMutation, T.SetMetafieldsMutationVariables>(
  /* GraphQL */ `
    mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) {
        metafields {
          compareDigest
          key
          owner {
            ... on Node {
              id
            }
          }
        }
        userErrors {
          field
          code
          message
          elementIndex
        }
      }
    }
  `,
);

export const readStandingDigests = query<
  T.ReadStandingDigestsQuery,
  T.ReadStandingDigestsQueryVariables
>(/* GraphQL */ `
  query ReadStandingDigests($ids: [ID!]!, $namespace: String!, $key: String!) {
    nodes(ids: $ids) {
      id
      ... on Customer {
        metafield(namespace: $namespace, key: $key) {
          value
          compareDigest
        }
      }
    }
  }
`);
