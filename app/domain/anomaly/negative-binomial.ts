const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680];

/** Logarithm of the gamma function for x > 0: Stirling's series, shifted up where it is not yet good. Error below 1e-10. */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 8) {
    shift -= Math.log(at);
    at += 1;
  }
  const square = 1 / (at * at);
  let power = 1 / at;
  let series = 0;
  for (const term of STIRLING) {
    series += term * power;
    power *= square;
  }
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}

/** Log probability of `count` when the mean is `mean` and the variance `mean + mean² / size`. */
export function logNegativeBinomial(count: number, mean: number, size: number): number {
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log(size / (size + mean)) +
    count * Math.log(mean / (size + mean))
  );
}

/** Chance of `count` or more. Sums the shorter side; terms beyond what can matter are left out. */
export function tailNegativeBinomial(count: number, mean: number, size: number): number {
  if (count <= 0) return 1;
  const ratio = mean / (size + mean);
  if (count <= mean) {
    let term = Math.exp(size * Math.log(size / (size + mean)));
    let below = 0;
    for (let k = 0; k < count; k++) {
      below += term;
      term *= ((k + size) / (k + 1)) * ratio;
    }
    return Math.max(0, 1 - below);
  }
  let term = Math.exp(logNegativeBinomial(count, mean, size));
  let above = 0;
  for (let k = count; term > above * 1e-12 && k < count + 10_000; k++) {
    above += term;
    term *= ((k + size) / (k + 1)) * ratio;
  }
  return Math.min(1, above);
}
