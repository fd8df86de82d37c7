import type { Evidence, OwnerMatch } from "./signal.ts";

/** What a comparison with people of a list rests on: one of their own orders, or what the list has of them. */
export function matchEvidence({ orderId, shares }: OwnerMatch): Evidence {
  return orderId === null
    ? { orders: [], numbers: {}, listed: shares }
    : { orders: [{ orderId, shares }], numbers: {} };
}
