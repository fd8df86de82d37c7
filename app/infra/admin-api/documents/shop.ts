import { mutation, query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const readShop = query<T.ReadShopQuery, T.ReadShopQueryVariables>(/* GraphQL */ `
  query ReadShop {
    shop {
      name
      ianaTimezone
      currencyCode
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`);

/** What the merchant allowed, and what webhooks we asked for in the shop itself. */
export const readSubscriptions = query<T.ReadSubscriptionsQuery, T.ReadSubscriptionsQueryVariables>(
  /* GraphQL */ `
    query ReadSubscriptions($topics: [WebhookSubscriptionTopic!]!) {
      currentAppInstallation {
        accessScopes {
          handle
        }
      }
      webhookSubscriptions(first: 50, topics: $topics) {
        nodes {
          topic
          uri
        }
      }
    }
  `,
);

export const createSubscription = mutation<
  T.CreateSubscriptionMutation,
  T.CreateSubscriptionMutationVariables
>(/* GraphQL */ `
  mutation CreateSubscription($topic: WebhookSubscriptionTopic!, $uri: String!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
      userErrors {
        field
        message
      }
    }
  }
`);
