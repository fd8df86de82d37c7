import { dayNumber, dayOf, dayText } from "./day.ts";
import type { GuardLimit } from "./limit.ts";

/** The days a window takes in, by numbers (`day.ts`); `last` is null when it does not end. */
export type Span = { first: number; last: number | null };

/** What of `window` a day lies in; null when the day lies outside the promotional period. */
export function spanOf(window: GuardLimit["window"], day: number): Span | null {
  if (window === "lifetime") return { first: 0, last: null };
  if (window === "day") return { first: day, last: day };
  if (window === "week") {
    // Day 0 was a Thursday; weeks begin on Monday (ISO 8601).
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    return { first: monday, last: monday + 6 };
  }
  if (typeof window === "string") {
    const [year = "", month = ""] = dayText(day).split("-");
    const months = window === "month" ? 1 : 3;
    const from = Number(month) - 1;
    const first = from - (from % months);
    return { first: dayOf(Number(year), first, 1), last: dayOf(Number(year), first + months, 0) };
  }
  if (window.kind === "rolling") return { first: day - window.days + 1, last: day };
  const [first, last] = [dayNumber(window.first), dayNumber(window.last)];
  return first !== null && last !== null && first <= day && day <= last ? { first, last } : null;
}
