import {
  codeDate,
  DAY_WIDTH,
  dayCode,
  daysAfter,
  FOREVER,
  nearestDayCode,
  NEVER,
} from "./day-code.ts";
import type { GuardLimit } from "./limit.ts";

/*
 * The days that a window takes in on one of its days. A window as it is written on the wire (`windowText`): its first
 * letter, then of a promotional period both days, of a rolling one how many days. Days are `dayCode`s.
 */

export function windowText(window: GuardLimit["window"]): string {
  if (typeof window === "string") return window.charAt(0);
  return window.kind === "rolling"
    ? "r" + window.days
    : "p" + nearestDayCode(window.first) + nearestDayCode(window.last);
}

/**
 * The first of them and, right after it, the last, which of a rolling one is that day. Null outside the promotional period,
 * without a day, and when the text is no window: then a limit holds nothing.
 */
export function spanOf(window: string, today: string): string | null {
  const letter = window[0];
  if (letter === "l") return NEVER + FOREVER;
  if (!today) return null;
  if (letter === "m" || letter === "q") {
    const year = today.slice(0, 2);
    let first = today.slice(2, 4);
    let month = +first;
    if (letter === "q") {
      month -= (month - 1) % 3;
      first = (month < 10 ? "0" : "") + month;
      month += 2;
    }
    // No year of this century that four divides is a common one.
    const days = month === 2 ? (+year % 4 ? 28 : 29) : 31 - (((month - 1) % 7) % 2);
    return year + first + "01" + year + (month < 10 ? "0" : "") + month + days;
  }
  if (letter === "d") return today + today;
  if (letter === "r") return daysAfter(today, 1 - +window.slice(1)) + today;
  if (letter === "w") return daysAfter(today, 0, true) + daysAfter(today, 6, true);
  const isIn = letter === "p" && window.slice(1, 7) <= today && today <= window.slice(7);
  return isIn ? window.slice(1) : null;
}

/** The first of them by dates; null as in `spanOf`. */
export function firstDateOf(window: GuardLimit["window"], date: string): string | null {
  if (window === "lifetime") return "";
  const span = spanOf(windowText(window), dayCode(date));
  return span && codeDate(span.slice(0, DAY_WIDTH));
}

/**
 * The name of a window on one of its days, by which a guest's digest is told from those of other windows;
 * null as in `spanOf`.
 */
export function periodName(window: string, today: string): string | null {
  const span = spanOf(window, today);
  return span && (window.startsWith("r") ? window : window.charAt(0) + span.slice(0, DAY_WIDTH));
}
