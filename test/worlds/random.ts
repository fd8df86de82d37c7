/** Seeded chance (mulberry32): one seed, one world. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(n: number): number;
  /** From `low` to `high`, both included. */
  between(low: number, high: number): number;
  is(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The first few of a list are common, the last rare, as names and products are. */
  skewed<T>(from: readonly T[]): T;
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Waiting time with this mean. */
  wait(mean: number): number;
  normal(): number;
  digits(count: number): string;
  shuffled<T>(from: readonly T[]): T[];
};

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]) => from[below(from.length)]!;
  return {
    next,
    below,
    pick,
    between: (low, high) => low + below(high - low + 1),
    is: (probability) => next() < probability,
    skewed: (from) => from[Math.floor(next() ** 1.8 * from.length)]!,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) if ((left -= weight) < 0) return value;
      return from[0]![0];
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    digits: (count) => Array.from({ length: count }, () => below(10)).join(""),
    shuffled: (from) =>
      from
        .map((value) => ({ value, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value),
  };
}
