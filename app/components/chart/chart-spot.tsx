import { Link } from "@remix-run/react";

type Props = {
  /** Says what is there when somebody points at it. */
  title: string;
  /** Where the orders behind it are; none where nothing happened. */
  url: string | null;
  x: number;
  width: number;
  y?: number;
  height: number;
};

/**
 * A day or hour of a chart, or one line's part of it: it tells its numbers, and opens the orders.
 * Keys find the same in the table.
 */
export function ChartSpot({ title, url, y = 0, ...place }: Props) {
  const spot = (
    <rect className="bf-chart-spot" y={y} {...place}>
      <title>{title}</title>
    </rect>
  );
  return url === null ? (
    spot
  ) : (
    <Link to={url} tabIndex={-1}>
      {spot}
    </Link>
  );
}
