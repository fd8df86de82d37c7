/** Straight-line map from values to coordinates. A domain without width maps to the middle of the range. */
export function linear(domain: readonly [number, number], range: readonly [number, number]) {
  const [from, to] = domain;
  const [start, end] = range;
  return (value: number): number =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
}

/**
 * At most `count` + 1 round values from 0 up to at least `max`: 1, 2 or 5 times a power of ten apart. With `whole`,
 * no step is smaller than 1, for things that come in pieces.
 */
export function ticks(max: number, count: number, whole: boolean): number[] {
  if (!(max > 0)) return whole ? [0, 1] : [0];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  const step = whole ? Math.max(1, factor * power) : factor * power;
  const steps = Math.ceil(max / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** Coordinates with at most two digits after the point: shorter pages, and the same text on server and browser. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Marks up to the highest value, and as far below 0 as a day went that gave back more than it took in. */
export function marksOf(values: readonly number[], whole: boolean): number[] {
  const above = ticks(Math.max(0, ...values), 4, whole);
  const lowest = Math.min(0, ...values);
  const step = (above[1] ?? 0) || -lowest;
  const below = lowest < 0 ? Math.ceil(-lowest / step) : 0;
  return [...Array.from({ length: below }, (_, index) => (index - below) * step), ...above];
}
