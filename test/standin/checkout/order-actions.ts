/** What happens to an order after it was placed; each sends the webhooks Shopify would. `at` is on the shop's clock. */
export type OrderActions = {
  readonly cancel: (orderId: string, at: Date) => Promise<void>;
  /** Everything that was paid goes back. */
  readonly refund: (orderId: string, at: Date) => Promise<void>;
  readonly markPaid: (orderId: string, at: Date) => Promise<void>;
  /** A pending order whose money never came. */
  readonly expire: (orderId: string, at: Date) => Promise<void>;
};
