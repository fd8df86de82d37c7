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
  if (window !== "lifetime" && !isDate(localDate)) return null;
  return { key: periodKey(window, localDate), lastDay: lastDayOf(window, localDate) };
}

/** Whether text is a date of the calendar written "YYYY-MM-DD". */
export function isDate(text: string): boolean {
  const time = text.length === 10 ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && dateText(time) === text;
}

/** `Period.key` for a real date. */
export function periodKey(window: LimitWindow, date: string): string {
  if (window === "lifetime") return "L";
  if (window === "day") return date;
  if (window === "month") return date.slice(0, 7);
  if (window === "quarter") return date.slice(0, 4) + "-Q" + quarterOf(date);
  // ISO 8601: a week starts on Monday and belongs to the year its Thursday lies in.
  const thursday = mondayOf(date) + 3;
  const year = dateText(thursday * DAY).slice(0, 4);
  const week = Math.floor((thursday - Date.parse(year + "-01-01") / DAY) / 7) + 1;
  return year + "-W" + (week < 10 ? "0" : "") + week;
}

/** `Period.lastDay` for a real date. */
export function lastDayOf(window: LimitWindow, date: string): string | null {
  if (window === "lifetime") return null;
  if (window === "day") return date;
  if (window === "week") return dateText((mondayOf(date) + 6) * DAY);
  const quarterEnd = ["03", "06", "09", "12"][quarterOf(date) - 1] ?? "12";
  const month = window === "month" ? date.slice(5, 7) : quarterEnd;
  // Day 0 of the next month is the last of this one.
  const next = Date.UTC(Number(date.slice(0, 4)), Number(month), 0);
  return date.slice(0, 5) + month + "-" + new Date(next).getUTCDate();
}

const quarterOf = (date: string): number => Math.ceil(Number(date.slice(5, 7)) / 3);

/** In days since 1970-01-01, which was a Thursday. */
function mondayOf(date: string): number {
  const day = Date.parse(date) / DAY;
  return day - ((((day + 3) % 7) + 7) % 7);
}

const dateText = (time: number): string => new Date(time).toISOString().slice(0, 10);
