import { addDays } from "#app/domain/shared/days.ts";
import { DATE_VALUES } from "./date-values.ts";
import type { DateSpelling } from "./field.ts";

/**
 * A local day ("YYYY-MM-DD") as a date field spells it: 2026-07-09 is 26, Q3, JUL, W28 or 09. Null
 * for years outside 2000 to 2099.
 */
export function spellDay(day: string, spelling: DateSpelling): string | null {
  const year = Number(day.slice(0, 4));
  const isYear = spelling === "YY" || spelling === "YYYY";
  if (year < 2000 || year > 2099) return null;
  const index = isYear ? year - 2000 : numberOf(day, spelling) - 1;
  return DATE_VALUES[spelling][index]?.value ?? null;
}

function numberOf(day: string, spelling: Exclude<DateSpelling, "YY" | "YYYY">): number {
  const month = Number(day.slice(5, 7));
  switch (spelling) {
    case "Q":
      return Math.ceil(month / 3);
    case "MON":
    case "MONTH":
    case "MM":
      return month;
    case "W":
    case "WW":
      return isoWeek(day);
    case "DD":
      return Number(day.slice(8, 10));
  }
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The ISO week of a day: a week belongs to the year its Thursday is in. */
function isoWeek(day: string): number {
  const thursday = addDays(day, 4 - (weekdayOf(day) || 7));
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - newYear) / 86_400_000;
  return Math.floor(days / 7) + 1;
}
