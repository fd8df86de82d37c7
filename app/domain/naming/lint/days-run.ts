import { addDays } from "#app/domain/shared/days.ts";
import { monthName } from "../date-values.ts";
import type { Named } from "./rule.ts";

/**
 * The first and last local day ("YYYY-MM-DD") of a discount; the first alone when it does not end,
 * because a name cannot speak of a time without end.
 */
export function daysRun({ startsAt, endsAt, timeZone }: Named): { first: string; last: string } {
  return { first: timeZone.dayOf(startsAt), last: timeZone.dayOf(endsAt ?? startsAt) };
}

/** With a day of grace at both ends: a sale that opens the evening before keeps the name of its day. */
export function daysMeant(named: Named): { first: string; last: string } {
  const { first, last } = daysRun(named);
  return { first: addDays(first, -1), last: addDays(last, 1) };
}

/** "runs from 1 June 2026 to 30 June 2026", "starts on 1 June 2026". */
export function runsInWords(named: Named): string {
  const { first, last } = daysRun(named);
  if (named.endsAt === null) return `starts on ${dayInWords(first)}`;
  if (first === last) return `runs on ${dayInWords(first)} only`;
  return `runs from ${dayInWords(first)} to ${dayInWords(last)}`;
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${monthName(Number(month))} ${year}`;
}
