import { useId } from "react";
import { linear, marksOf, round } from "./scale.ts";

type Day = { day: string; value: number };

type Props = {
  title: string;
  /** What one value counts, for the table's head: "Redemptions". */
  unit: string;
  days: readonly Day[];
  whole: boolean;
  formatDay: (day: string) => string;
  formatValue: (value: number) => string;
  formatTick: (value: number) => string;
};

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 52;
const BOTTOM = 30;
const TOP = 8;

/** One bar a day, with axis and unit, drawn on the server. Screen readers get the table of the same numbers. */
export function DayBars({ title, unit, days, whole, formatDay, formatValue, formatTick }: Props) {
  const marks = marksOf(
    days.map((day) => day.value),
    whole,
  );
  const y = linear([marks[0] ?? 0, marks.at(-1) || 1], [HEIGHT - BOTTOM, TOP]);
  const slot = (WIDTH - LEFT) / Math.max(1, days.length);
  const id = useId();
  const isEmpty = days.every((day) => day.value === 0);
  const every = Math.max(1, Math.ceil(days.length / 6));
  return (
    <figure className="bf-figure" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg className="bf-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {marks.map((mark) => (
          <g key={mark}>
            <line
              className="bf-chart-grid"
              x1={LEFT}
              x2={WIDTH}
              y1={round(y(mark))}
              y2={round(y(mark))}
            />
            <text x={LEFT - 8} y={round(y(mark)) + 4} textAnchor="end">
              {formatTick(mark)}
            </text>
          </g>
        ))}
        {days.map(({ day, value }, index) => (
          <g key={day}>
            <rect
              className="bf-chart-bar"
              x={round(LEFT + index * slot + slot * 0.15)}
              y={round(y(Math.max(0, value)))}
              width={round(slot * 0.7)}
              height={round(Math.abs(y(0) - y(value)))}
              rx={2}
            >
              <title>{`${formatDay(day)}: ${formatValue(value)}`}</title>
            </rect>
            {index % every === 0 ? (
              <text x={round(LEFT + index * slot + slot / 2)} y={HEIGHT - 6} textAnchor="middle">
                {formatDay(day)}
              </text>
            ) : null}
          </g>
        ))}
        {isEmpty ? (
          <text x={(WIDTH + LEFT) / 2} y={(HEIGHT - BOTTOM) / 2} textAnchor="middle">
            Nothing in these days
          </text>
        ) : null}
      </svg>
      <div className="bf-unseen">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td>{formatValue(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
