/** Repeatable chance for made-up history: the same seed gives the same shop. */
export type Chance = {
  /** From 0 up to but not including 1. */
  readonly next: () => number;
  /** A whole number from 0 up to but not including `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** An index, each as likely as its weight. */
  readonly weighted: (weights: readonly number[]) => number;
};

/** A small generator with 32 bits of state (the one known as mulberry32); plenty for test data. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error("Nothing to pick from");
      return list[below(list.length)] as (typeof list)[number];
    },
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        if (left < weight) return index;
        left -= weight;
      }
      return weights.length - 1;
    },
  };
}
