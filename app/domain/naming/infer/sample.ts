/** More codes than this teach nothing new; of more, a sample is read. */
export const MOST_LEARNED = 100_000;

/**
 * How many of each of several sources are read when so many are, at most, in all: as many of each,
 * and what a small source does not need goes to the others. So a handful that somebody pasted is not
 * lost among a million.
 */
export function shareOut(sizes: readonly number[], most: number): number[] {
  const shares = sizes.map(() => 0);
  let left = most;
  const smallestFirst = [...sizes.keys()].sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  smallestFirst.forEach((source, i) => {
    const fair = Math.floor(left / (smallestFirst.length - i));
    shares[source] = Math.min(sizes[source]!, fair);
    left -= shares[source];
  });
  return shares;
}

/** So many of a list, evenly spread over all of it, in its order. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}
