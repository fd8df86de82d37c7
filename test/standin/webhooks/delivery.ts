/** One webhook: what is sent, where, and what became of it. Copies and retries share everything but their attempts. */
export type Delivery = {
  /** `X-Shopify-Webhook-Id`. */
  readonly id: string;
  /** `X-Shopify-Event-Id`: one for all webhooks of one action. */
  readonly eventId: string;
  readonly topic: string;
  readonly shop: string;
  readonly apiVersion: string;
  readonly url: string;
  /** Signed and sent as it is, also years later. */
  readonly body: string;
  readonly triggeredAt: Date;
  readonly attempts: readonly Attempt[];
  readonly state: DeliveryState;
};

/** `dead` after the last retry failed. A delivered one stays so, whatever copies of it meet. */
export type DeliveryState = "pending" | "delivered" | "dead";

export type Attempt = {
  /** Real time, not the world's. */
  readonly at: Date;
  readonly kind: "first" | "retry" | "copy" | "resend";
  /** The HTTP status, or why there was none, such as `timeout` or `ECONNREFUSED`. */
  readonly result: number | string;
  readonly ms: number;
};
