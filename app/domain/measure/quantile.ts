/** The smallest value that at least this share of all weighted values do not exceed; null when there are none. */
export function weightedQuantile(
  values: readonly { value: number; weight: number }[],
  share: number,
): number | null {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return null;
  let seen = 0;
  for (const { value, weight } of [...values].sort((a, b) => a.value - b.value)) {
    seen += weight;
    if (seen >= total * share) return value;
  }
  return null;
}
