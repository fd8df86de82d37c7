import { DAY_MS, dayNumber, dayText } from "./day.ts";
import type { GuardLimit } from "./limit.ts";

/*
 * The days that a window takes in on one of its days ("YYYY-MM-DD").
 */

/** The first of them, as a number (`day.ts`; `day` is the date as one); null outside the promotional period, and when the text is no date. */
export function firstDayOf(
  window: GuardLimit["window"],
  date: string,
  day = dayNumber(date),
): number | null {
  if (window === "lifetime") return 0;
  if (day === null || window === "day") return day;
  if (typeof window === "object") {
    if (window.kind === "rolling") return day - window.days + 1;
    return window.first <= date && date <= window.last ? dayNumber(window.first) : null;
  }
  // Day 0 was a Thursday; weeks begin on Monday (ISO 8601).
  if (window === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const month = +date.slice(5, 7) - 1;
  const first = window === "month" ? month : month - (month % 3);
  return Date.UTC(+date.slice(0, 4), first, 1) / DAY_MS;
}

/** The last of them, "9" when it does not end; of a rolling one, the last that has the use of a day given as a number. */
export function lastDateOf(window: GuardLimit["window"], date: string, use: number): string {
  if (window === "lifetime") return "9";
  if (window === "day") return date;
  if (window === "week") return dayText(firstDayOf(window, date)! + 6);
  if (typeof window === "object") {
    return window.kind === "rolling" ? dayText(use + window.days - 1) : window.last;
  }
  const months = window === "month" ? 1 : 3;
  // Day 0 of the next month is the last of this one.
  const next = Math.ceil(+date.slice(5, 7) / months) * months;
  return dayText(Date.UTC(+date.slice(0, 4), next, 0) / DAY_MS);
}
