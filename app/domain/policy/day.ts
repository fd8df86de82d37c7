/** Local days as numbers: whole days since 1970-01-01. Times of day and zones do not come in. */
const DAY_MS = 86_400_000;

/** The last day there is a place for on the wire; stands for "without end". */
export const FOREVER = 46_655;

/** Null when the text is not a real date written "YYYY-MM-DD". */
export function dayNumber(text: string): number | null {
  const day = text.length === 10 ? Date.parse(text) / DAY_MS : NaN;
  return dayText(day) === text ? day : null;
}

/** "YYYY-MM-DD"; empty when there is no such day. */
export function dayText(day: number): string {
  const date = new Date(day * DAY_MS);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** The day that is `date` of a month counted from 0, as `Date.UTC` reads them. */
export const dayOf = (year: number, month: number, date: number): number =>
  Date.UTC(year, month, date) / DAY_MS;
