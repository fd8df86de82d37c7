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
