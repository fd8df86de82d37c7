import { isotonic } from "./isotonic.ts";
import type { ScaleKnot } from "./scale.ts";

/** What staff decided about one case: the shipped score of its surest flag, and whether it was what the flag said. */
export type ScoredVerdict = { score: number; isRight: boolean };

/** Closer together where flags are. */
const KNOTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];

/** At every knot so many verdicts are taken for given that agree with the shipped scale. */
const PRIOR_VERDICTS = 10;

/** With so many verdicts a shop's scale is half the shipped one and half what was observed. */
const HALF_WAY = 50;

/** How far a scale has left the shipped one, from 0 towards 1, by how many verdicts it is fitted to. */
export function ownShare(verdicts: number): number {
  return verdicts / (verdicts + HALF_WAY);
}

/**
 * Fits the scale of scores to what staff decided. Each verdict counts at the knot nearest to its score, beside
 * `PRIOR_VERDICTS` that say what the shipped scale says there, and isotonic regression makes one rising line of them. The
 * scale goes from the shipped one towards that line as far as `ownShare` says: without verdicts it is the shipped scale,
 * ten move no score by more than a sixth, and hundreds bring each band most of the way to what was observed in it. What rises as shipped
 * rises here, too: isotonic regression alone makes one step of all scores beside a knot whose verdicts were bad, and the
 * surest orders could not be told from the next. The order of the verdicts makes no difference.
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
  const observed = isotonic(points);
  const own = ownShare(verdicts.length);
  return KNOTS.map((score, at) => ({ score, likely: score + own * (observed[at]! - score) }));
}

/** Of two as near, the upper. */
function nearestKnot(score: number): number {
  let nearest = 0;
  for (const [at, knot] of KNOTS.entries())
    if (Math.abs(knot - score) <= Math.abs(KNOTS[nearest]! - score)) nearest = at;
  return nearest;
}
