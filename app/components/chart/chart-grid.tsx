import { round } from "./scale.ts";

/** Where a chart's drawing begins on the left: what stands before it is the axis. */
export const AXIS_WIDTH = 52;

type Props = {
  marks: readonly number[];
  /** Where the lines end on the right. */
  width: number;
  y: (value: number) => number;
  format: (value: number) => string;
};

/** The lines across a chart, each with its value at the left. */
export function ChartGrid({ marks, width, y, format }: Props) {
  return marks.map((mark) => (
    <g key={mark}>
      <line
        className="bf-chart-grid"
        x1={AXIS_WIDTH}
        x2={width}
        y1={round(y(mark))}
        y2={round(y(mark))}
      />
      <text x={AXIS_WIDTH - 8} y={round(y(mark)) + 4} textAnchor="end">
        {format(mark)}
      </text>
    </g>
  ));
}
