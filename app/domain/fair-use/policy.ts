import type { SignalKind } from "../signal/signal.ts";

/**
 * What becomes of a case by itself, from least to most. `watch`: it is noted, and nobody is asked to decide. `sign_in`: so
 * it is, and codes ask the customer to sign in. `hold`: it waits for a person; nothing happens to the customer.
 * `disqualify`: codes are refused until somebody decides otherwise.
 */
export const STEPS = ["watch", "sign_in", "hold", "disqualify"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_LABELS: Record<Step, string> = {
  watch: "Watch",
  sign_in: "Require sign-in",
  hold: "Hold for review",
  disqualify: "Disqualify",
};

/** The steps that a customer feels at checkout. */
export const FELT_STEPS = ["sign_in", "disqualify"] as const satisfies readonly Step[];
export type FeltStep = (typeof FELT_STEPS)[number];

export function isFelt(step: Step): step is FeltStep {
  return FELT_STEPS.some((felt) => felt === step);
}

/** `period`: to the end of the season the limit counts by, else of the campaign; without either, without end. */
export type Until = { kind: "days"; days: number } | { kind: "period" } | { kind: "none" };

export type RuleScope = "campaign" | "group" | "everything";

export type FairUseRule = {
  /** All of it must hold. */
  when: {
    /** What looks wrong: the kinds of its flags, and of all signals that speak for them; none: anything. */
    kinds: SignalKind[];
    /** The case's score at least, 0 to 1. Cases found by an exact rule alone have 1. */
    minScore: number;
    /** So many flagged orders at least. */
    minOrders: number;
    /** So many earlier cases of the same people at least were decided to be abuse, within `memoryDays`. */
    earlierAbuse: number;
  };
  then: Step;
  /** From what or for what, when a customer feels it. */
  scope: RuleScope;
  /** When it ends by itself. */
  until: Until;
};

/**
 * A shop's rules of fair use. Of several rules that apply, the strictest counts; with none, cases are held for review.
 * No more than `mostAutomatic` happens by itself, whatever the rules say: what goes beyond it is proposed to whoever
 * decides. Abuse older than `memoryDays` is forgotten, so that the ladder goes down again.
 */
export type FairUsePolicy = {
  rules: FairUseRule[];
  mostAutomatic: Step;
  memoryDays: number;
};

export const MOST_RULES = 20;
export const MOST_DAYS = 3_650;
export const MOST_ORDERS = 1_000;
export const MOST_EARLIER = 100;

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Whether something may last so long. */
export function isDays(days: number): boolean {
  return isWhole(days, 1, MOST_DAYS);
}

/** Whether a rule has only numbers there may be: while it is typed, it may have others or none. */
export function isSoundRule({ when, until }: FairUseRule): boolean {
  const { minScore, minOrders, earlierAbuse } = when;
  return (
    minScore >= 0 &&
    minScore <= 1 &&
    isWhole(minOrders, 1, MOST_ORDERS) &&
    isWhole(earlierAbuse, 0, MOST_EARLIER) &&
    (until.kind !== "days" || isDays(until.days))
  );
}

/** The same of all its rules, and of how long abuse is remembered. */
export function isSoundPolicy({ rules, memoryDays }: FairUsePolicy): boolean {
  return rules.every(isSoundRule) && isDays(memoryDays);
}

export function stricter(a: Step, b: Step): Step {
  return STEPS.indexOf(a) >= STEPS.indexOf(b) ? a : b;
}

/** What of a rule's step happens by itself where no more than `most` may. Who was to be held is not asked to sign in for it. */
export function within(step: Step, most: Step): Step {
  if (STEPS.indexOf(step) <= STEPS.indexOf(most)) return step;
  return step === "hold" ? "watch" : most;
}
