/** A code as an order carries it. `discountMinor` is what it took off; 0 means entered, not redeemed. */
export type OrderCode = { code: string; key: string; discountMinor: number };

/** Money given back on an order. `id` is Shopify's, so the same refund in two webhooks is one. */
export type OrderRefund = { id: string; at: string; amountMinor: number };

/**
 * What is known of one order, whatever webhooks told it. Instants are ISO 8601 in UTC so that they compare as text.
 *
 * - `version`: Shopify's `updated_at` of the newest snapshot; a refund that came before any snapshot has `UNKNOWN`.
 * - `paidAt`, `expiredAt`: the earliest version at which the order was seen so.
 */
export type OrderFacts = {
  id: string;
  name: string;
  placedAt: string;
  version: string;
  currency: string;
  totalMinor: number;
  discountMinor: number;
  financialStatus: string;
  test: boolean;
  cancelledAt: string | null;
  paidAt: string | null;
  expiredAt: string | null;
  codes: OrderCode[];
  refunds: OrderRefund[];
  customerId: string | null;
};

/** The version of an order of which only a refund is known: older than every snapshot. */
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
