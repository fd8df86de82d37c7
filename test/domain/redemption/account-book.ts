import {
  entriesToBook,
  type Booked,
  type Entry,
  type Running,
} from "#app/domain/redemption/entries.ts";
import { isKnown, type OrderFacts } from "#app/domain/redemption/order-facts.ts";
import {
  disputePayload,
  orderPayload,
  refundPayload,
} from "#app/domain/redemption/order-payload.schema.ts";
import {
  readDisputedOrder,
  readOrder,
  readRefundedOrder,
} from "#app/domain/redemption/read-order.ts";
import {
  MEASURES,
  NOTHING,
  targetBalances,
  type JoinedCode,
} from "#app/domain/redemption/target.ts";
import type { OrderWebhook } from "#test/support/order-life.ts";

const NEVER_USED = "2000-01-01T00:00:00.000Z";

/** Null: it tells nothing of the order. */
export function read({ topic, payload }: OrderWebhook): OrderFacts | null {
  if (topic === "orders/edited") return null;
  if (topic === "refunds/create")
    return readRefundedOrder(refundPayload.parse(payload), "EUR", NEVER_USED);
  if (topic.startsWith("disputes/"))
    return readDisputedOrder(disputePayload.parse(payload), "EUR", NEVER_USED);
  return readOrder(orderPayload.parse(payload), "EUR", NEVER_USED);
}

export type Join = (key: string) => Pick<JoinedCode, "campaignId" | "codeId" | "frees">;

/** The entries of one order's ledger, and the order's balances as they should be: the database's part, in memory. */
export class AccountBook {
  readonly entries: Entry[] = [];

  book(facts: OrderFacts, join: Join): Entry[] {
    if (!isKnown(facts)) return [];
    const codes = facts.codes.map(({ key, discountMinor, presentmentMinor }) => ({
      key,
      discountMinor,
      isUnvalued: false,
      freedAt: null,
      presentmentMinor,
      ...join(key),
    }));
    const found = entriesToBook(targetBalances(facts, codes), this.#booked(), this.#running());
    this.entries.push(...found);
    return found;
  }

  /** Sums by account, without the accounts that come to nothing; in one fixed order. */
  sums(): Booked[] {
    return this.#booked()
      .filter((sum) => MEASURES.some((measure) => sum[measure] !== 0))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }

  #booked(): Booked[] {
    const sums = new Map<string, Booked>();
    for (const {
      key,
      campaignId,
      codeId,
      currency,
      presentmentCurrency,
      channel,
      at,
      ...of
    } of this.entries) {
      const account = { key, campaignId, codeId, currency, presentmentCurrency, channel, at };
      const sum = sums.get(JSON.stringify(account)) ?? { ...account, ...NOTHING };
      for (const measure of MEASURES) sum[measure] += of[measure];
      sums.set(JSON.stringify(account), sum);
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
