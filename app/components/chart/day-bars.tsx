import { useId } from "react";
import { BelowZero } from "./below-zero.tsx";
import { AXIS_WIDTH, ChartGrid } from "./chart-grid.tsx";
import { ChartSpot } from "./chart-spot.tsx";
import { ChartTable } from "./chart-table.tsx";
import { linear, marksOf, round } from "./scale.ts";

/** `hasLines`: whether anything happened on it, which may add up to 0. */
type Day = { day: string; value: number; hasLines: boolean };

type Props = {
  title: string;
  /** What one value counts, for the table's head: "Redemptions". */
  unit: string;
  days: readonly Day[];
  whole: boolean;
  /** Where the orders of a day are. */
  urlOf: (day: string) => string;
  formatDay: (day: string) => string;
  formatValue: (value: number) => string;
  formatTick: (value: number) => string;
};

const WIDTH = 640;
const HEIGHT = 200;
const BOTTOM = 30;
const TOP = 8;

/** One bar a day, with axis and unit, drawn on the server; each opens the orders of its day. */
export function DayBars(props: Props) {
  const { title, unit, days, whole, urlOf, formatDay, formatValue, formatTick } = props;
  const marks = marksOf(
    days.map((day) => day.value),
    whole,
  );
  const y = linear([marks[0] ?? 0, marks.at(-1) || 1], [HEIGHT - BOTTOM, TOP]);
  const slot = (WIDTH - AXIS_WIDTH) / Math.max(1, days.length);
  const id = useId();
  const isEmpty = days.every((day) => day.value === 0);
  const every = Math.max(1, Math.ceil(days.length / 6));
  const opens = ({ day, hasLines }: Day) => (hasLines ? urlOf(day) : null);
  return (
    <figure className="bf-figure" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg className="bf-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <ChartGrid marks={marks} width={WIDTH} y={y} format={formatTick} />
        {days.map((each, index) => (
          <g key={each.day}>
            <rect
              className="bf-chart-bar"
              x={round(AXIS_WIDTH + index * slot + slot * 0.15)}
              y={round(y(Math.max(0, each.value)))}
              width={round(slot * 0.7)}
              height={round(Math.abs(y(0) - y(each.value)))}
              rx={2}
            />
            {index % every === 0 ? (
              <text
                x={round(AXIS_WIDTH + index * slot + slot / 2)}
                y={HEIGHT - 6}
                className={(index / every) % 2 === 1 ? "bf-chart-between" : undefined}
                textAnchor="middle"
              >
                {formatDay(each.day)}
              </text>
            ) : null}
            <ChartSpot
              title={`${formatDay(each.day)}: ${formatValue(each.value)}`}
              url={opens(each)}
              x={round(AXIS_WIDTH + index * slot)}
              width={round(slot)}
              height={HEIGHT}
            />
          </g>
        ))}
        {isEmpty ? (
          <text x={(WIDTH + AXIS_WIDTH) / 2} y={(HEIGHT - BOTTOM) / 2} textAnchor="middle">
            Nothing in these days
          </text>
        ) : null}
      </svg>
      {days.some(({ value }) => value < 0) ? <BelowZero /> : null}
      <ChartTable
        labelledBy={id}
        heads={["Day", unit]}
        rows={days.map((each) => ({
          name: formatDay(each.day),
          cells: [{ text: formatValue(each.value), url: opens(each) }],
        }))}
      />
    </figure>
  );
}
