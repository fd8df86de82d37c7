import { dayNumber, dayText } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import { firstDayOf, lastDateOf } from "./window-days.ts";

/** The days a window takes in, by numbers (`day.ts`); `last` is null when it does not end. */
export type Span = { first: number; last: number | null };

/** What of `window` a day lies in; null when the day lies outside the promotional period. */
export function spanOf(window: GuardLimit["window"], day: number): Span | null {
  const date = dayText(day);
  const first = firstDayOf(window, date);
  if (first === null) return null;
  const isRolling = typeof window === "object" && window.kind === "rolling";
  return { first, last: isRolling ? day : dayNumber(lastDateOf(window, date, first)) };
}
