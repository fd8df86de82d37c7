/** The 97.5 % quantile of the normal distribution: 95 % lie within so many standard deviations. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share `hits` of `of`, as shares from 0 to 1; null when there is nothing to share.
 * Unlike the usual interval it stays within 0 and 1 and holds for few cases and for shares near the ends.
 * @see E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22 (1927), 209–212.
 */
export function wilsonInterval(hits: number, of: number): [low: number, high: number] | null {
  if (of <= 0) return null;
  const share = hits / of;
  const spread = 1 + (Z * Z) / of;
  const centre = (share + (Z * Z) / (2 * of)) / spread;
  const half = (Z / spread) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  // At the ends the interval touches them exactly; the sums above miss by a rounding.
  return [hits === 0 ? 0 : centre - half, hits === of ? 1 : centre + half];
}
