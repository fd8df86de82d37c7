import { wilsonInterval } from "../measure/wilson.ts";
import { OUTCOMES, type Estimate, type Outcome, type VariantResult } from "./backtest.ts";
import type { RingVerdict } from "./judge-ring.ts";
import type { PastOrder, Ring } from "./ring.ts";

/** Somebody who may be a good customer: how likely, and whether staff said so. */
export type Chance = { good: number; isDecided: boolean };

/** Adds up, ring by ring, what one way of judging would have done. */
export type Tally = {
  orders: Record<Outcome, number>;
  savedMinor: number;
  atStakeMinor: number;
  refused: Chance[];
  cases: Chance[];
  casesByDay: Map<string, number>;
};

export function emptyTally(): Tally {
  const orders = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  return {
    orders: orders as Record<Outcome, number>,
    ...{ savedMinor: 0, atStakeMinor: 0, refused: [], cases: [], casesByDay: new Map() },
  };
}

export function addRing(tally: Tally, ring: Ring, verdict: RingVerdict): void {
  tally.savedMinor += verdict.savedMinor;
  for (const order of ring.orders) {
    const outcome = verdict.outcomes.get(order.orderId) ?? "passes";
    tally.orders[outcome] += 1;
    if (outcome === "held" || outcome === "disqualifies") tally.atStakeMinor += discountOf(order);
  }
  for (const score of verdict.refused.values()) tally.refused.push(chanceOf(ring, score));
  for (const { heldOn, score } of verdict.cases) {
    if (heldOn === null) continue;
    tally.cases.push(chanceOf(ring, score));
    tally.casesByDay.set(heldOn, (tally.casesByDay.get(heldOn) ?? 0) + 1);
  }
}

export function resultOf(tally: Tally): VariantResult {
  const { orders, savedMinor, atStakeMinor, refused, cases, casesByDay } = tally;
  const [busiest] = [...casesByDay].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    ...{ orders, savedMinor, atStakeMinor },
    ...{ refused: estimateOf(refused), cases: estimateOf(cases) },
    busiest: busiest ? { day: busiest[0], cases: busiest[1] } : null,
  };
}

export function discountOf({ uses }: PastOrder): number {
  return uses.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
}

/** Of its uses that could be flagged, the highest; null: of none is there a score. */
export function scoreOf({ findings }: PastOrder): number | null {
  const scores = findings.flatMap(({ score }) => score ?? []);
  return scores.length > 0 ? Math.max(...scores) : null;
}

/**
 * What speaks most against a ring, at any threshold.
 * As a flag of it, what the exact rule alone found is sure; nothing is 0.
 */
export function riskOf({ orders }: Ring): number {
  const found = orders.flatMap(({ findings }) => findings);
  return found.reduce((most, { score, isExact }) => Math.max(most, score ?? (isExact ? 1 : 0)), 0);
}

/** What staff decided last counts, whenever they did; else the score, which is how likely it is abuse. */
export function chanceOf({ decisions }: Pick<Ring, "decisions">, score: number): Chance {
  const last = [...decisions].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last) return { good: last.decision === "abuse" ? 0 : 1, isDecided: true };
  return { good: 1 - score, isDecided: false };
}

/**
 * The expected number of good ones: whom staff decided on are known, and only the others are uncertain. These are one trial
 * each, good as its calibrated score says, and the bounds are Wilson's 95 % interval of their share. What it leaves out is
 * how far the scale itself may be off; under Calibration that can be seen.
 */
export function estimateOf(chances: readonly Chance[]): Estimate {
  const goodOf = (some: readonly Chance[]) => some.reduce((sum, { good }) => sum + good, 0);
  const decided = chances.filter(({ isDecided }) => isDecided);
  const rest = chances.filter(({ isDecided }) => !isDecided);
  const [sure, likely] = [goodOf(decided), goodOf(rest)];
  const [low, high] = wilsonInterval(Math.min(likely, rest.length), rest.length) ?? [0, 0];
  return {
    ...{ of: chances.length, expected: sure + likely, decided: decided.length },
    ...{ low: sure + low * rest.length, high: sure + high * rest.length },
  };
}
