import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Variant } from "#app/domain/backtest/backtest.ts";
import { judgeRing } from "#app/domain/backtest/judge-ring.ts";
import type { PastOrder, Ring, RingSetting } from "#app/domain/backtest/ring.ts";
import { addRing, emptyTally, estimateOf, resultOf } from "#app/domain/backtest/tally.ts";
import type { CaseDecision } from "#app/domain/case/case.ts";
import type { FairUsePolicy, FairUseRule } from "#app/domain/fair-use/policy.ts";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";

const presetOf = (key: string) => PRESETS.find((preset) => preset.key === key)!.policy;
const way = (policy: FairUsePolicy, flagFrom = 0.8): Variant => ({ name: "", policy, flagFrom });
const ban = (change: Partial<FairUseRule>): FairUsePolicy => ({
  rules: [
    {
      when: { kinds: [], minScore: 0, minOrders: 1, earlierAbuse: 0 },
      ...{ then: "disqualify", scope: "campaign", until: { kind: "none" }, ...change },
    },
  ],
  ...{ mostAutomatic: "disqualify", memoryDays: 365 },
});

const campaign = (groups: number[] = [], lastDay: string | null = null) => ({
  ...{ groups, lastDay, limits: [] },
});
const SETTING: RingSetting = {
  campaigns: new Map([
    ["a", campaign([1], "2026-03-31")],
    ["b", campaign([1])],
    ["c", campaign()],
  ]),
  seasons: [],
};

type Short = [day: string, score: number | null, campaignId?: string, personId?: string];
/** A use of a campaign's code, which has the campaign's name, and what there is against it. */
const useOf = (campaignId: string, score: number | null, isExact = false) => ({
  use: { codeKey: campaignId, campaignId, discountMinor: 500 },
  finding: {
    ...{ codeKey: campaignId, campaignId, score, isExact },
    kind: score === null ? null : ("over_limit" as const),
    also: score === null ? [] : (["over_limit", "prepaid_card"] as const),
  },
});
const orderWith = (
  { day, personId = "1", at }: { day: string; personId?: string; at: number },
  ...used: ReturnType<typeof useOf>[]
): PastOrder => ({
  ...{ orderId: String(at + 1), personId, day, placedAt: `${day}T10:00:00.000Z` },
  findings: used.map(({ finding }) => finding),
  uses: used.map(({ use }) => use),
});
const orderOf = ([day, score, campaignId = "a", personId = "1"]: Short, at: number): PastOrder =>
  orderWith({ day, personId, at }, useOf(campaignId, score));
const ringOf = (orders: Short[], decisions: Ring["decisions"] = []): Ring => ({
  ...{ orders: orders.map(orderOf), decisions },
});
const judged = (ring: Ring, variant: Variant) => [
  ...judgeRing(ring, variant, SETTING).outcomes.values(),
];
const DAYS = ["2026-03-01", "2026-03-02", "2026-03-20", "2026-04-10"] as const;
const thrice = (campaigns: string[] = ["a", "a", "a", "a"]): Short[] =>
  DAYS.map((day, at) => [day, at === 0 ? null : 0.99, campaigns[at]!]);
const at = (day: string, decision: CaseDecision) => ({ at: `${day}T12:00:00.000Z`, decision });

describe("what would have become of orders", () => {
  test.each<[string, Variant, Ring, string[]]>([
    [
      "without rules what is flagged is held",
      way(USUAL_POLICY),
      ringOf(thrice()),
      ["passes", "held", "held", "held"],
    ],
    [
      "below the threshold it passes",
      way(USUAL_POLICY, 0.995),
      ringOf(thrice()),
      ["passes", "passes", "passes", "passes"],
    ],
    [
      "once a period: codes are refused after that, until the campaign is over",
      way(presetOf("once_a_period")),
      ringOf(thrice()),
      ["passes", "disqualifies", "refused", "disqualifies"],
    ],
    [
      "a ladder notes the first time and asks to sign in the second; whether they would have is not known",
      way(presetOf("ladder")),
      ringOf(thrice()),
      ["passes", "watched", "asks_sign_in", "asks_sign_in"],
    ],
    [
      "a ladder disqualifies after abuse was decided twice",
      way(presetOf("ladder")),
      ringOf(thrice(), [at("2026-03-02", "abuse"), at("2026-03-19", "abuse")]),
      ["passes", "watched", "disqualifies", "refused"],
    ],
    [
      "abuse is forgotten after so many days",
      way({ ...presetOf("ladder"), memoryDays: 1 }),
      ringOf(thrice(), [at("2026-03-02", "abuse"), at("2026-03-03", "abuse")]),
      ["passes", "watched", "watched", "asks_sign_in"],
    ],
    [
      "for ten days, and then no more",
      way(ban({ until: { kind: "days", days: 18 } })),
      ringOf(thrice()),
      ["passes", "disqualifies", "refused", "disqualifies"],
    ],
    [
      "where the merchant allows less, it is held",
      way({ ...ban({}), mostAutomatic: "hold" }),
      ringOf(thrice()),
      ["passes", "held", "held", "held"],
    ],
    [
      "what staff decide ends what the policy did",
      way(ban({})),
      ringOf(thrice(), [at("2026-03-03", "fine")]),
      ["passes", "disqualifies", "disqualifies", "refused"],
    ],
    [
      "from the campaign alone",
      way(ban({})),
      ringOf(thrice(["a", "a", "b", "a"])),
      ["passes", "disqualifies", "disqualifies", "refused"],
    ],
    [
      "from its group",
      way(ban({ scope: "group" })),
      ringOf(thrice(["a", "a", "b", "c"])),
      ["passes", "disqualifies", "refused", "disqualifies"],
    ],
    [
      "from everything",
      way(ban({ scope: "everything" })),
      ringOf(thrice(["a", "a", "b", "c"])),
      ["passes", "disqualifies", "refused", "refused"],
    ],
    [
      "only those who were flagged, not whom they are linked to",
      way(ban({})),
      ringOf([
        [DAYS[0], 0.99, "a", "1"],
        [DAYS[1], null, "a", "2"],
        [DAYS[2], null, "a", "1"],
      ]),
      ["disqualifies", "passes", "refused"],
    ],
  ])("%s", (_, variant, ring, expected) => {
    expect(judged(ring, variant)).toEqual(expected);
  });

  test("what the exact rule flagged is flagged at any threshold, at its score, and without one is sure", () => {
    for (const [score, outcome] of [
      [0.3, "held"],
      [null, "disqualifies"],
    ] as const) {
      const order = orderWith({ day: DAYS[0], at: 0 }, useOf("a", score, true));
      const verdict = judgeRing(
        { orders: [order], decisions: [] },
        way(presetOf("once_a_period"), 1),
        SETTING,
      );
      expect([...verdict.outcomes.values()]).toEqual([outcome]);
      expect(verdict.cases).toEqual([{ score: score ?? 1, heldOn: DAYS[0] }]);
    }
  });

  test("who was refused for a while and does it again is refused again; of others nothing is said", () => {
    const policy = ban({ until: { kind: "days", days: 5 }, scope: "everything" });
    const ring = ringOf([
      [DAYS[0], 0.99, "a", "1"],
      [DAYS[0], 0.99, "a", "2"],
      ["2026-06-01", 0.99, "a", "1"],
      ["2026-06-02", null, "a", "1"],
      ["2026-06-02", null, "a", "2"],
    ]);
    expect(judged(ring, way(policy))).toEqual([
      ...["disqualifies", "disqualifies", "disqualifies", "refused", "passes"],
    ]);
  });
});

describe("an order with codes of several campaigns", () => {
  const first = (...used: ReturnType<typeof useOf>[]) =>
    orderWith({ day: DAYS[0], at: 0 }, ...used);
  const then = (at: number, ...ids: string[]) =>
    orderWith({ day: DAYS[1], at }, ...ids.map((id) => useOf(id, null)));
  const outcomes = (orders: PastOrder[], variant: Variant) => {
    const verdict = judgeRing({ orders, decisions: [] }, variant, SETTING);
    return { ...verdict, outcomes: [...verdict.outcomes.values()] };
  };

  test("is flagged for the use that is over the threshold, and nobody is refused the other's code", () => {
    const orders = [first(useOf("a", 0.3), useOf("c", 0.99)), then(1, "a"), then(2, "c")];
    expect(outcomes(orders, way(ban({}))).outcomes).toEqual(["disqualifies", "passes", "refused"]);
  });

  test("is judged by the use that is flagged: a rule's score is not reached by the other's", () => {
    const sure = ban({ when: { kinds: [], minScore: 0.95, minOrders: 1, earlierAbuse: 0 } });
    const flagged = first(useOf("a", 0.85), {
      ...useOf("c", 0.99),
      finding: useOf("c", 0.6).finding,
    });
    const verdict = outcomes([flagged, then(1, "a")], way(sure));
    expect(verdict.outcomes).toEqual(["held", "passes"]);
    expect(verdict.cases[0]!.score).toBe(0.85);
  });

  test("is of all kinds that speak for it, and not of those of a use that is not flagged", () => {
    const found = (kind: SignalKind) =>
      ban({ when: { kinds: [kind], minScore: 0, minOrders: 1, earlierAbuse: 0 } });
    const orders = [first(useOf("a", 0.99), useOf("c", 0.3))];
    expect(outcomes(orders, way(found("prepaid_card"))).outcomes).toEqual(["disqualifies"]);
    expect(outcomes(orders, way(found("disposable_address"))).outcomes).toEqual(["held"]);
    const doubted = [first(useOf("a", 0.3), useOf("c", 0.3))];
    expect(outcomes(doubted, way(found("prepaid_card"))).outcomes).toEqual(["passes"]);
  });

  test("is one order of the case, flagged twice or not", () => {
    const twice = ban({ when: { kinds: [], minScore: 0, minOrders: 2, earlierAbuse: 0 } });
    const both = first(useOf("a", 0.9), useOf("c", 0.99));
    expect(outcomes([both], way(twice))).toMatchObject({
      outcomes: ["held"],
      cases: [{ score: 0.99 }],
    });
  });

  test("has the refused code alone taken out, and the other is judged still", () => {
    const orders = [
      first(useOf("a", 0.99)),
      orderWith({ day: DAYS[1], at: 1 }, useOf("a", 0.99), useOf("c", 0.97)),
      then(2, "c"),
    ];
    const verdict = outcomes(orders, way(ban({})));
    expect(verdict.outcomes).toEqual(["disqualifies", "refused", "refused"]);
    expect(verdict.savedMinor).toBe(1_000);
  });
});

const short = fc.tuple(
  fc.constantFrom(...DAYS, "2026-05-01", "2026-06-01"),
  fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  fc.constantFrom("a", "b", "c"),
  fc.constantFrom("1", "2"),
);
const rings = fc.array(short, { maxLength: 12 }).map((orders) => {
  const inOrder = orders.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return ringOf(
    inOrder.map(([day, score, campaignId, who]): Short => [day, score, campaignId, who]),
  );
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("for any ring", () => {
  test("a higher threshold holds no order that a lower one lets pass", () => {
    fc.assert(
      fc.property(rings, share, share, (ring, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [more, fewer] = [
          judged(ring, way(USUAL_POLICY, low)),
          judged(ring, way(USUAL_POLICY, high)),
        ];
        for (const [place, outcome] of fewer.entries())
          if (outcome === "held") expect(more[place]).toBe("held");
      }),
      { numRuns: 150 },
    );
  });

  test("nobody is refused who was not disqualified before, and saved is what was refused took off", () => {
    fc.assert(
      fc.property(
        rings,
        fc.constantFrom(...PRESETS.map(({ policy }) => policy)),
        (ring, policy) => {
          const verdict = judgeRing(ring, way(policy, 0.5), SETTING);
          const disqualified = new Set<string>();
          let refused = 0;
          for (const { orderId, personId } of ring.orders) {
            const outcome = verdict.outcomes.get(orderId);
            if (outcome === "disqualifies") disqualified.add(personId);
            if (outcome !== "refused") continue;
            refused += 1;
            expect(disqualified).toContain(personId);
            expect(verdict.refused.has(personId)).toBe(true);
          }
          expect(verdict.savedMinor).toBe(500 * refused);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("added up", () => {
  test("orders by outcome, money, cases by day, and who is probably good", () => {
    const tally = emptyTally();
    const rings = [
      ringOf(thrice()),
      ringOf(thrice(), [at("2026-05-01", "fine")]),
      ringOf([[DAYS[0], null]]),
    ];
    for (const ring of rings) addRing(tally, ring, judgeRing(ring, way(ban({})), SETTING));
    const { orders, refused, cases, ...rest } = resultOf(tally);
    expect(orders).toEqual({
      passes: 3,
      watched: 0,
      asks_sign_in: 0,
      held: 0,
      disqualifies: 2,
      refused: 4,
    });
    expect(rest).toMatchObject({ savedMinor: 2_000, atStakeMinor: 1_000 });
    expect(rest.busiest).toEqual({ day: DAYS[1], cases: 2 });
    for (const estimate of [refused, cases]) {
      expect(estimate).toMatchObject({ of: 2, decided: 1 });
      expect(estimate.expected).toBeCloseTo(1.01, 10);
    }
  });

  test("without anybody nobody is hurt", () => {
    expect(estimateOf([])).toEqual({ of: 0, expected: 0, low: 0, high: 0, decided: 0 });
    expect(resultOf(emptyTally()).busiest).toBeNull();
  });

  test("the expected number lies within its bounds, and those within nobody and all", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 50 }), (chances) => {
        const found = estimateOf(chances.map((good) => ({ good, isDecided: false })));
        expect(found.low).toBeGreaterThanOrEqual(-1e-9);
        expect(found.low).toBeLessThanOrEqual(found.expected + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.expected - 1e-9);
        expect(found.high).toBeLessThanOrEqual(chances.length + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
