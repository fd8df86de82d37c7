import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import type { Placement } from "#app/domain/identity/place-order.ts";
import type { Evidence, SignalFacts, SignalKind } from "#app/domain/signal/signal.ts";
import { chance } from "#app/domain/signal/chance.ts";
import { SIGNALS } from "#app/domain/signal/signals.ts";
import { FLAG_FROM, scoreOf, verdictOf, weighSignals } from "#app/domain/signal/weigh-signals.ts";
import { encoded, recordOf, shopper } from "../identity/fixtures.ts";

const NOWHERE: Placement = {
  cluster: "1",
  absorbed: [],
  isRing: false,
  links: [],
  relatives: [],
  group: null,
  house: null,
  same: null,
  bits: -12,
  earlierUses: 0,
};

function factsOf(given: Partial<SignalFacts> = {}): SignalFacts {
  const order = given.order ?? recordOf();
  return {
    order,
    encoded: encoded(order),
    placement: NOWHERE,
    limit: { perCustomer: 1, perHousehold: null, newCustomersOnly: false },
    samePerson: [],
    household: [],
    earlierOrders: [],
    decided: new Set(),
    samePhone: [],
    sameAccount: [],
    sameNetwork: [],
    sameRange: [],
    alsoHere: 0,
    sameCard: [],
    owner: null,
    staff: null,
    inAudience: null,
    isPrivate: false,
    isLeaking: false,
    overshoot: null,
    refunds: [],
    chargebackAt: null,
    ...given,
  };
}

const kindsOf = (facts: SignalFacts) => weighSignals(facts)?.signals.map(({ kind }) => kind) ?? [];

const bare: Evidence = { orders: [], numbers: {} };
const found = (kinds: Partial<Record<SignalKind, number>>) =>
  Object.entries(kinds).map(([kind, bits]) => ({
    ...{ kind: kind as SignalKind, bits, evidence: bare },
  }));

describe("the kind of a flag", () => {
  it.each<[Partial<Record<SignalKind, number>>, SignalKind | null]>([
    [{ velocity: 3, chargeback: 2.5 }, "velocity"],
    // What is surely beyond a limit is that, however sure something else is.
    [{ over_limit: 5, velocity: 9 }, "over_limit"],
    [{ overshoot: 4, over_limit: 6, self_referral: 9 }, "over_limit"],
    [{ household_limit: 3, velocity: 9 }, "household_limit"],
    // And what is doubtful is not.
    [{ over_limit: 1, velocity: 3 }, "velocity"],
    [{ over_limit: 1, velocity: 0.5 }, "over_limit"],
    [{ disposable_address: 9, prepaid_card: 9 }, null],
  ])("%j is %s", (kinds, kind) => {
    expect(verdictOf(found(kinds))?.kind ?? null).toBe(kind);
  });
});

describe("signals", () => {
  it("each say what they catch, why, and whom they wrong", () => {
    for (const signal of Object.values(SIGNALS))
      for (const text of [signal.catches, signal.why, signal.wronglyCatches])
        expect(text).toMatch(/\.$/);
  });

  it("over the limit takes the placement's word, from the limit on", () => {
    const placement = { ...NOWHERE, bits: 5, earlierUses: 1 };
    expect(weighSignals(factsOf({ placement }))).toMatchObject({ kind: "over_limit" });
    const twice = { perCustomer: 2, perHousehold: null, newCustomersOnly: false };
    expect(weighSignals(factsOf({ placement, limit: twice }))).toBeNull();
    expect(weighSignals(factsOf({ placement, limit: null }))).toBeNull();
  });

  it("an exact count by a phone, or a mailbox written otherwise, is as good as the comparison; by an account it is sure", () => {
    const named = (first: string, email: string) =>
      recordOf({
        ...{ email, phone: "07700900123" },
        ...shopper({ first, last: "Whitworth", line1: "12 Quarry Lane", postcode: "LS9 9ZZ" }),
      });
    const order = named("Paul", "paul@gmail.com");
    const score = (samePhone: OrderRecord[], sameAccount: OrderRecord[], same: number | null) =>
      weighSignals(
        factsOf({
          ...{ order, overshoot: { uses: 2, limit: 1 }, placement: { ...NOWHERE, same } },
          samePhone: samePhone.map((other) => encoded(other)),
          sameAccount: sameAccount.map((other) => encoded(other)),
        }),
      )?.score ?? 0;
    const mia = named("Mia", "mia@gmail.com");
    const son = named("Paul", "other@gmail.com");
    const namesake = named("Paul", "p.aul@gmail.com");
    for (const other of [mia, son]) {
      expect(score([other], [], -4)).toBeLessThan(FLAG_FROM);
      expect(score([other], [], 6)).toBeGreaterThan(FLAG_FROM);
      expect(score([other], [], null)).toBeGreaterThan(FLAG_FROM);
    }
    expect(score([], [namesake], -4)).toBeLessThan(FLAG_FROM);
    expect(score([], [namesake], 6)).toBeGreaterThan(FLAG_FROM);
    expect(score([mia], [namesake, order], -4)).toBeGreaterThan(FLAG_FROM);
    const account = recordOf({ customerId: "7", email: "paul@gmail.com" });
    const moved = recordOf({ customerId: "7", email: "new@web.de" });
    const { score: ofMoved } = weighSignals(
      factsOf({
        ...{ order: moved, overshoot: { uses: 2, limit: 1 } },
        placement: { ...NOWHERE, same: -4 },
        sameAccount: [encoded(account)],
      }),
    )!;
    expect(ofMoved).toBeGreaterThan(FLAG_FROM);
    // It goes by orders that were forgotten.
    expect(score([], [], -4)).toBeGreaterThan(FLAG_FROM);
  });

  it("velocity sees one hand trying cards, and no queue of people behind one line", () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute)).toISOString();
    const basket = [{ productId: "p", quantity: 1, totalMinor: 100 }];
    const orders = Array.from({ length: 9 }, (_, i) =>
      recordOf({
        placedAt: at(i),
        email: `m${i}@gmail.com`,
        ip: "8.8.8.8",
        userAgent: "one",
        basket,
      }),
    );
    const others = orders.slice(0, 8).map((order) => encoded(order));
    const last = orders[8]!;
    expect(weighSignals(factsOf({ order: last, sameNetwork: others }))).toMatchObject({
      kind: "velocity",
    });
    const queue = orders
      .slice(0, 8)
      .map((order, i) => encoded({ ...order, userAgent: `another ${i}` }));
    expect(weighSignals(factsOf({ order: last, sameNetwork: queue }))).toBeNull();
    // From lines that change within one range it is the same hand.
    expect(weighSignals(factsOf({ order: last, sameRange: others }))?.kind).toBe("velocity");
    // What uses no code is no matter of codes.
    const plain = { ...last, codes: [] };
    expect(weighSignals(factsOf({ order: plain, sameNetwork: others }))).toBeNull();
  });

  it("velocity expects more of a line that many share, and less ill of those who sign in or have ordered before", () => {
    const order = (n: number, change: Partial<OrderRecord> = {}) =>
      recordOf({
        ...{ placedAt: new Date(Date.UTC(2026, 4, 1, 12, n)).toISOString() },
        ...{ email: `m${n}@gmail.com`, ip: "8.8.8.8", userAgent: "one" },
        ...{ basket: [{ productId: "p", quantity: 1, totalMinor: 100 }], ...change },
      });
    const scoreOf = (
      before: readonly OrderRecord[],
      change: (n: number) => Partial<OrderRecord> = () => ({}),
    ) => {
      const hour = Array.from({ length: 10 }, (_, n) => order(n, change(n)));
      const sameNetwork = [...before, ...hour.slice(0, 9)].map((each) => encoded(each));
      return weighSignals(factsOf({ order: hour[9]!, sameNetwork }))?.score ?? 0;
    };
    const days = (count: number, email: (n: number) => string) =>
      Array.from({ length: count }, (_, n) =>
        order(0, { email: email(n), placedAt: `2026-04-0${1 + (n % 9)}T10:00:00.000Z` }),
      );
    expect(scoreOf([])).toBeGreaterThan(0.99);
    // A carrier's line.
    expect(scoreOf(days(12, (n) => `known${n}@gmail.com`))).toBeLessThan(0.1);
    // Colleagues who have accounts, and such as ordered there before.
    expect(scoreOf([], () => ({ signedIn: true }))).toBeLessThan(0.1);
    expect(scoreOf(days(10, (n) => `m${n}@gmail.com`))).toBe(0);
  });

  it("a code for an audience outside it, a chargeback, an overshoot and a stranger with staff's code stand alone", () => {
    expect(kindsOf(factsOf({ inAudience: false, isLeaking: true }))).toContain("leaked_code");
    expect(kindsOf(factsOf({ inAudience: true, isLeaking: true }))).not.toContain("leaked_code");
    expect(kindsOf(factsOf({ chargebackAt: 5 }))).toContain("chargeback");
    expect(kindsOf(factsOf({ overshoot: { uses: 2, limit: 1 } }))).toContain("overshoot");
    expect(
      weighSignals(factsOf({ staff: { orderId: null, bits: -6, shares: [] } }))?.score,
    ).toBeGreaterThan(FLAG_FROM);
    expect(
      weighSignals(factsOf({ staff: { orderId: null, bits: 12, shares: [] } }))?.score,
    ).toBeLessThan(0.1);
    expect(weighSignals(factsOf({ owner: { orderId: null, bits: 6, shares: [] } }))).toMatchObject({
      kind: "self_referral",
    });
  });

  it("a household's limit is off until a campaign has one, and as sure as the least sure of those it needs", () => {
    const use = (householdBits: number) => ({
      order: encoded(recordOf()),
      householdBits,
      shares: [],
    });
    const household = [use(2.5), use(9), use(1.5), use(0.5)];
    const limitOf = (perHousehold: number | null) => ({
      ...{ perCustomer: 9, perHousehold, newCustomersOnly: false },
    });
    const scoreAt = (perHousehold: number | null, alsoHere = 0) =>
      weighSignals(factsOf({ limit: limitOf(perHousehold), household, alsoHere }));
    expect(scoreAt(null)).toBeNull();
    expect(scoreAt(1)).toMatchObject({ kind: "household_limit", score: chance(8) });
    expect(scoreAt(2)?.score).toBeCloseTo(chance(2.5));
    expect(scoreAt(3)?.score).toBeCloseTo(chance(1.5));
    expect(scoreAt(4)).toBeNull();
    expect(scoreAt(4, 1)?.score).toBeCloseTo(chance(1.5));
  });

  it("a customer who comes as a guest to be new is seen", () => {
    const limit = { perCustomer: 1, perHousehold: null, newCustomersOnly: true };
    const link = {
      ...{ orderId: "9", cluster: "9", bits: 12, householdBits: -12 },
      ...{ reasons: [], householdReasons: [] },
    };
    const facts = factsOf({
      limit,
      order: recordOf({ signedIn: false }),
      placement: { ...NOWHERE, links: [link] },
      earlierOrders: [encoded(recordOf({ signedIn: true }))],
    });
    expect(weighSignals(facts)?.kind).toBe("guest_round_trip");
  });

  it("supporting ones alone are nothing, however many", () => {
    const order = recordOf({ email: "x@yopmail.com", cardBin: "412345", cardLast4: "0001" });
    const others = [2, 3, 4, 5].map((n) =>
      encoded(recordOf({ cardBin: "412345", cardLast4: `000${n}` })),
    );
    const refunds = [{ at: Date.parse(order.placedAt) + 1, amountMinor: order.totalMinor }];
    const facts = factsOf({ order, samePerson: others, refunds, limit: null });
    expect(weighSignals(facts)).toBeNull();
    const weak = { ...NOWHERE, bits: -4, earlierUses: 1 };
    const verdict = weighSignals(factsOf({ order, samePerson: others, refunds, placement: weak }));
    expect(verdict?.signals.map(({ kind }) => kind).sort()).toEqual(
      ["disposable_address", "over_limit", "prepaid_card", "refund_after_bonus"].sort(),
    );
    expect(verdict!.score).toBeLessThan(FLAG_FROM);
  });

  it("a private code by way of a coupon site supports, and is nothing of a code for all", () => {
    const order = { ...recordOf(), couponSite: "coupons.de" };
    const weak = { ...NOWHERE, bits: 1.5, earlierUses: 1 };
    expect(weighSignals(factsOf({ order, isPrivate: true }))).toBeNull();
    const known = factsOf({ order, placement: weak, samePerson: [encoded(recordOf())] });
    expect(kindsOf(known)).toEqual(["over_limit"]);
    expect(kindsOf({ ...known, isPrivate: true })).toEqual(["over_limit", "coupon_site"]);
    const elsewhere = { ...known, order: { ...order, couponSite: null }, isPrivate: true };
    expect(kindsOf(elsewhere)).toEqual(["over_limit"]);
  });

  it("one more, or a stronger one, never lowers a score", () => {
    const signal = fc.record({
      kind: fc.constantFrom(...(Object.keys(SIGNALS) as SignalKind[])),
      bits: fc.double({ min: -20, max: 20, noNaN: true }),
      evidence: fc.constant<Evidence>({ orders: [], numbers: {} }),
    });
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 6 }), signal, (signals, more) => {
        expect(scoreOf([...signals, more])).toBeGreaterThanOrEqual(scoreOf(signals) - 1e-12);
        const stronger = { ...more, bits: more.bits + 2 };
        expect(scoreOf([...signals, stronger])).toBeGreaterThanOrEqual(
          scoreOf([...signals, more]) - 1e-12,
        );
      }),
    );
  });
});
