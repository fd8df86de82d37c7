import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { describeRule } from "#app/domain/fair-use/describe-policy.ts";
import { judgeCase, type JudgedCase } from "#app/domain/fair-use/judge-case.ts";
import { periodEnd } from "#app/domain/fair-use/period-end.ts";
import {
  isSoundPolicy,
  STEPS,
  type FairUsePolicy,
  type FairUseRule,
} from "#app/domain/fair-use/policy.ts";
import { policySchema } from "#app/domain/fair-use/policy.schema.ts";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { readPolicy } from "#app/domain/fair-use/read-policy.ts";
import { shopperText } from "#app/domain/fair-use/shopper-text.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import { SIGNALS } from "#app/domain/signal/signals.ts";

const CASE: JudgedCase = {
  kinds: ["over_limit"],
  score: 0.97,
  orders: 1,
  abuseDaysAgo: [],
  today: "2026-06-15",
  periodEnds: "2026-08-31",
};

const preset = (key: string): FairUsePolicy => {
  const found = PRESETS.find((each) => each.key === key);
  if (!found) throw new Error(`No preset ${key}`);
  return found.policy;
};
const judge = (policy: FairUsePolicy, change: Partial<JudgedCase> = {}) =>
  judgeCase(policy, { ...CASE, ...change });

describe("what a policy says of a case", () => {
  test("without rules: it waits for a person", () => {
    expect(judge(USUAL_POLICY)).toMatchObject({ step: "hold", wanted: "hold", rule: null });
  });

  test.each<[string, Partial<JudgedCase>, string, string | null]>([
    ["surely over the limit", {}, "disqualify", "2026-08-31"],
    ["of a promotion without end", { periodEnds: null }, "disqualify", null],
    ["of a promotion that is over", { periodEnds: "2026-01-31" }, "disqualify", "2026-06-15"],
    ["not so sure", { score: 0.9 }, "hold", null],
    ["something else", { kinds: ["chargeback"] }, "hold", null],
    ["something else, too", { kinds: ["chargeback", "overshoot"] }, "disqualify", "2026-08-31"],
  ])("once a period: %s", (_, change, step, until) => {
    expect(judge(preset("once_a_period"), change)).toMatchObject({ step, until });
  });

  test.each<[string, Partial<JudgedCase>, string, string | null]>([
    ["the first time", {}, "watch", null],
    ["two orders at once", { orders: 2 }, "sign_in", "2026-09-13"],
    ["the second time", { abuseDaysAgo: [40] }, "hold", null],
    ["the third time", { abuseDaysAgo: [40, 90] }, "disqualify", "2026-07-15"],
    ["the fourth time", { abuseDaysAgo: [3, 40, 90] }, "disqualify", "2026-12-14"],
    ["the fourth time, long ago", { abuseDaysAgo: [365, 400, 900] }, "watch", null],
  ])("the ladder, %s", (_, change, step, until) => {
    expect(judge(preset("ladder"), change)).toMatchObject({ step, until });
  });

  test("no more happens by itself than the merchant allows; the rest is proposed", () => {
    const policy: FairUsePolicy = { ...preset("once_a_period"), mostAutomatic: "hold" };
    expect(judge(policy)).toMatchObject({
      ...{ step: "hold", wanted: "disqualify", until: "2026-08-31", rule: 0 },
    });
    expect(judge({ ...policy, mostAutomatic: "watch" })).toMatchObject({ step: "watch" });
  });

  test("who would be disqualified is asked to sign in where no more is allowed; who would be held is not", () => {
    const policy: FairUsePolicy = { ...preset("once_a_period"), mostAutomatic: "sign_in" };
    expect(judge(policy)).toMatchObject({
      ...{ step: "sign_in", wanted: "disqualify", rule: 0 },
      felt: { step: "sign_in", scope: "campaign", until: "2026-08-31" },
    });
    const ladder: FairUsePolicy = { ...preset("ladder"), mostAutomatic: "sign_in" };
    const held = { abuseDaysAgo: [40] };
    expect(judge(ladder, held)).toMatchObject({ step: "watch", wanted: "hold", felt: null });
    // Of two rules that apply, the one that may act does, for as long as it says.
    expect(judge(ladder, { ...held, orders: 2 })).toMatchObject({
      ...{ step: "sign_in", wanted: "hold", until: null, rule: 2 },
      felt: { step: "sign_in", scope: "campaign", until: "2026-09-13", rule: 1 },
    });
  });

  test("more evidence never leads to less, and never to more than is allowed", () => {
    const anyRule = fc.record<FairUseRule>({
      when: fc.record({
        kinds: fc.subarray(["over_limit", "velocity", "chargeback"] as const),
        minScore: fc.double({ min: 0, max: 1, noNaN: true }),
        minOrders: fc.integer({ min: 1, max: 5 }),
        earlierAbuse: fc.integer({ min: 0, max: 3 }),
      }),
      then: fc.constantFrom(...STEPS),
      scope: fc.constantFrom("campaign", "group", "everything"),
      until: fc.constant({ kind: "none" }),
    });
    const anyPolicy = fc.record<FairUsePolicy>({
      rules: fc.array(anyRule, { minLength: 1, maxLength: 5 }),
      mostAutomatic: fc.constantFrom(...STEPS),
      memoryDays: fc.constant(365),
    });
    const rank = (step: (typeof STEPS)[number]) => STEPS.indexOf(step);
    fc.assert(
      fc.property(anyPolicy, fc.double({ min: 0, max: 1, noNaN: true }), (policy, score) => {
        const little = judge(policy, { score: score / 2, kinds: ["velocity"] });
        const more = judge(policy, {
          ...{ score, orders: 3, abuseDaysAgo: [1, 2], kinds: ["velocity", "over_limit"] },
        });
        // Without a rule a case is held, which a rule may say is too much.
        if (little.rule !== null) expect(rank(more.step)).toBeGreaterThanOrEqual(rank(little.step));
        expect(rank(more.step)).toBeLessThanOrEqual(rank(policy.mostAutomatic));
      }),
      { numRuns: 300 },
    );
  });
});

describe("when the promotion ends", () => {
  const limit = { perCustomer: 1, counter: "campaign" } as const;
  const seasons = [
    { key: "s1", name: "Summer", first: "2026-06-01", last: "2026-08-31", yearly: true },
  ];
  test.each([
    [
      "with the season it counts by",
      { kind: "season", season: "s1" } as const,
      "2026-12-31",
      "2026-08-31",
    ],
    ["with the campaign", "lifetime" as const, "2026-12-31", "2026-12-31"],
    ["never", "lifetime" as const, null, null],
  ])("%s", (_, window, lastDay, end) => {
    expect(periodEnd({ limits: [{ ...limit, window }], lastDay }, seasons, "2026-06-15")).toBe(end);
  });
});

describe("policies in words", () => {
  test("rules read as sentences", () => {
    expect(preset("once_a_period").rules.map(describeRule)).toEqual([
      "When it is “one person over the limit” or “overshoot” and the score is 95% or more, then disqualify from the campaign, until the promotion is over.",
    ]);
    expect(preset("ladder").rules.map(describeRule).at(1)).toBe(
      "When anything looks wrong and 2 orders or more are flagged, then require sign-in for the campaign, for 90 days.",
    );
    expect(preset("ladder").rules.map(describeRule).at(3)).toBe(
      "When anything looks wrong and the score is 90% or more and the customer has had 2 cases of abuse before, then disqualify from all codes, for 30 days.",
    );
  });

  test("a single day is one, in the rule and for shoppers in both languages", () => {
    const [rule] = preset("once_a_period").rules;
    const day: FairUseRule = { ...rule!, until: { kind: "days", days: 1 } };
    const policy: FairUsePolicy = { rules: [day], mostAutomatic: "disqualify", memoryDays: 1 };
    expect(describeRule(day)).toContain("for one day.");
    const english = shopperText(policy, "en").join(" ");
    expect(english).toContain("that customer for one day.");
    expect(english).toContain("After one day we start");
    const german = shopperText(policy, "de").join(" ");
    expect(german).toContain("für einen Tag nicht mehr");
    expect(german).toContain("Nach einem Tag fangen");
  });

  test("a policy that is typed is sound when it could be saved, and is not otherwise", () => {
    const number = fc.constantFrom(NaN, -1, 0, 0.5, 1, 2, 100, 101, 1_000, 1_001, 3_650, 3_651);
    const anyRule = fc.record<FairUseRule>({
      when: fc.record({
        ...{ kinds: fc.constant([]), minScore: number, minOrders: number, earlierAbuse: number },
      }),
      then: fc.constantFrom(...STEPS),
      scope: fc.constant("campaign"),
      until: fc.oneof(
        fc.record({ kind: fc.constant("days" as const), days: number }),
        fc.constant({ kind: "none" as const }),
      ),
    });
    const anyPolicy = fc.record<FairUsePolicy>({
      rules: fc.array(anyRule, { maxLength: 1 }),
      mostAutomatic: fc.constantFrom(...STEPS),
      memoryDays: number,
    });
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const posted: unknown = JSON.parse(JSON.stringify(policy));
        expect(isSoundPolicy(policy)).toBe(readPolicy(posted).ok);
      }),
      { numRuns: 500 },
    );
  });

  test("shoppers are told what may happen, for how long, and whom to write to", () => {
    expect(shopperText(preset("once_a_period"), "en").join(" ")).toContain(
      "codes stop working for that customer until the promotion is over",
    );
    expect(shopperText(preset("ladder"), "de").join(" ")).toContain(
      "für 30 Tage oder für 182 Tage",
    );
    const held = { ...preset("ladder"), mostAutomatic: "hold" as const };
    expect(shopperText(held, "en").join(" ")).toContain("somebody from our team looks at it");
    expect(shopperText(held, "en").join(" ")).not.toContain("stop working");
    expect(shopperText(held, "en").join(" ")).toContain("sign in to your account");
    const noted = { ...held, mostAutomatic: "watch" as const };
    expect(shopperText(noted, "en").join(" ")).not.toContain("sign in");
  });

  test("shoppers are told for what: what the rules are about, and whether the first time counts", () => {
    const strict = (when: Partial<FairUseRule["when"]>): FairUsePolicy => {
      const { rules, ...policy } = preset("once_a_period");
      return {
        ...policy,
        rules: rules.map((rule) => ({ ...rule, when: { ...rule.when, ...when } })),
      };
    };
    for (const [when, en, de] of [
      [
        {},
        "When a code was used more often than it allows, codes",
        "öfter genutzt, als er erlaubt, gelten",
      ],
      [
        { kinds: ["self_referral"] },
        "When a code was used otherwise than it is meant, codes",
        "Wurde ein Code anders genutzt, als er gedacht ist, gelten",
      ],
      [
        { kinds: [], earlierAbuse: 1 },
        "more often than it allows or otherwise than it is meant, and that not for the first time, codes",
        "als er erlaubt, oder anders genutzt, als er gedacht ist, und das nicht zum ersten Mal, gelten",
      ],
    ] satisfies [Partial<FairUseRule["when"]>, string, string][]) {
      expect(shopperText(strict(when), "en").join(" ")).toContain(en);
      expect(shopperText(strict(when), "de").join(" ")).toContain(de);
    }
  });

  test("every signal has a label", () => {
    expect(Object.keys(KIND_LABELS).sort()).toEqual(Object.keys(SIGNALS).sort());
  });
});

describe("a policy as it is posted", () => {
  test.each(PRESETS.map(({ key, policy }) => [key, policy] as const))(
    "the preset %s can be saved as it is",
    (_, policy) => {
      expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, policy });
      expect(policySchema.parse(policy)).toEqual(policy);
    },
  );

  test("what is wrong is named by rule and field", () => {
    const policy = preset("ladder");
    const [first] = policy.rules;
    const broken = {
      ...policy,
      memoryDays: 0,
      rules: [
        first,
        { ...first, when: { ...first?.when, minScore: 2 }, until: { kind: "days", days: 0 } },
      ],
    };
    const read = readPolicy(broken);
    expect(read.ok ? [] : read.problems.map(({ field }) => field).sort()).toEqual([
      "memoryDays",
      "rules.1.days",
      "rules.1.minScore",
    ]);
    expect(readPolicy(null).ok).toBe(false);
  });
});
