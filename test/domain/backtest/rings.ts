import type { Variant } from "#app/domain/backtest/backtest.ts";
import type { PastOrder, Ring, RingSetting } from "#app/domain/backtest/ring.ts";
import type { CaseDecision } from "#app/domain/case/case.ts";
import type { FairUsePolicy, FairUseRule } from "#app/domain/fair-use/policy.ts";
import { PRESETS } from "#app/domain/fair-use/presets.ts";

export const presetOf = (key: string) => PRESETS.find((preset) => preset.key === key)!.policy;
export const way = (policy: FairUsePolicy, flagFrom = 0.8): Variant => ({
  name: "",
  policy,
  flagFrom,
});
/** Disqualifies at the first flagged order, from the campaign and for good, unless said otherwise. */
export const ban = (change: Partial<FairUseRule>): FairUsePolicy => ({
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
/** Two campaigns of one group, of which the first is over after March, and one of none. */
export const SETTING: RingSetting = {
  campaigns: new Map([
    ["a", campaign([1], "2026-03-31")],
    ["b", campaign([1])],
    ["c", campaign()],
  ]),
  seasons: [],
};

export type Short = [day: string, score: number | null, campaignId?: string, personId?: string];
/** A use of a campaign's code, which has the campaign's name, and what there is against it. */
export const useOf = (campaignId: string, score: number | null, isExact = false) => ({
  use: { codeKey: campaignId, campaignId, discountMinor: 500 },
  finding: {
    ...{ codeKey: campaignId, campaignId, score, isExact },
    kind: score === null ? null : ("over_limit" as const),
    also: score === null ? [] : (["over_limit", "prepaid_card"] as const),
  },
});
export const orderWith = (
  { day, personId = "1", at }: { day: string; personId?: string; at: number },
  ...used: ReturnType<typeof useOf>[]
): PastOrder => ({
  ...{ orderId: String(at + 1), personId, day, placedAt: `${day}T10:00:00.000Z` },
  findings: used.map(({ finding }) => finding),
  uses: used.map(({ use }) => use),
});
const orderOf = ([day, score, campaignId = "a", personId = "1"]: Short, at: number): PastOrder =>
  orderWith({ day, personId, at }, useOf(campaignId, score));
export const ringOf = (orders: Short[], decisions: Ring["decisions"] = []): Ring => ({
  ...{ orders: orders.map(orderOf), decisions },
});
export const DAYS = ["2026-03-01", "2026-03-02", "2026-03-20", "2026-04-10"] as const;
/** Four orders of one customer, all but the first with a high score. */
export const thrice = (campaigns: string[] = ["a", "a", "a", "a"]): Short[] =>
  DAYS.map((day, at) => [day, at === 0 ? null : 0.99, campaigns[at]!]);
export const decidedOn = (day: string, decision: CaseDecision) => ({
  at: `${day}T12:00:00.000Z`,
  decision,
});
