export type WebhookSubscription = {
  readonly id: number;
  /** REST form: `orders/create`. */
  readonly topic: string;
  /** As in the TOML: a full address, or a path below the app's address of the moment. */
  readonly uri: string;
  /** Scopes the topic needs that may be missing (an optional scope): not delivered until granted. */
  readonly needsScopes: readonly string[];
  readonly compliance: boolean;
};

export type DeliveryAttempt = {
  readonly at: number;
  readonly ms: number;
  /** HTTP status, or what went wrong. */
  readonly status: number | "timeout" | "refused" | "dropped";
};

export type Delivery = {
  /** `X-Shopify-Webhook-Id`: the same on every retry. */
  readonly id: string;
  /** `X-Shopify-Event-Id`: shared by all webhooks one action causes. */
  readonly eventId: string;
  readonly shop: string;
  readonly topic: string;
  readonly uri: string;
  readonly apiVersion: string;
  readonly triggeredAt: number;
  /** The body's bytes as they are sent, the same on every retry. */
  readonly body: string;
  readonly attempts: DeliveryAttempt[];
  state: "queued" | "delivered" | "gave-up";
};
