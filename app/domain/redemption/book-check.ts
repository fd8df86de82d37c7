/** An order of which Shopify and the ledger say different things. Amounts in minor units of the shop's currency. */
export type BookDifference = { order: string; what: string; shopify: number; ledger: number };

/** What was summed up on one side. Orders, revenue: of counted orders (not test, not cancelled); refunds: of all but tests. */
export type BookTotals = { orders: number; revenueMinor: number; refundMinor: number };

/**
 * Ledger, rollups and Shopify against one another. `rollupRows`: rows of rollups that are not what the ledger adds up to.
 * `shopify` and `ledger` cover the orders changed since `since`, those of the last minutes left out, because their
 * webhooks may be under way; `differences` are the first of `differing` orders.
 */
export type BookCheck = {
  rollupRows: number;
  since: string;
  currency: string;
  shopify: BookTotals;
  ledger: BookTotals;
  differing: number;
  differences: BookDifference[];
};

export function booksAgree({ rollupRows, differing }: BookCheck): boolean {
  return rollupRows === 0 && differing === 0;
}
