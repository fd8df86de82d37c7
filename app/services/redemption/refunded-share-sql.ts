/**
 * The share of an order `o` that was paid back, 0 to 1: an order of which a third was refunded has cost two thirds of its
 * discount. SQL of the amount paid back (numeric, minor units of the shop's currency) in, SQL out.
 */
export function refundedShare(refunded: string): string {
  return `LEAST(1, COALESCE(${refunded} / NULLIF(o.total_minor, 0), 0))`;
}
