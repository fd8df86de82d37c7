const MINUTE = 60_000;

/**
 * Waits before each retry. Shopify promises eight over four hours, further and further apart; the single waits are
 * our guess.
 */
export const SHOPIFY_RETRY_MS: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 113].map(
  (minutes) => minutes * MINUTE,
);

/** As many retries in half a minute: enough for an app to be killed and started again. */
export const QUICK_RETRY_MS: readonly number[] = [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800];

/** Shopify's patience with an endpoint. */
export const TIMEOUT_MS = 5_000;

/** How the sender misbehaves, as Shopify now and then does. Shares are 0–1, drawn from the world's seed. */
export type DeliveryModes = {
  /** Of the webhooks that are sent twice, the second time a little later. */
  readonly duplicateShare: number;
  /** Of the duplicates that come under a webhook id of their own: only the event's id tells. */
  readonly newIdShare: number;
  /** Each webhook first waits for a random part of this: what happened together arrives in any order. */
  readonly shuffleMs: number;
  /** Every webhook waits for this. */
  readonly delayMs: number;
  /** So many attempts from now on get lost on the way: only their retries arrive. */
  readonly dropFirst: number;
  /** Topics nothing is sent of, as if nobody had subscribed: a bench adds codes by the hundred thousand. */
  readonly mute: readonly string[];
};

export const PUNCTUAL: DeliveryModes = {
  duplicateShare: 0,
  newIdShare: 0,
  shuffleMs: 0,
  delayMs: 0,
  dropFirst: 0,
  mute: [],
};
