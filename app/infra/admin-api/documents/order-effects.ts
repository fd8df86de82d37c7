import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

/** What of an order decisions on cases change, as it stands. */
export const readOrderEffects = query<T.ReadOrderEffectsQuery, T.ReadOrderEffectsQueryVariables>(
  /* GraphQL */ `
    query ReadOrderEffects($id: ID!) {
      currentAppInstallation {
        app {
          id
        }
      }
      order(id: $id) {
        cancelledAt
        note
        tags
        risk {
          assessments {
            riskLevel
            provider {
              id
            }
            facts {
              description
            }
          }
        }
      }
    }
  `,
);

export const addTags = mutation<T.AddTagsMutation, T.AddTagsMutationVariables>(/* GraphQL */ `
  mutation AddTags($id: ID!, $tags: [String!]!) {
    tagsAdd(id: $id, tags: $tags) {
      userErrors {
        message
      }
    }
  }
`);

export const removeTags = mutation<T.RemoveTagsMutation, T.RemoveTagsMutationVariables>(
  /* GraphQL */ `
    mutation RemoveTags($id: ID!, $tags: [String!]!) {
      tagsRemove(id: $id, tags: $tags) {
        userErrors {
          message
        }
      }
    }
  `,
);

export const writeNote = mutation<T.WriteNoteMutation, T.WriteNoteMutationVariables>(/* GraphQL */ `
  mutation WriteNote($id: ID!, $note: String!) {
    orderUpdate(input: { id: $id, note: $note }) {
      userErrors {
        message
      }
    }
  }
`);

export const publishRisk = mutation<T.PublishRiskMutation, T.PublishRiskMutationVariables>(
  /* GraphQL */ `
    mutation PublishRisk($input: OrderRiskAssessmentCreateInput!) {
      orderRiskAssessmentCreate(orderRiskAssessmentInput: $input) {
        userErrors {
          code
          message
        }
      }
    }
  `,
);

/** What was paid is given back the way it was paid; stock returns. Carried out in the background: see `readCancellation`. */
export const cancelOrder = mutation<T.CancelOrderMutation, T.CancelOrderMutationVariables>(
  /* GraphQL */ `
    mutation CancelOrder($orderId: ID!, $staffNote: String!) {
      orderCancel(
        orderId: $orderId
        reason: STAFF
        refundMethod: { originalPaymentMethodsRefund: true }
        restock: true
        notifyCustomer: true
        staffNote: $staffNote
      ) {
        jobResult {
          id
          done
          status
          errors {
            message
          }
        }
        orderCancelUserErrors {
          message
        }
      }
    }
  `,
);

/** How a cancellation stands, by its `jobResult`'s id. */
export const readCancellation = query<T.ReadCancellationQuery, T.ReadCancellationQueryVariables>(
  /* GraphQL */ `
    query ReadCancellation($id: ID!) {
      node(id: $id) {
        ... on OrderCancelJobResult {
          id
          done
          status
          errors {
            message
          }
        }
      }
    }
  `,
);
