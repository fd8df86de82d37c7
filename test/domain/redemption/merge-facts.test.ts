import fc from "fast-check";
import { expect, test } from "vitest";

import { mergeFacts, precedes } from "#app/domain/redemption/merge-facts.ts";
import { UNKNOWN, type OrderCode, type OrderFacts } from "#app/domain/redemption/order-facts.ts";

const day = fc.integer({ min: 1, max: 4 }).map((n) => `2026-03-0${n}T00:00:00.000Z`);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

// Few values of everything, so that versions tie and contents differ in every way.
const facts: fc.Arbitrary<OrderFacts> = fc.record({
  id: fc.constant("1"),
  name: fc.constantFrom("#1", "#2"),
  placedAt: day,
  version: fc.oneof(day, fc.constant(UNKNOWN)),
  currency: fc.constantFrom("EUR", "USD"),
  totalMinor: fc.constantFrom(100, 200),
  discountMinor: fc.constantFrom(0, 10),
  financialStatus: fc.constantFrom(
    "pending",
    "paid",
    "expired",
    "voided",
    "refunded",
    "something_new",
    "another",
  ),
  presentment: fc.record({
    currency: fc.constantFrom("EUR", "USD"),
    totalMinor: fc.constantFrom(100, 110),
    discountMinor: fc.constant(0),
  }),
  channel: fc.constantFrom(null, "web"),
  test: fc.boolean(),
  cancelledAt: maybe(day),
  paidAt: maybe(day),
  expiredAt: maybe(day),
  codes: fc
    .uniqueArray(fc.constantFrom("A", "B"), { maxLength: 2 })
    .map((codes) =>
      codes.map((code) => ({ code, key: code, discountMinor: 5, presentmentMinor: 5 })),
    ),
  refunds: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("r1", "r2"),
      at: day,
      amountMinor: fc.constantFrom(10, 20),
      currency: fc.constantFrom("EUR", "USD"),
    }),
    { selector: ({ id }) => id },
  ),
  disputes: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("d1", "d2"),
      at: day,
      type: fc.constantFrom("chargeback", "inquiry"),
      status: fc.constantFrom("needs_response", "lost", "won", "something_new"),
    }),
    { selector: ({ id }) => id },
  ),
  customerId: fc.constantFrom(null, "7", "8"),
});

/** The database keeps refunds and disputes sorted; a single account may come with any order. */
const byTime = <T extends { at: string; id: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
const sorted = (of: OrderFacts) => ({
  ...of,
  refunds: byTime(of.refunds),
  disputes: byTime(of.disputes),
});

test("merging does not depend on which account is known and which is new", () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
    }),
    { numRuns: 2_000 },
  );
});

test("merging does not depend on the order of three", () => {
  fc.assert(
    fc.property(facts, facts, facts, (a, b, c) => {
      expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(b, c)));
    }),
    { numRuns: 2_000 },
  );
});

test("hearing the same again changes nothing", () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      expect(mergeFacts(a, a)).toEqual(sorted(a));
      expect(mergeFacts(mergeFacts(a, b), b)).toEqual(mergeFacts(a, b));
    }),
    { numRuns: 2_000 },
  );
});

test("an account that went through the database, which sorts the keys of JSON, is still the same account", () => {
  fc.assert(
    fc.property(facts, facts, (a, b) => {
      const stored = {
        ...a,
        codes: a.codes.map(
          (each) => Object.fromEntries(Object.entries(each).reverse()) as OrderCode,
        ),
      };
      expect(mergeFacts(stored, b)).toEqual(mergeFacts(a, b));
      expect(precedes(stored, a)).toBe(false);
      expect(precedes(a, stored)).toBe(false);
    }),
  );
});

const known = (change: Partial<OrderFacts>): OrderFacts => ({
  id: "1",
  name: "#1",
  placedAt: "2026-03-01T00:00:00.000Z",
  version: "2026-03-01T00:00:00.000Z",
  currency: "EUR",
  totalMinor: 100,
  discountMinor: 10,
  presentment: { currency: "EUR", totalMinor: 100, discountMinor: 10 },
  channel: null,
  financialStatus: "pending",
  test: false,
  cancelledAt: null,
  paidAt: null,
  expiredAt: null,
  codes: [],
  refunds: [],
  disputes: [],
  customerId: "7",
  ...change,
});

test("an old webhook that comes late does not bring back a customer who was erased meanwhile", () => {
  const erased = known({ version: "2026-03-02T00:00:00.000Z", customerId: null });
  expect(mergeFacts(erased, known({})).customerId).toBeNull();
});

test("of two snapshots of one second the one further along its life speaks", () => {
  const paid = known({ financialStatus: "paid", totalMinor: 90 });
  expect(mergeFacts(known({}), paid)).toMatchObject({ financialStatus: "paid", totalMinor: 90 });
  expect(mergeFacts(paid, known({}))).toMatchObject({ financialStatus: "paid", totalMinor: 90 });
});

test("a refund's own webhook adds the refund and says nothing else of the order", () => {
  const refund = known({
    version: UNKNOWN,
    totalMinor: 0,
    customerId: null,
    refunds: [{ id: "r1", at: "2026-03-03T00:00:00.000Z", amountMinor: 40, currency: "EUR" }],
  });
  const order = known({ financialStatus: "paid" });
  expect(mergeFacts(refund, order)).toEqual({ ...order, refunds: refund.refunds });
});
