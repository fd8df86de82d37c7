import type { GuardLimit } from "./limit.ts";
import { spanOf } from "./span.ts";

/**
 * The periods under which a guest's digest may stand who has reached a limit by `window`, given the
 * day the digests are of (`asOf`) and today; empty when none can hold.
 *
 * A window of the calendar is named by its letter and first day, so it ends by itself. A rolling one
 * ends on another day for everyone: its digests hold on the day they were made, "r30" for those who
 * are still over the limit the day after, on that day as well. "R30" is for those who are not.
 */
export function guestPeriods(window: GuardLimit["window"], today: number, asOf: number): string[] {
  if (typeof window !== "string" && window.kind === "rolling") {
    const late = today - asOf;
    const days = window.days;
    return late === 0 ? ["r" + days, "R" + days] : late === 1 ? ["r" + days] : [];
  }
  const span = spanOf(window, today);
  const letter = typeof window === "string" ? window.charAt(0) : "p";
  return span ? [letter + span.first.toString(36)] : [];
}
