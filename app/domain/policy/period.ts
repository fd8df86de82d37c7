import type { LimitWindow } from "./limit.ts";

/**
 * One concrete stretch of the shop's calendar: `key` names it for people and tables ("L",
 * "2026-11-23", "2026-W48", "2026-11", "2026-Q4"), `code` is its short form on the wire and
 * `lastDay` its last local date, or null for the lifetime.
 */
export type Period = { key: string; code: string; lastDay: string | null };

const DAYS_TO_1970 = 719468;

/** Days since 1970-01-01 of a Gregorian date (Howard Hinnant's days-from-civil). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - DAYS_TO_1970;
}

function dateOfDay(days: number): { year: number; month: number; day: number } {
  const z = days + DAYS_TO_1970;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const two = (n: number): string => (n < 10 ? "0" + n : "" + n);
const four = (n: number): string => ("000" + n).slice(-4);

function textOfDay(days: number): string {
  const { year, month, day } = dateOfDay(days);
  return four(year) + "-" + two(month) + "-" + two(day);
}

function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const d = text.charCodeAt(i) - 48;
    if (!(d >= 0 && d <= 9)) return -1;
    n = n * 10 + d;
  }
  return n;
}

/** Days since 1970-01-01 of "YYYY-MM-DD", or null when the text is not a real date. */
export function dayOfDate(localDate: string): number | null {
  if (localDate.length !== 10 || localDate[4] !== "-" || localDate[7] !== "-") return null;
  const year = digits(localDate, 0, 4);
  const month = digits(localDate, 5, 7);
  const day = digits(localDate, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  const days = dayNumber(year, month, day);
  return textOfDay(days) === localDate ? days : null;
}

/** Which period of `window` a local date falls in; null when the text is not a real date. */
export function periodOf(window: LimitWindow, localDate: string): Period | null {
  if (window === "lifetime") return { key: "L", code: "l", lastDay: null };
  const days = dayOfDate(localDate);
  if (days === null) return null;
  if (window === "day") {
    return { key: localDate, code: "d" + days.toString(36), lastDay: localDate };
  }
  if (window === "week") return weekOf(days);
  const year = digits(localDate, 0, 4);
  const month = digits(localDate, 5, 7);
  if (window === "month") {
    const lastDay = textOfDay(dayNumber(year + (month === 12 ? 1 : 0), (month % 12) + 1, 1) - 1);
    const code = "m" + (year * 12 + month - 1).toString(36);
    return { key: localDate.slice(0, 7), code, lastDay };
  }
  const quarter = Math.ceil(month / 3);
  const next = quarter === 4 ? dayNumber(year + 1, 1, 1) : dayNumber(year, quarter * 3 + 1, 1);
  const code = "q" + (year * 4 + quarter - 1).toString(36);
  return { key: four(year) + "-Q" + quarter, code, lastDay: textOfDay(next - 1) };
}

// ISO 8601: weeks start on Monday and belong to the year their Thursday lies in.
function weekOf(days: number): Period {
  const monday = days - ((((days + 3) % 7) + 7) % 7);
  const { year } = dateOfDay(monday + 3);
  const week = Math.floor((monday + 3 - dayNumber(year, 1, 1)) / 7) + 1;
  const code = "w" + Math.floor((monday + 3) / 7).toString(36);
  return { key: four(year) + "-W" + two(week), code, lastDay: textOfDay(monday + 6) };
}
