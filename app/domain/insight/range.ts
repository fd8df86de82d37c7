import { addDays, DAY_MS } from "../shared/days.ts";

/** Shop-local days ("2026-06-01"), first and last included. */
export type Range = { from: string; to: string };

/** Two years, also with a leap day. */
export const MOST_DAYS = 731;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function daysIn({ from, to }: Range): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** The same length of time just before. */
export function rangeBefore(range: Range): Range {
  const days = daysIn(range);
  return { from: addDays(range.from, -days), to: addDays(range.from, -1) };
}

/** All days of a range, oldest first. */
export function listDays(range: Range): string[] {
  return Array.from({ length: daysIn(range) }, (_, index) => addDays(range.from, index));
}

/** The range that ends today. */
export function rangeOfDays(today: string, days: number): Range {
  return { from: addDays(today, 1 - days), to: today };
}

/** What is wrong with two days that somebody asks for: one is no day, they are the wrong way round, or too far apart. */
export type RangeProblem = "no_day" | "reversed" | "too_long";

/** Null: nothing is. Lists may be of any number of days. */
export function rangeProblem({ from, to }: Range, most: number): RangeProblem | null {
  if (!isDay(from) || !isDay(to)) return "no_day";
  if (from > to) return "reversed";
  return daysIn({ from, to }) > most ? "too_long" : null;
}

/**
 * The range an address asks for: two days, or a number of days that end today. Two days with a problem are passed over:
 * addresses are typed and grow old.
 */
export function readRange(
  asked: { from: string; to: string; days: string },
  today: string,
  usual: number,
): Range {
  const { from, to } = asked;
  if (!rangeProblem({ from, to }, MOST_DAYS)) return { from, to };
  return rangeOfDays(today, isDayCount(asked.days) ? Number(asked.days) : usual);
}

/** Whether so many days can be looked at. */
export function isDayCount(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS;
}

/** Shopify took no order before. */
export const FIRST_DAY = "2006-01-01";

/** The same for lists, which are read page by page: two days however far apart, or "all" that there were. */
export function readLongRange(
  asked: { from: string; to: string; days: string },
  today: string,
  usual: number,
): Range {
  const { from, to } = asked;
  if (!rangeProblem({ from, to }, Infinity)) return { from, to };
  return asked.days === "all" ? { from: FIRST_DAY, to: today } : readRange(asked, today, usual);
}

function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
