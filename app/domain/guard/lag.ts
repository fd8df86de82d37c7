/**
 * How long it takes from an order's payment (or, unpaid, its placing) until the customer's standing says so at checkout:
 * of each customer the last time in the last seven days. `median` and `p95` in milliseconds, null without any.
 * `waiting`: customers whose standing is yet to be written; `failed`: those whose Shopify refused.
 */
export type StandingLag = {
  customers: number;
  median: number | null;
  p95: number | null;
  waiting: number;
  failed: number;
};
