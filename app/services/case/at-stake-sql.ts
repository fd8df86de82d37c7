import { refundedShare } from "../redemption/refunded-share-sql.ts";

const REFUNDED = `(
  SELECT sum(r.refund_minor)::numeric FROM ledger_entry r
  WHERE r.shop_id = o.shop_id AND r.order_id = o.id AND r.code_key = '')`;

/**
 * What of an amount taken off an order `o` is at stake: less the share of the order that was paid back, and nothing where it
 * was cancelled. In whole minor units; SQL of `amount` in, SQL out.
 */
export function atStake(amount: string): string {
  return `CASE WHEN o.cancelled_at IS NULL THEN round(${amount} * (1 - ${refundedShare(REFUNDED)})) ELSE 0 END`;
}
