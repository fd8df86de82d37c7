import { linear, round } from "./scale.ts";

export type Size = { width: number; height: number };

/** The points of a line over evenly spaced values; the baseline is always 0, so that heights can be compared. */
export function pointsOf(values: readonly number[], size: Size, pad = 2): [number, number][] {
  const highest = Math.max(0, ...values);
  const x = linear([0, Math.max(1, values.length - 1)], [pad, size.width - pad]);
  const y = linear([0, highest || 1], [size.height - pad, pad]);
  return values.map((value, index) => [round(x(index)), round(y(value))]);
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
