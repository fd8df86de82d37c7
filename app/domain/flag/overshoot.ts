import type { Limit } from "../policy/limit.ts";
import { periodOf } from "../policy/period.ts";
import type { OvershootEvidence } from "./summary.ts";

/** One use that still counts, by one person, of one campaign. `day` is shop-local. */
export type CountedUse = {
  orderId: string;
  orderName: string;
  code: string;
  codeKey: string;
  placedAt: string;
  day: string;
};

export type Overshoot = { orderId: string; codeKey: string; evidence: OvershootEvidence };

/**
 * The uses beyond a campaign's limit per customer, each with the orders that count before it.
 *
 * Catches: orders that slipped past the guard because two checkouts were open at once, or because the guard could not
 * know the shopper yet. Whom it wrongly catches: people who share an e-mail address or a customer account.
 * Judged in the order the orders were placed, never in the order we heard of them.
 */
export function findOvershoots(limit: Limit, uses: readonly CountedUse[]): Overshoot[] {
  const inOrder = [...uses].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const byPeriod = new Map<string, CountedUse[]>();
  const found: Overshoot[] = [];
  for (const use of inOrder) {
    const period = periodOf(limit.window, use.day);
    if (!period) continue;
    const counted = byPeriod.get(period.key) ?? [];
    counted.push(use);
    byPeriod.set(period.key, counted);
    if (counted.length > limit.perCustomer) {
      found.push({
        orderId: use.orderId,
        codeKey: use.codeKey,
        evidence: evidence(limit, period.key, counted),
      });
    }
  }
  return found;
}

/** The latest orders tell the story; a ring of hundreds would only fill the page. */
const ORDERS_SHOWN = 20;

function evidence(limit: Limit, period: string, counted: readonly CountedUse[]): OvershootEvidence {
  return {
    limit: limit.perCustomer,
    window: limit.window,
    period,
    orders: counted.slice(-ORDERS_SHOWN).map((use) => ({
      orderId: use.orderId,
      name: use.orderName,
      placedAt: use.placedAt,
      code: use.code,
    })),
  };
}

function idOf(use: CountedUse): string {
  return `${use.placedAt} ${use.orderId.padStart(20, "0")} ${use.codeKey}`;
}
