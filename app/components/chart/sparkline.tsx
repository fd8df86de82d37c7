import { areaPath, lineOf, linePath } from "./line-path.ts";

const SIZE = { width: 120, height: 32 };

/** A small line without axes: the shape of the range. The numbers stand beside it, so it has one sentence only. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const { points, baseline } = lineOf(values, SIZE);
  return (
    <svg
      className="bf-chart"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      height={SIZE.height}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="bf-chart-area" d={areaPath(points, baseline)} />
      <path className="bf-chart-line" d={linePath(points)} />
    </svg>
  );
}
