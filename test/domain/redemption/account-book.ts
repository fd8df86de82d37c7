import {
  entriesToBook,
  type Booked,
  type Entry,
  type Running,
} from "#app/domain/redemption/entries.ts";
import { isKnown, type OrderFacts } from "#app/domain/redemption/order-facts.ts";
import { orderPayload, refundPayload } from "#app/domain/redemption/order-payload.schema.ts";
import { readOrder, readRefundedOrder } from "#app/domain/redemption/read-order.ts";
import { targetBalances, type JoinedCode } from "#app/domain/redemption/target.ts";
import type { OrderWebhook } from "#test/support/order-life.ts";

const NEVER_USED = "2000-01-01T00:00:00.000Z";

export function read({ topic, payload }: OrderWebhook): OrderFacts {
  return topic === "refunds/create"
    ? readRefundedOrder(refundPayload.parse(payload), "EUR", NEVER_USED)
    : readOrder(orderPayload.parse(payload), "EUR", NEVER_USED);
}

export const dayOf = (instant: string) => instant.slice(0, 10);

export type Join = (key: string) => Pick<JoinedCode, "campaignId" | "codeId" | "frees">;

/** The entries of one order's ledger, and the order's balances as they should be: the database's part, in memory. */
export class AccountBook {
  readonly entries: Entry[] = [];

  book(facts: OrderFacts, join: Join): Entry[] {
    if (!isKnown(facts)) return [];
    const codes = facts.codes.map(({ key, discountMinor }) => ({
      key,
      discountMinor,
      ...join(key),
    }));
    const found = entriesToBook(
      targetBalances(facts, codes, dayOf),
      this.#booked(),
      this.#running(),
      facts.version,
    );
    this.entries.push(...found);
    return found;
  }

  /** Sums by account, without the accounts that come to nothing; in one fixed order. */
  sums(): Booked[] {
    return this.#booked()
      .filter(({ redemptions, reversals, revenueMinor, discountMinor, refundMinor }) =>
        [redemptions, reversals, revenueMinor, discountMinor, refundMinor].some(
          (each) => each !== 0,
        ),
      )
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }

  #booked(): Booked[] {
    const sums = new Map<string, Booked>();
    for (const { key, campaignId, codeId, day, ...of } of this.entries) {
      const id = JSON.stringify([key, campaignId, codeId, day]);
      const sum = sums.get(id);
      sums.set(id, {
        key,
        campaignId,
        codeId,
        day,
        redemptions: (sum?.redemptions ?? 0) + of.redemptions,
        reversals: (sum?.reversals ?? 0) + of.reversals,
        revenueMinor: (sum?.revenueMinor ?? 0) + of.revenueMinor,
        discountMinor: (sum?.discountMinor ?? 0) + of.discountMinor,
        refundMinor: (sum?.refundMinor ?? 0) + of.refundMinor,
      });
    }
    return [...sums.values()];
  }

  #running(): Running[] {
    const byKey = Map.groupBy(this.entries, ({ key }) => key);
    return [...byKey].map(([key, entries]) => ({
      key,
      sequence: entries.length,
      uses: entries.reduce((sum, { uses }) => sum + uses, 0),
      redeemedBefore: entries.some(({ kind }) => kind === "redemption"),
    }));
  }
}
