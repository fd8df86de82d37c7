import { useId } from "react";
import type { BandPrecision } from "#app/domain/calibration/precision.ts";
import { AXIS_WIDTH, ChartGrid } from "#app/components/chart/chart-grid.tsx";
import { linear, round } from "#app/components/chart/scale.ts";
import { useFormat } from "#app/components/format/use-format.ts";

const WIDTH = 640;
const HEIGHT = 240;
const BOTTOM = 56;
const TOP = 8;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Each band of scores with the share that was right and its range, and a thin line at what the scores say, drawn on the
 * server. The table below it has the same numbers.
 */
export function PrecisionChart({ bands }: { bands: readonly BandPrecision[] }) {
  const { number, percent } = useFormat();
  const y = linear([0, 1], [HEIGHT - BOTTOM, TOP]);
  const slot = (WIDTH - AXIS_WIDTH) / Math.max(1, bands.length);
  const middle = (at: number) => round(AXIS_WIDTH + (at + 0.5) * slot);
  const id = useId();
  return (
    <figure className="bf-figure" aria-labelledby={id}>
      <figcaption id={id}>
        Share of decided cases that were right, by score; the short thin lines are what the scores
        say
      </figcaption>
      <svg className="bf-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <ChartGrid marks={MARKS} width={WIDTH} y={y} format={percent} />
        {bands.map(({ from, to, right, of, interval }, at) => (
          <g key={from}>
            <path
              className="bf-chart-said"
              d={`M${round(AXIS_WIDTH + (at + 0.1) * slot)} ${round(y(from))}L${round(AXIS_WIDTH + (at + 0.9) * slot)} ${round(y(to))}`}
            />
            {interval ? (
              <>
                <path
                  className="bf-chart-range"
                  d={`M${middle(at)} ${round(y(interval[0]))}V${round(y(interval[1]))}`}
                />
                <circle className="bf-chart-dot" cx={middle(at)} cy={round(y(right / of))} r={5} />
              </>
            ) : null}
            <text x={middle(at)} y={HEIGHT - 32} textAnchor="middle">
              {`${number(from * 100)}–${percent(to)}`}
            </text>
            <text x={middle(at)} y={HEIGHT - 8} textAnchor="middle">
              {of === 0 ? "no case" : `${number(right)} of ${number(of)}`}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
