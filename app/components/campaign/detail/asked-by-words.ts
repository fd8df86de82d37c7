/** Who or what asked for a sync, as a sentence goes on: "by Olive Owner", "after a change in Shopify". */
const OTHERS: Readonly<Record<string, string>> = {
  webhook: "after a change in Shopify",
  sweep: "after a regular look at Shopify",
  orders: "because uses were freed",
  budget: "because its cap was reached",
  schedule: "as scheduled",
  erasure: "because its only customer was erased",
};

export function askedByWords(askedBy: string): string {
  return Object.hasOwn(OTHERS, askedBy) ? (OTHERS[askedBy] ?? "") : `by ${askedBy}`;
}
