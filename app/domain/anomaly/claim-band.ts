import { sizeOf, type ClaimRate } from "./claim-rate.ts";
import { logNegativeBinomial } from "./negative-binomial.ts";

/** What is to be expected of some ticks together, and the range that 95 of 100 such counts lie in. */
export type ClaimBand = { expected: number; low: number; high: number };

/**
 * `busy`: how busy each of the ticks is. Ticks are taken as independent with the same scatter, so that their sum is
 * negative binomial, too.
 */
export function claimBand(rate: ClaimRate, busy: readonly number[]): ClaimBand {
  const usual = rate.claims / rate.exposure;
  const expected = busy.reduce((sum, each) => sum + usual * each, 0);
  if (expected <= 0) return { expected: 0, low: 0, high: 0 };
  const size = sizeOf(rate) * busy.length;
  return {
    expected,
    low: quantile(expected, size, 0.025),
    high: quantile(expected, size, 0.975),
  };
}

/** The smallest count that is not exceeded with this chance. */
function quantile(mean: number, size: number, chance: number): number {
  const most = Math.ceil(mean + 20 * Math.sqrt(mean + (mean * mean) / size) + 20);
  let below = 0;
  for (let count = 0; count < most; count += 1) {
    below += Math.exp(logNegativeBinomial(count, mean, size));
    if (below >= chance) return count;
  }
  return most;
}
