/** Local days as numbers: whole days since 1970-01-01. Times of day and zones do not come in. */
export const DAY_MS = 86_400_000;

/**
 * Null when the text is not written "YYYY-MM-DD". A day that the month has not (30 February) is one
 * of the next: `isDate` (`period.ts`) tells. Not `Date.parse`, which no two engines do alike.
 */
export function dayNumber(text: string): number | null {
  const month = +text.slice(5, 7);
  const date = +text.slice(8);
  const isWritten = text.length === 10 && month < 13 && date < 32;
  const day = isWritten ? Date.UTC(+text.slice(0, 4), month - 1, date) / DAY_MS : NaN;
  return day % 1 === 0 ? day : null;
}

/** "YYYY-MM-DD"; empty when there is no such day. */
export function dayText(day: number): string {
  const date = new Date(day * DAY_MS);
  return isNaN(+date) ? "" : date.toISOString().slice(0, 10);
}
