import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { NOBODY_DECIDED, settlePeople } from "#app/domain/identity/cluster/people-words.ts";
import { KEY, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { membersAmong } from "#app/domain/identity/index/identity-index.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { FLAG_FROM } from "#app/domain/signal/weigh-signals.ts";
import { encoded, recordOf, shopper } from "./fixtures.ts";

const day = (n: number) => new Date(Date.UTC(2026, 7, 1) + n * 86_400_000).toISOString();

/** Twelve people who have nothing in common, each with an order with the code. */
const NAMES = ["Amir Sahin", "Beth Cole", "Carl Dunn", "Dora Ellis", "Emil Frey", "Greta Holm"];
const strangers = [...NAMES, ...NAMES.map((name) => name.split(" ").reverse().join(" "))].map(
  (name, nth) => {
    const [first = "", last = ""] = name.split(" ");
    return {
      ...{ email: `${first}.${last}@host${nth}.example.com`, ip: `198.51.${nth}.7` },
      ...{ userAgent: `agent ${nth}`, cardBin: `4111${nth + 10}` },
      ...shopper({ first, last, line1: `${nth + 2} ${last} Road`, postcode: `LS${nth + 1} 4QT` }),
      basket: [{ productId: `tea ${nth}`, quantity: 1, totalMinor: 1_000 }],
    };
  },
);

const orderOf = (who: number, at: number, campaign: string | null = "WELCOME") => {
  const given = { ...strangers[who], id: String(1_000 + at), placedAt: day(at) };
  return { order: recordOf(given), encoded: encoded(given, campaign) };
};
const accountOf = ({ keys }: EncodedOrder) => keys[KEY.email]!;
const limit = { perCustomer: 1, perHousehold: null, newCustomersOnly: false };

function shop() {
  const index = memoryIndex();
  const judge = (who: number, at: number, campaign: string | null = "WELCOME") => {
    const next = orderOf(who, at, campaign);
    const scored = scoreOrder(next.order, next.encoded, index, { ...NO_CONTEXT, limit });
    index.add(next.encoded, scored.place);
    return { ...scored, encoded: next.encoded };
  };
  return { index, judge };
}

const together = (...pairs: [EncodedOrder, EncodedOrder][]) =>
  settlePeople(
    pairs.map(([here, there], at) => ({
      ...{ word: "together" as const, at, here: [accountOf(here)], there: [accountOf(there)] },
    })),
  );

describe("two accounts that staff say are one person's", () => {
  it("count each other's uses from then on, and no more when it is taken back", () => {
    for (const isTaken of [false, true]) {
      const { index, judge } = shop();
      const [one, other] = [judge(0, 0), judge(1, 1, null)];
      for (const who of [2, 3, 4, 5]) judge(who, who);
      index.setPeople(together([one.encoded, other.encoded]));
      if (isTaken) index.setPeople(NOBODY_DECIDED);
      const { verdict } = judge(1, 30);
      expect((verdict?.score ?? 0) >= FLAG_FROM).toBe(!isTaken);
      if (isTaken) continue;
      expect(verdict?.kind).toBe("over_limit");
      const [signal] = verdict?.signals ?? [];
      expect(signal?.evidence.orders).toContainEqual({
        orderId: "1000",
        shares: [{ what: "decided", bits: 14 }],
      });
    }
  });

  it("are one over a third, and say nothing of somebody else", () => {
    const { index, judge } = shop();
    const [one, two, three] = [judge(0, 0), judge(1, 1, null), judge(2, 2, null)];
    for (const who of [3, 4, 5]) judge(who, who);
    index.setPeople(together([one.encoded, two.encoded], [two.encoded, three.encoded]));
    expect(judge(2, 30).verdict?.score ?? 0).toBeGreaterThan(FLAG_FROM);
    expect(judge(6, 31).verdict?.score ?? 0).toBeLessThan(FLAG_FROM);
  });

  it("are read as one cluster, each order once, and are what they were when it is taken back", () => {
    const { index, judge } = shop();
    const placed = [0, 1, 2, 3, 4, 5, 0, 1, 2, 6, 7, 8].map((who, at) => judge(who, at));
    const clusters = [...new Set(placed.map(({ place }) => place.cluster))];
    const read = () => clusters.map((cluster) => index.membersOf(cluster, 100).map(({ id }) => id));
    const before = read();
    expect(clusters).toHaveLength(9);
    const nth = fc.integer({ min: 0, max: placed.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(nth, nth), { minLength: 1, maxLength: 5 }), (pairs) => {
        index.setPeople(
          together(
            ...pairs.map(([a, b]): [EncodedOrder, EncodedOrder] => [
              placed[a]!.encoded,
              placed[b]!.encoded,
            ]),
          ),
        );
        for (const [a, b] of pairs) {
          const [one, other] = [placed[a]!.place.cluster, placed[b]!.place.cluster];
          const members = index.membersOf(one, 100);
          expect(members).toEqual(index.membersOf(other, 100));
          expect(new Set(members).size).toBe(members.length);
          expect(membersAmong(index, [one, other], 100)).toEqual(members);
          const times = members.map(({ at }) => at);
          expect(times).toEqual([...times].sort((x, y) => y - x));
        }
        index.setPeople(NOBODY_DECIDED);
        expect(read()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("do not hold a newcomer who is apart from one of them", () => {
    const { index, judge } = shop();
    const [one, other] = [judge(0, 0), judge(1, 1)];
    const third = orderOf(2, 2).encoded;
    const [a, b, c] = [one.encoded, other.encoded, third].map(accountOf);
    index.setPeople(
      settlePeople([
        { word: "together", at: 1, here: [a!], there: [b!] },
        { word: "apart", at: 2, here: [b!], there: [c!] },
      ]),
    );
    expect(index.areApart(third, one.place.cluster)).toBe(true);
    expect(index.areApart(third, other.place.cluster)).toBe(true);
  });
});
