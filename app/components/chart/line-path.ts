import { linear, round } from "./scale.ts";

export type Size = { width: number; height: number };

type Line = { points: [number, number][]; baseline: number };

/**
 * A line over evenly spaced values. The baseline is always 0, so that heights can be compared; only a day on which more
 * was given back than came in goes below it.
 */
export function lineOf(values: readonly number[], size: Size, pad = 2): Line {
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = linear([0, Math.max(1, values.length - 1)], [pad, size.width - pad]);
  const y = linear([lowest, lowest === highest ? 1 : highest], [size.height - pad, pad]);
  const points = values.map((value, index): [number, number] => [round(x(index)), round(y(value))]);
  return { points, baseline: round(y(0)) };
}

export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The same line, closed down to the baseline. */
export function areaPath(points: readonly (readonly [number, number])[], baseline: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  return `${linePath(points)}L${last[0]} ${baseline}L${first[0]} ${baseline}Z`;
}

/** The area between two lines of the same places. */
export function areaBetween(
  low: readonly (readonly [number, number])[],
  high: readonly (readonly [number, number])[],
): string {
  if (low.length === 0) return "";
  return `${linePath(high)}${linePath(low.toReversed()).replace("M", "L")}Z`;
}
