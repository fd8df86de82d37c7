import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const runBulkQuery = mutation<T.RunBulkQueryMutation, T.RunBulkQueryMutationVariables>(
  /* GraphQL */ `
    mutation RunBulkQuery($query: String!, $groupObjects: Boolean!) {
      bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
        bulkOperation {
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

export const readBulkOperation = query<T.ReadBulkOperationQuery, T.ReadBulkOperationQueryVariables>(
  /* GraphQL */ `
    query ReadBulkOperation($id: ID!) {
      bulkOperation(id: $id) {
        id
        status
        errorCode
        objectCount
        fileSize
        url
      }
    }
  `,
);

/** Bulk operations of this app in a store. */
export const findBulkOperations = query<
  T.FindBulkOperationsQuery,
  T.FindBulkOperationsQueryVariables
>(/* GraphQL */ `
  query FindBulkOperations($query: String!) {
    bulkOperations(first: 50, query: $query) {
      nodes {
        id
        status
        query
      }
    }
  }
`);

export const cancelBulkOperation = mutation<
  T.CancelBulkOperationMutation,
  T.CancelBulkOperationMutationVariables
>(/* GraphQL */ `
  mutation CancelBulkOperation($id: ID!) {
    bulkOperationCancel(id: $id) {
      userErrors {
        field
        message
      }
    }
  }
`);
