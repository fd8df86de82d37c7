import type { ChartDay } from "#app/domain/insight/report.ts";
import type { Series } from "#app/components/chart/trend-lines.tsx";
import { dayUrl } from "./lines-url.ts";

type Line = Required<Pick<Series, "values" | "urls">>;

/** A slice's days as a line: each opens its own orders, also where they add up to 0. */
export function daysOf(slice: string, days: readonly ChartDay[]): Line {
  return {
    values: days.map(({ value }) => value),
    urls: days.map(({ day, hasLines }) => (hasLines ? dayUrl(slice, day) : null)),
  };
}

/** The same of the days it is compared with. */
export function daysBefore(slice: string, days: readonly ChartDay[]): Line {
  return {
    values: days.map(({ before }) => before),
    urls: days.map(({ dayBefore, hadLines }) => (hadLines ? dayUrl(slice, dayBefore) : null)),
  };
}
