export type WeightedValue = { value: number; weight: number };

type Block = WeightedValue & { length: number };

/**
 * The values that never fall and are nearest to these, by weighted least squares: neighbours in the wrong order are
 * pooled into their mean. What rises already stays as it is, and the weighted sum is the same. Weights are above 0.
 * @see M. Ayer et al., “An empirical distribution function for sampling with incomplete information”, Annals of
 * Mathematical Statistics 26 (1955), 641–647 (pool adjacent violators).
 */
export function isotonic(points: readonly WeightedValue[]): number[] {
  const blocks: Block[] = [];
  for (const point of points) {
    let block: Block = { ...point, length: 1 };
    for (let last = blocks.at(-1); last && last.value > block.value; last = blocks.at(-1)) {
      block = pooled(last, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ value, length }) => Array.from({ length }, () => value));
}

function pooled(one: Block, other: Block): Block {
  const weight = one.weight + other.weight;
  const value = (one.value * one.weight + other.value * other.weight) / weight;
  return { value, weight, length: one.length + other.length };
}
