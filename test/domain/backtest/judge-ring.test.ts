import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Variant } from "#app/domain/backtest/backtest.ts";
import { judgeRing } from "#app/domain/backtest/judge-ring.ts";
import type { Ring } from "#app/domain/backtest/ring.ts";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import {
  DAYS,
  SETTING,
  ban,
  decidedOn,
  orderWith,
  presetOf,
  ringOf,
  thrice,
  useOf,
  way,
  type Short,
} from "./rings.ts";

const judged = (ring: Ring, variant: Variant) => [
  ...judgeRing(ring, variant, SETTING).outcomes.values(),
];

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
      ringOf(thrice(), [decidedOn("2026-03-02", "abuse"), decidedOn("2026-03-19", "abuse")]),
      ["passes", "watched", "disqualifies", "refused"],
    ],
    [
      "abuse is forgotten after so many days",
      way({ ...presetOf("ladder"), memoryDays: 1 }),
      ringOf(thrice(), [decidedOn("2026-03-02", "abuse"), decidedOn("2026-03-03", "abuse")]),
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
      ringOf(thrice(), [decidedOn("2026-03-03", "fine")]),
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
