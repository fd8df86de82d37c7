import { useId } from "react";
import { BelowZero } from "./below-zero.tsx";
import { AXIS_WIDTH, ChartGrid } from "./chart-grid.tsx";
import { ChartSpot } from "./chart-spot.tsx";
import { ChartTable, type Cell } from "./chart-table.tsx";
import { areaBetween, linePath } from "./line-path.ts";
import { linear, marksOf, round } from "./scale.ts";

/**
 * `thin`: what the others are compared with, such as the period before. `urls`: where the orders of each place are; null
 * where nothing happened.
 */
export type Series = {
  name: string;
  values: readonly number[];
  urls: readonly (string | null)[];
  thin?: true;
};

/** The range values usually stay in, as tall as they may be and as low. */
export type Band = { name: string; low: readonly number[]; high: readonly number[] };

type Props = {
  /** What the values count, with its unit: "Redemptions a day". */
  title: string;
  /** What a place on the axis is called, and all places, first to last. */
  axis: { name: string; places: readonly string[] };
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
 * names stand below with the same, and the numbers in a table. Each number opens the orders behind it.
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
  const cellsOf = (index: number): Cell[] => [
    ...series.map(({ values, urls }) => {
      return { text: formatValue(values[index] ?? 0), url: urls[index] ?? null };
    }),
    ...(band
      ? [
          {
            text: `${formatValue(band.low[index] ?? 0)} to ${formatValue(band.high[index] ?? 0)}`,
            url: null,
          },
        ]
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
          <Spots
            key={`${index} ${place}`}
            title={`${place}: ${series.map(({ name }, at) => `${name} ${cellsOf(index)[at]?.text}`).join(", ")}`}
            points={series.flatMap(({ name, values, urls }) => {
              const url = urls[index] ?? null;
              return url === null ? [] : [{ name, url, y: y(values[index] ?? 0) }];
            })}
            x={round(x(index) - slot / 2)}
            width={round(slot)}
          />
        ))}
      </svg>
      <Legend series={series} band={band} />
      {all.some((value) => value < 0) ? <BelowZero /> : null}
      <ChartTable
        labelledBy={id}
        heads={[axis.name, ...series.map(({ name }) => name), ...(band ? [band.name] : [])]}
        rows={axis.places.map((place, index) => ({
          name: place,
          cells: cellsOf(index),
        }))}
      />
    </figure>
  );
}

type Point = { name: string; url: string; y: number };

/** Lower than this, nobody can point at it. */
const LEAST_SPOT = 8;

/**
 * What can be pointed at in one place: of several lines each has the part that is nearest to it, or as much as the others
 * where they lie on each other.
 */
function Spots(props: { title: string; points: readonly Point[]; x: number; width: number }) {
  const { title, points, ...place } = props;
  if (points.length === 0) return <ChartSpot title={title} url={null} height={HEIGHT} {...place} />;
  const down = points.toSorted((a, b) => a.y - b.y);
  const between = down.slice(1).map(({ y }, at) => (y + (down[at]?.y ?? y)) / 2);
  const nearest = [0, ...between, HEIGHT];
  const isCrowded = nearest.some(
    (edge, at) => at > 0 && edge - (nearest[at - 1] ?? 0) < LEAST_SPOT,
  );
  const edges = isCrowded ? nearest.map((_, at) => (at * HEIGHT) / down.length) : nearest;
  return down.map(({ name, url }, at) => {
    const [top = 0, bottom = HEIGHT] = edges.slice(at, at + 2);
    return (
      <ChartSpot
        key={name}
        title={down.length > 1 ? `${title}. Opens ${name}` : title}
        url={url}
        y={round(top)}
        height={round(bottom - top)}
        {...place}
      />
    );
  });
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
