import type { LimitWindow } from "./limit.ts";

/**
 * One concrete stretch of the shop's calendar. `key` names it everywhere, on the wire as in
 * tables: "L" (lifetime), "2026-11-23", "2026-W48" (ISO week), "2026-11" or "2026-Q4".
 * `lastDay` is its last local date, null for the lifetime.
 */
export type Period = { key: string; lastDay: string | null };

const DAY = 86_400_000;

/** Which period of `window` a local date falls in; null when the text is not a real date. */
export function periodOf(window: LimitWindow, localDate: string): Period | null {
  if (window === "lifetime") return { key: "L", lastDay: null };
  if (!isDate(localDate)) return null;
  if (window === "day") return { key: localDate, lastDay: localDate };
  const year = localDate.slice(0, 4);
  const month = Number(localDate.slice(5, 7));
  if (window === "month") {
    return { key: localDate.slice(0, 7), lastDay: lastDayOfMonth(year, month) };
  }
  if (window === "quarter") {
    const quarter = Math.ceil(month / 3);
    return { key: year + "-Q" + quarter, lastDay: lastDayOfMonth(year, quarter * 3) };
  }
  // ISO 8601: a week starts on Monday and belongs to the year its Thursday lies in.
  const day = Date.parse(localDate) / DAY;
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  const weekYear = dateText((monday + 3) * DAY).slice(0, 4);
  const week = Math.floor((monday + 3 - Date.parse(weekYear + "-01-01") / DAY) / 7) + 1;
  return {
    key: weekYear + "-W" + (week < 10 ? "0" : "") + week,
    lastDay: dateText((monday + 6) * DAY),
  };
}

/** Whether text is a date of the calendar written "YYYY-MM-DD". */
export function isDate(text: string): boolean {
  const time = text.length === 10 ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && dateText(time) === text;
}

const dateText = (time: number): string => new Date(time).toISOString().slice(0, 10);

const lastDayOfMonth = (year: string, month: number): string =>
  dateText(Date.UTC(Number(year), month, 0));
