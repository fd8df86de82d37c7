import { isotonic } from "./isotonic.ts";
import type { ScaleKnot } from "./scale.ts";

/** What staff decided about one case: the shipped score of its surest flag, and whether it was what the flag said. */
export type ScoredVerdict = { score: number; isRight: boolean };

/** Closer together where flags are. */
const KNOTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];

/** At every knot so many verdicts are taken for given that agree with the shipped scale. */
export const PRIOR_VERDICTS = 5;

/**
 * Fits the scale of scores to what staff decided, by isotonic regression. Each verdict counts at the knot nearest to its
 * score, beside `PRIOR_VERDICTS` that say what the shipped scale says there: without verdicts it is the shipped scale,
 * with few it stays near, with many they decide. Where nobody decides, below the threshold, it changes only as far as it
 * must not to fall. The order of the verdicts makes no difference.
 * @see B. Zadrozny and C. Elkan, “Transforming classifier scores into accurate multiclass probability estimates”, KDD
 * 2002, 694–699; for the verdicts taken for given, B. Cestnik, “Estimating probabilities”, ECAI 1990, 147–149.
 */
export function fitScale(verdicts: readonly ScoredVerdict[]): ScaleKnot[] {
  const counted = KNOTS.map((score) => ({ score, right: 0, all: 0 }));
  for (const { score, isRight } of verdicts) {
    const knot = counted[nearestKnot(score)]!;
    knot.all += 1;
    if (isRight) knot.right += 1;
  }
  const points = counted.map(({ score, right, all }) => {
    const weight = PRIOR_VERDICTS + all;
    // Nothing to divide where nobody decided: the shipped scale to the last digit.
    return { weight, value: all === 0 ? score : (PRIOR_VERDICTS * score + right) / weight };
  });
  const likely = isotonic(points);
  return KNOTS.map((score, at) => ({ score, likely: likely[at]! }));
}

/** Of two as near, the upper. */
function nearestKnot(score: number): number {
  let nearest = 0;
  for (const [at, knot] of KNOTS.entries())
    if (Math.abs(knot - score) <= Math.abs(KNOTS[nearest]! - score)) nearest = at;
  return nearest;
}
