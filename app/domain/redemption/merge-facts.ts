import type { OrderDispute, OrderFacts, OrderRefund } from "./order-facts.ts";

/**
 * Joins two accounts of one order. Commutative, associative and idempotent, so webhooks may come in any order and any
 * number of times: the newest snapshot speaks for the order, refunds and disputes are united, and "first seen" instants
 * keep the earliest. Of two different snapshots with one version the one that is further along its life wins.
 */
export function mergeFacts(a: OrderFacts, b: OrderFacts): OrderFacts {
  const newest = precedes(a, b) ? b : a;
  return {
    ...newest,
    cancelledAt: earliest(a.cancelledAt, b.cancelledAt),
    paidAt: earliest(a.paidAt, b.paidAt),
    expiredAt: earliest(a.expiredAt, b.expiredAt),
    refunds: unite(a.refunds, b.refunds, saysMore),
    disputes: unite(a.disputes, b.disputes, isFurther),
  };
}

/** How far along its life an order with this status is. */
const PROGRESS: readonly string[] = [
  "pending",
  "authorized",
  "expired",
  "voided",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
];

/** Whether `b` is the newer of two accounts of one order. */
export function precedes(a: OrderFacts, b: OrderFacts): boolean {
  if (a.version !== b.version) return a.version < b.version;
  const progress = PROGRESS.indexOf(a.financialStatus) - PROGRESS.indexOf(b.financialStatus);
  if (progress !== 0) return progress < 0;
  // Same moment, same status, different content: any fixed choice keeps the merge independent of arrival.
  return snapshotText(a) < snapshotText(b);
}

function snapshotText(facts: OrderFacts): string {
  const { name, placedAt, currency, totalMinor, discountMinor, financialStatus, test, customerId } =
    facts;
  // Field by field: the database gives objects back with their keys in another order.
  const { presentment, channel } = facts;
  return JSON.stringify([
    totalMinor,
    discountMinor,
    facts.codes.map((code) => [
      ...[code.code, code.key, code.discountMinor, code.presentmentMinor],
      code.isUnvalued ?? false,
    ]),
    customerId,
    placedAt,
    name,
    currency,
    financialStatus,
    test,
    [presentment.currency, presentment.totalMinor, presentment.discountMinor],
    channel,
  ]);
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function unite<T extends { id: string; at: string }>(
  a: readonly T[],
  b: readonly T[],
  isLater: (a: T, b: T) => boolean,
): T[] {
  const byId = new Map<string, T>();
  for (const each of [...a, ...b]) {
    const known = byId.get(each.id);
    if (!known || isLater(each, known)) byId.set(each.id, each);
  }
  return [...byId.values()].sort((x, y) => (x.at + x.id < y.at + y.id ? -1 : 1));
}

/** A refund's transactions may still be under way when we first hear of it: the larger amount is the later one. */
function saysMore(a: OrderRefund, b: OrderRefund): boolean {
  if (a.amountMinor !== b.amountMinor) return a.amountMinor > b.amountMinor;
  return a.at !== b.at ? a.at < b.at : a.currency < b.currency;
}

/** How far a dispute has come. Its webhooks carry no version; what is decided stays so. */
const DISPUTE: readonly string[] = [
  "needs_response",
  "under_review",
  "charge_refunded",
  "accepted",
  "lost",
  "won",
];

function isFurther(a: OrderDispute, b: OrderDispute): boolean {
  const far = DISPUTE.indexOf(a.status) - DISPUTE.indexOf(b.status);
  return far !== 0 ? far > 0 : `${a.at} ${a.type} ${a.status}` < `${b.at} ${b.type} ${b.status}`;
}
