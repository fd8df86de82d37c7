import { settle } from "./settle.ts";

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/**
 * "in 6 days", "2 hours ago", "yesterday"; within a minute "now" or "just now".
 * Rounded towards now, so it never promises too much.
 */
export function formatRelative(iso: string, now: string, locale: string): string {
  const seconds = (Date.parse(iso) - Date.parse(now)) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    // Weeks only from a fortnight on: "in 13 days" says more than "next week".
    const from = unit === "week" ? 2 * size : size;
    if (Math.abs(seconds) >= from) return settle(format.format(Math.trunc(seconds / size), unit));
  }
  return seconds > 0 ? settle(format.format(0, "second")) : "just now";
}
