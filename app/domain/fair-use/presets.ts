import type { FairUsePolicy, FairUseRule } from "./policy.ts";

/** The policy of a shop that never saved one: everything waits for a person. */
export const USUAL_POLICY: FairUsePolicy = { rules: [], mostAutomatic: "hold", memoryDays: 365 };

const ANY = { kinds: [], minScore: 0, minOrders: 1, earlierAbuse: 0 };

const rule = (change: Partial<FairUseRule>): FairUseRule => ({
  when: ANY,
  then: "hold",
  scope: "campaign",
  until: { kind: "none" },
  ...change,
});

const OVER_LIMIT: FairUseRule["when"]["kinds"] = ["over_limit", "overshoot"];

type Preset = { key: string; name: string; text: string; policy: FairUsePolicy };

/** Policies to start from. Those that disqualify say so, and allow it. */
export const PRESETS: readonly Preset[] = [
  {
    key: "review",
    name: "A person decides",
    text: "Every case waits for a person. Nothing happens to a customer before that.",
    policy: USUAL_POLICY,
  },
  {
    key: "once_a_period",
    name: "Once per customer and promotional period; violations disqualify",
    text: "Whoever surely used a code more often than it allows is refused it until the promotion is over.",
    policy: {
      rules: [
        rule({
          when: { ...ANY, kinds: OVER_LIMIT, minScore: 0.95 },
          then: "disqualify",
          until: { kind: "period" },
        }),
      ],
      mostAutomatic: "disqualify",
      memoryDays: 365,
    },
  },
  {
    key: "ladder",
    name: "A ladder: watch, sign-in, review, 30 days, half a year",
    text: "One order is noted, and several ask to sign in for 90 days; the second time is reviewed; from the third on codes are refused for a while, longer each time.",
    policy: {
      rules: [
        rule({ then: "watch" }),
        rule({
          when: { ...ANY, minOrders: 2 },
          then: "sign_in",
          until: { kind: "days", days: 90 },
        }),
        rule({ when: { ...ANY, earlierAbuse: 1 } }),
        rule({
          when: { ...ANY, earlierAbuse: 2, minScore: 0.9 },
          then: "disqualify",
          scope: "everything",
          until: { kind: "days", days: 30 },
        }),
        rule({
          when: { ...ANY, earlierAbuse: 3, minScore: 0.9 },
          then: "disqualify",
          scope: "everything",
          until: { kind: "days", days: 182 },
        }),
      ],
      mostAutomatic: "disqualify",
      memoryDays: 365,
    },
  },
];
