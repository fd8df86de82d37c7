import { useId } from "react";
import { AXIS_WIDTH, ChartGrid } from "./chart-grid.tsx";
import { ChartSpot } from "./chart-spot.tsx";
import { ChartTable } from "./chart-table.tsx";
import { areaBetween, linePath } from "./line-path.ts";
import { linear, marksOf, round } from "./scale.ts";

/** `thin`: what the others are compared with, such as the period before. */
export type Series = { name: string; values: readonly number[]; thin?: true };

/** The range values usually stay in, as tall as they may be and as low. */
export type Band = { name: string; low: readonly number[]; high: readonly number[] };

type Props = {
  /** What the values count, with its unit: "Redemptions a day". */
  title: string;
  /** What a place on the axis is called, and all places, first to last; where the orders of each are. */
  axis: { name: string; places: readonly string[]; urls: readonly string[] };
  series: readonly Series[];
  band?: Band;
  whole: boolean;
  formatValue: (value: number) => string;
  formatTick: (value: number) => string;
};

const WIDTH = 760;
const HEIGHT = 220;
const BOTTOM = 30;
const TOP = 8;
const LABELS = 6;

/**
 * Lines over the same days or hours, drawn on the server. Each has its own dashes and mark as well as its colour; the
 * names stand below with the same, and the numbers in a table. Each place opens the orders behind it.
 */
export function TrendLines(props: Props) {
  const { title, axis, series, band, whole, formatValue, formatTick } = props;
  const all = [...series.flatMap(({ values }) => [...values]), ...(band?.high ?? [])];
  const marks = marksOf(all, whole);
  const y = linear([marks[0] ?? 0, marks.at(-1) || 1], [HEIGHT - BOTTOM, TOP]);
  const x = linear([0, Math.max(1, axis.places.length - 1)], [AXIS_WIDTH + 6, WIDTH - 8]);
  const pointsOf = (values: readonly number[]) =>
    values.map((value, index): [number, number] => [round(x(index)), round(y(value))]);
  const every = Math.max(1, Math.ceil(axis.places.length / LABELS));
  const slot = x(1) - x(0);
  const opens = (index: number) =>
    series.some(({ values, thin }) => !thin && values[index]) ? (axis.urls[index] ?? null) : null;
  const cellsOf = (index: number) => [
    ...series.map(({ values }) => formatValue(values[index] ?? 0)),
    ...(band
      ? [`${formatValue(band.low[index] ?? 0)} to ${formatValue(band.high[index] ?? 0)}`]
      : []),
  ];
  const id = useId();
  return (
    <figure className="bf-figure" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg className="bf-chart bf-lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <ChartGrid marks={marks} width={WIDTH} y={y} format={formatTick} />
        {axis.places.map((place, index) =>
          index % every === 0 ? (
            <text
              key={place}
              x={round(x(index))}
              y={HEIGHT - 6}
              className={(index / every) % 2 === 1 ? "bf-chart-between" : undefined}
              textAnchor={index === 0 ? "start" : "middle"}
            >
              {place}
            </text>
          ) : null,
        )}
        {band ? (
          <path
            className="bf-chart-band"
            d={areaBetween(pointsOf(band.low), pointsOf(band.high))}
          />
        ) : null}
        {series.map(({ name, values, thin }, index) => (
          <g
            key={name}
            className={thin ? "bf-series bf-series-thin" : `bf-series bf-series-${index % 6}`}
          >
            <path d={linePath(pointsOf(values))} />
            {thin ? null : <Marks points={pointsOf(values)} shape={index} every={every} />}
          </g>
        ))}
        {axis.places.map((place, index) => (
          <ChartSpot
            key={`${index} ${place}`}
            title={`${place}: ${series.map(({ name }, at) => `${name} ${cellsOf(index)[at]}`).join(", ")}`}
            url={opens(index)}
            x={round(x(index) - slot / 2)}
            width={round(slot)}
            height={HEIGHT}
          />
        ))}
      </svg>
      <Legend series={series} band={band} />
      {all.some((value) => value < 0) ? (
        <p className="bf-chart-note">Below zero, more was taken back than came in.</p>
      ) : null}
      <ChartTable
        labelledBy={id}
        heads={[axis.name, ...series.map(({ name }) => name), ...(band ? [band.name] : [])]}
        rows={axis.places.map((place, index) => ({
          name: place,
          url: opens(index),
          cells: cellsOf(index),
        }))}
      />
    </figure>
  );
}

/** A dot, square, diamond … at some points of a line, so that lines are told apart where they cross. */
function Marks(props: {
  points: readonly (readonly [number, number])[];
  shape: number;
  every: number;
}) {
  const { points, shape, every } = props;
  const shown = points.filter((_, index) => index % every === 0 || index === points.length - 1);
  return shown.map(([x, y]) => (
    <path
      key={x}
      className="bf-series-mark"
      d={SHAPES[shape % SHAPES.length]}
      transform={`translate(${x} ${y})`}
    />
  ));
}

const SHAPES = [
  "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
  "M-3-3H3V3H-3Z",
  "M0-4 4 0 0 4-4 0Z",
  "M0-4 4 3H-4Z",
  "M0 4-4-3H4Z",
  "M-4-1H-1V-4H1V-1H4V1H1V4H-1V1H-4Z",
];

function Legend({ series, band }: Pick<Props, "series"> & { band: Band | undefined }) {
  if (series.length === 1 && !band) return null;
  return (
    <ul className="bf-legend" aria-hidden="true">
      {series.map(({ name, thin }, index) => (
        <li key={name}>
          <svg width="28" height="10" viewBox="0 0 28 10">
            <g className={thin ? "bf-series bf-series-thin" : `bf-series bf-series-${index % 6}`}>
              <path d="M0 5H28" />
              {thin ? null : (
                <path
                  className="bf-series-mark"
                  d={SHAPES[index % SHAPES.length]}
                  transform="translate(14 5)"
                />
              )}
            </g>
          </svg>
          {name}
        </li>
      ))}
      {band ? (
        <li>
          <svg width="28" height="10" viewBox="0 0 28 10">
            <path className="bf-chart-band" d="M0 0H28V10H0Z" />
          </svg>
          {band.name}
        </li>
      ) : null}
    </ul>
  );
}
