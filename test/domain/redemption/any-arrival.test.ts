import fc from "fast-check";
import { expect, test } from "vitest";

import { mergeFacts } from "#app/domain/redemption/merge-facts.ts";
import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import type { Frees } from "#app/domain/redemption/target.ts";
import { delivered, orderLife, type OrderWebhook } from "#test/support/order-life.ts";
import { AccountBook, read, type Join } from "./account-book.ts";

const frees = fc.record({
  cancel: fc.boolean(),
  fullRefund: fc.boolean(),
  partialRefund: fc.boolean(),
  chargeback: fc.boolean(),
  expiry: fc.boolean(),
});
const CODES = ["SUMMER26", "summer26", "XMAS26-BCDF", "OTHERS10"];

const life = orderLife({
  orderId: 4_711,
  codes: CODES,
  shoppers: [
    { customerId: 7, email: "a@example.com", phone: null },
    { customerId: null, email: "b@example.com", phone: null },
  ],
  from: Date.parse("2026-03-20T00:00:00Z"),
});

const arrival = life.chain((told) =>
  fc.record({ told: fc.constant(told), arrived: delivered(told), frees }),
);

/** Two codes of one campaign, one of another's (or nobody's). */
const joinWith =
  (free: Frees): Join =>
  (key) =>
    key === "OTHERS10"
      ? { campaignId: null, codeId: null, frees: free }
      : { campaignId: "c1", codeId: key, frees: free };

const factsOf = (told: readonly OrderWebhook[]) => told.map(read).filter((facts) => facts !== null);
const mergeAll = (facts: readonly OrderFacts[]) => facts.reduce((a, b) => mergeFacts(a, b));

test("whatever order webhooks come in, and how often, the ledger says the same", () => {
  fc.assert(
    fc.property(arrival, ({ told, arrived, frees }) => {
      const join = joinWith(frees);
      const ideal = new AccountBook();
      ideal.book(mergeAll(factsOf(told)), join);

      const book = new AccountBook();
      let known: OrderFacts | undefined;
      for (const webhook of arrived) {
        const facts = read(webhook);
        if (!facts) continue;
        known = known ? mergeFacts(known, facts) : facts;
        book.book(known, join);
      }
      expect(book.sums()).toEqual(ideal.sums());
      expect(known && book.book(known, join)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("an order and code count once: totals stay 0 or 1, entries are numbered without gaps, one is the redemption", () => {
  fc.assert(
    fc.property(arrival, ({ arrived, frees }) => {
      const book = new AccountBook();
      let known: OrderFacts | undefined;
      for (const webhook of arrived) {
        const facts = read(webhook);
        if (!facts) continue;
        known = known ? mergeFacts(known, facts) : facts;
        book.book(known, joinWith(frees));
      }
      for (const [, entries] of Map.groupBy(book.entries, ({ key }) => key)) {
        let uses = 0;
        entries.forEach((entry, index) => {
          uses += entry.uses;
          expect(entry.sequence).toBe(index + 1);
          expect(entry.usesAfter).toBe(uses);
          expect([0, 1]).toContain(uses);
        });
        expect(entries.filter(({ kind }) => kind === "redemption").length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("a code that finds its campaign later moves there whole, and back again, without counting twice", () => {
  fc.assert(
    fc.property(arrival, ({ told, arrived, frees }) => {
      const facts = mergeAll(factsOf(told));
      const nobody: Join = () => ({ campaignId: null, codeId: null, frees });
      const joined = joinWith(frees);

      const moved = new AccountBook();
      const [first = facts] = factsOf(arrived);
      moved.book(first, nobody);
      moved.book(facts, nobody);
      moved.book(facts, joined);
      const direct = new AccountBook();
      direct.book(facts, joined);
      expect(moved.sums()).toEqual(direct.sums());

      moved.book(facts, nobody);
      const undone = new AccountBook();
      undone.book(facts, nobody);
      expect(moved.sums()).toEqual(undone.sums());
      expect(moved.entries.every(({ usesAfter }) => usesAfter === 0 || usesAfter === 1)).toBe(true);
    }),
  );
});
