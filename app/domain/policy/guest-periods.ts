import { dayNumber } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import { firstDayOf } from "./window-days.ts";

/**
 * The periods under which a guest's digest may stand who has reached a limit by `window`, given the
 * day the digests are of (`asOf`, a number) and today's date; empty when none can hold.
 *
 * A window of the calendar is named by its letter and first day, so it ends by itself. A rolling one
 * ends on another day for everyone: its digests hold on the day they were made, "r30" for those who
 * are still over the limit the day after, on that day as well. "R30" is for those who are not.
 */
export function guestPeriods(window: GuardLimit["window"], date: string, asOf: number): string[] {
  if (typeof window === "object" && window.kind === "rolling") {
    const late = (dayNumber(date) ?? 0) - asOf;
    const days = window.days;
    return late === 0 ? ["r" + days, "R" + days] : late === 1 ? ["r" + days] : [];
  }
  const first = firstDayOf(window, date);
  const letter = typeof window === "string" ? window[0]! : "p";
  return first === null ? [] : [letter + first.toString(36)];
}
