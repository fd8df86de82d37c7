import { DAY_MS } from "./day.ts";
import type { PromotionalPeriod } from "./limit.ts";
import { isDate } from "./period.ts";

/**
 * A named promotional period, such as "Black Friday": from `first` to `last`, local dates "YYYY-MM-DD", both still in
 * it. `yearly`: it comes back on the same days every year (and lasts less than one); `first` and `last` are then its
 * first turn. What is counted by it is counted anew each turn.
 */
export type Season = { key: string; name: string; first: string; last: string; yearly: boolean };

/** The turn that runs on a local date, else the next one; null when there is none to come. */
export function turnOf(season: Season, localDate: string): PromotionalPeriod | null {
  const { first, last, yearly } = season;
  if (localDate <= last) return { kind: "period", first, last };
  if (!yearly) return null;
  const years = Number(localDate.slice(0, 4)) - Number(last.slice(0, 4));
  const sameYear = inLaterYear(last, years);
  const by = localDate <= sameYear ? years : years + 1;
  return { kind: "period", first: inLaterYear(first, by), last: inLaterYear(last, by) };
}

/** The same day so many years later; a 29 February that a year lacks is its 28th. */
function inLaterYear(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0");
  const same = year + date.slice(4);
  return isDate(same) ? same : year + "-02-28";
}

/** Why a season cannot be held; null when it can. */
export function seasonProblem(season: Season): "dates" | "order" | "longer_than_a_year" | null {
  const { first, last, yearly } = season;
  if (!isDate(first) || !isDate(last)) return "dates";
  if (last < first) return "order";
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  return yearly && days > 365 ? "longer_than_a_year" : null;
}
