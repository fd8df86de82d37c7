/**
 * Which of many chances are no chance any more, with the share of false ones among them kept below `level`
 * (Benjamini and Hochberg 1995). Answers their indices.
 */
export function discoveries(chances: readonly number[], level: number): number[] {
  const order = chances
    .map((chance, index) => ({ chance, index }))
    .sort((a, b) => a.chance - b.chance);
  let last = -1;
  order.forEach(({ chance }, rank) => {
    if (chance <= (level * (rank + 1)) / chances.length) last = rank;
  });
  return order
    .slice(0, last + 1)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
