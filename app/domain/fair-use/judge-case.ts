import { addDays } from "../shared/days.ts";
import type { SignalKind } from "../signal/signal.ts";
import {
  milder,
  STEPS,
  type FairUsePolicy,
  type FairUseRule,
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
 * last local day; null: without end. `rule`: the place of the rule that counted; null: none applied.
 */
export type PolicyVerdict = {
  step: Step;
  wanted: Step;
  scope: RuleScope;
  until: string | null;
  rule: number | null;
};

/** Judges a case: the strictest rule that applies counts, of as strict ones the one that lasts longest. */
export function judgeCase(policy: FairUsePolicy, facts: JudgedCase): PolicyVerdict {
  const applying = policy.rules
    .map((rule, at) => ({ rule, at, until: untilOf(rule, facts) }))
    .filter(({ rule }) => applies(rule, policy.memoryDays, facts));
  const [first] = applying.sort(
    (a, b) =>
      STEPS.indexOf(b.rule.then) - STEPS.indexOf(a.rule.then) ||
      lasts(b.until) - lasts(a.until) ||
      a.at - b.at,
  );
  if (!first) {
    const step = milder("hold", policy.mostAutomatic);
    return { step, wanted: "hold", scope: "campaign", until: null, rule: null };
  }
  const { rule, at, until } = first;
  const step = milder(rule.then, policy.mostAutomatic);
  return { step, wanted: rule.then, scope: rule.scope, until, rule: at };
}

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
