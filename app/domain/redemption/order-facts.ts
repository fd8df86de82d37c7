/**
 * A code as an order carries it. `discountMinor` is what it took off, in the shop's currency; 0 means entered, not
 * redeemed. `presentmentMinor` is the same in the currency the shopper paid in. `isUnvalued`: the body says nowhere what
 * it took off (no webhook of Shopify's is so silent, a past order may be); then it counts as redeemed.
 */
export type OrderCode = {
  code: string;
  key: string;
  discountMinor: number;
  presentmentMinor: number;
  isUnvalued?: true;
};

/**
 * Money given back on an order, in the currency it was given back in: the shop's, or the shopper's. `id` is Shopify's,
 * so the same refund in two webhooks is one.
 */
export type OrderRefund = { id: string; at: string; amountMinor: number; currency: string };

/** A payment that the shopper's bank disputes. `type` and `status` are Shopify's: chargeback or inquiry; won, lost … */
export type OrderDispute = { id: string; at: string; type: string; status: string };

/** What the shopper saw: the same order in the currency of the checkout. */
export type Presentment = { currency: string; totalMinor: number; discountMinor: number };

/**
 * What is known of one order, whatever webhooks told it. Instants are ISO 8601 in UTC so that they compare as text.
 *
 * - `version`: Shopify's `updated_at` of the newest snapshot; a refund that came before any snapshot has `UNKNOWN`.
 * - `currency`, `totalMinor`, `discountMinor`: the shop's currency.
 * - `paidAt`, `expiredAt`: the earliest version at which the order was seen so.
 * - `channel`: where it was placed, by Shopify's `source_name` ("web", "pos", the id of an app).
 */
export type OrderFacts = {
  id: string;
  name: string;
  placedAt: string;
  version: string;
  currency: string;
  totalMinor: number;
  discountMinor: number;
  presentment: Presentment;
  channel: string | null;
  financialStatus: string;
  test: boolean;
  cancelledAt: string | null;
  paidAt: string | null;
  expiredAt: string | null;
  codes: OrderCode[];
  refunds: OrderRefund[];
  disputes: OrderDispute[];
  customerId: string | null;
};

/** The version of an order of which only a refund or a dispute is known: older than every snapshot. */
export const UNKNOWN = "1970-01-01T00:00:00.000Z";

/** Who an order says the shopper is. Never stored as it stands: only keyed hashes are. */
export type OrderIdentities = {
  customerId: string | null;
  email: string | null;
  phone: string | null;
};

export function isKnown(facts: OrderFacts): boolean {
  return facts.version !== UNKNOWN;
}
