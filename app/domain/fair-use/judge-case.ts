import { addDays } from "../shared/days.ts";
import type { SignalKind } from "../signal/signal.ts";
import {
  isFelt,
  STEPS,
  within,
  type FairUsePolicy,
  type FairUseRule,
  type FeltStep,
  type RuleScope,
  type Step,
} from "./policy.ts";

/** What rules look at. `periodEnds`: the last local day of the promotion; null when it does not end. */
export type JudgedCase = {
  kinds: readonly SignalKind[];
  score: number;
  orders: number;
  /** Days since earlier cases of these people were decided to be abuse. */
  abuseDaysAgo: readonly number[];
  today: string;
  periodEnds: string | null;
};

/**
 * `step` is what happens by itself, `wanted` what the rules say; they differ where the merchant allows less. `until`: the
 * last local day; null: without end. `rule`: the place of the rule that counted; null: none applied. `felt`: what the
 * customer feels of the step, as the rule says that it comes from.
 */
export type PolicyVerdict = {
  step: Step;
  wanted: Step;
  until: string | null;
  rule: number | null;
  felt: FeltVerdict | null;
};

export type FeltVerdict = {
  step: FeltStep;
  scope: RuleScope;
  until: string | null;
  rule: number;
};

/** Judges a case: the strictest rule that applies counts, of as strict ones the one that lasts longest. */
export function judgeCase(policy: FairUsePolicy, facts: JudgedCase): PolicyVerdict {
  const most = policy.mostAutomatic;
  const applying = policy.rules
    .map((rule, at) => ({ rule, at, until: untilOf(rule, facts), step: within(rule.then, most) }))
    .filter(({ rule }) => applies(rule, policy.memoryDays, facts));
  const strictest = (stepOf: (each: Applying) => Step) =>
    [...applying].sort(
      (a, b) =>
        STEPS.indexOf(stepOf(b)) - STEPS.indexOf(stepOf(a)) ||
        lasts(b.until) - lasts(a.until) ||
        a.at - b.at,
    )[0];
  const first = strictest(({ rule }) => rule.then);
  const acting = strictest(({ step }) => step);
  if (!first || !acting)
    return { step: within("hold", most), wanted: "hold", until: null, rule: null, felt: null };
  const { step, until, at } = acting;
  return {
    ...{ step, wanted: first.rule.then, until: first.until, rule: first.at },
    felt: isFelt(step) ? { step, scope: acting.rule.scope, until, rule: at } : null,
  };
}

type Applying = { rule: FairUseRule; at: number; until: string | null; step: Step };

function applies({ when }: FairUseRule, memoryDays: number, facts: JudgedCase): boolean {
  const remembered = facts.abuseDaysAgo.filter((days) => days < memoryDays).length;
  return (
    (when.kinds.length === 0 || when.kinds.some((kind) => facts.kinds.includes(kind))) &&
    facts.score >= when.minScore &&
    facts.orders >= when.minOrders &&
    remembered >= when.earlierAbuse
  );
}

function untilOf({ until }: FairUseRule, { today, periodEnds }: JudgedCase): string | null {
  switch (until.kind) {
    case "days":
      return addDays(today, until.days);
    case "period":
      // A promotion that is over holds nobody.
      return periodEnds !== null && periodEnds < today ? today : periodEnds;
    case "none":
      return null;
  }
}

function lasts(until: string | null): number {
  return until === null ? Infinity : Date.parse(`${until}T00:00:00Z`);
}
