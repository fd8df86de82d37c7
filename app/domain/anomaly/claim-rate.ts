import { logNegativeBinomial, tailNegativeBinomial } from "./negative-binomial.ts";

/**
 * What is kept of one code: O(1), whatever its history.
 *
 * - `claims`, `exposure`: discounted Gamma–Poisson of its rate per tick of average busyness.
 * - `excess`, `square`: how much more its counts scatter than Poisson's, discounted; they give the size of the NB.
 * - `cusum`: evidence, in nats, that it runs high since the last time it did not.
 * - `usual`: the level that `cusum` stays below at this code's ordinary times (its own 99.85 % quantile).
 */
export type ClaimRate = {
  claims: number;
  exposure: number;
  excess: number;
  square: number;
  cusum: number;
  usual: number;
};

export const NEW_CODE: ClaimRate = {
  claims: 0.5,
  exposure: 2,
  excess: 0.3,
  square: 1,
  cusum: 0,
  usual: 3,
};

/** What one tick said: chance of so many claims or more, and whether the run stands out from the code's own past. */
export type Tick = { rate: ClaimRate; chance: number; expected: number; standsOut: boolean };

/** Memory of about nine days of ticks. */
const REMEMBERS = 0.9988;
/** What counts as running high: so many times the usual, and so many claims a tick more. */
const TIMES = 2.2;
const MORE = 0.6;
/** What a launch may bring, times the usual. */
const LAUNCH_TIMES = 8;
/** Evidence asked for at least, in nats. */
const LEAST = 8.2;
/** What counts as more evidence than at ordinary times, times `usual`: their own best runs come close to it. */
const ABOVE_USUAL = 1.25;
/** Beyond this chance a count is an outlier and teaches no more than the largest ordinary one. */
const OUTLIER = 0.001;
const QUANTILE = 0.9985;
/** Nats that one claim can say at most: at an hour when nothing ever is claimed a single one is no run. */
const A_CLAIM_SAYS = 4;
const STEP = 0.02;

/**
 * Takes in one tick's claims of a code. `busy` is how busy the shop is at this time of the week (1 on average).
 * `isAnnounced`: a launch or mailing is under way; then nothing is learnt, and only what no launch explains stands out.
 */
export function observeTick(
  rate: ClaimRate,
  claims: number,
  busy: number,
  isAnnounced: boolean,
): Tick {
  const usual = (rate.claims / rate.exposure) * busy;
  const expected = isAnnounced ? usual * LAUNCH_TIMES : usual;
  const size = sizeOf(rate);
  const chance = tailNegativeBinomial(claims, expected, size);
  const high = TIMES * expected + MORE;
  const evidence = Math.min(
    logNegativeBinomial(claims, high, size) - logNegativeBinomial(claims, expected, size),
    A_CLAIM_SAYS * claims,
  );
  const cusum = Math.min(60, Math.max(0, rate.cusum + evidence));
  const bar = Math.max(LEAST, rate.usual * ABOVE_USUAL);
  const standsOut = cusum > bar;
  if (isAnnounced) return { rate: { ...rate, cusum }, chance, expected, standsOut };
  const learnt =
    standsOut || chance < OUTLIER
      ? Math.min(claims, expected + 2 * Math.sqrt(expected + (expected * expected) / size) + 0.5)
      : claims;
  const scatter = (learnt - expected) ** 2 - expected;
  // While it stands out the alarm goes up and the past stays what it was.
  const keep = standsOut ? 1 : REMEMBERS;
  const weight = standsOut ? 0.15 : 1;
  return {
    chance,
    expected,
    standsOut,
    rate: {
      claims: rate.claims * keep + learnt * weight,
      exposure: rate.exposure * keep + busy * weight,
      excess: Math.max(0, rate.excess * REMEMBERS + scatter * (standsOut ? 0 : 1)),
      square: rate.square * REMEMBERS + expected * expected * (standsOut ? 0 : 1),
      cusum,
      usual: standsOut
        ? rate.usual
        : rate.usual + (cusum > rate.usual ? STEP * QUANTILE * 20 : -STEP * (1 - QUANTILE) * 20),
    },
  };
}

/** The size of the negative binomial that a code's counts of a tick scatter like; small when they scatter much. */
export function sizeOf({ claims, square, excess }: ClaimRate): number {
  return Math.max(0.4, Math.min(claims, square / Math.max(excess, 0.02 * square)));
}
