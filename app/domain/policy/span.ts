import { codeDate, DAY_WIDTH, dayCode, FOREVER } from "./day-code.ts";
import { dayNumber, dayText } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import { spanOf as codesOf, windowText } from "./window-days.ts";

/** The days a window takes in, by numbers (`day.ts`); `last` is null when it does not end. */
export type Span = { first: number; last: number | null };

/** What of `window` a day lies in; null when the day lies outside the promotional period. */
export function spanOf(window: GuardLimit["window"], day: number): Span | null {
  const codes = codesOf(windowText(window), dayCode(dayText(day)));
  if (codes === null) return null;
  const [first, last] = [codes.slice(0, DAY_WIDTH), codes.slice(DAY_WIDTH)];
  return {
    first: window === "lifetime" ? 0 : (dayNumber(codeDate(first)) ?? 0),
    last: last === FOREVER ? null : dayNumber(codeDate(last)),
  };
}
