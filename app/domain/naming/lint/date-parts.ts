import { addDays } from "#app/domain/shared/days.ts";
import type { DateSpelling } from "../field.ts";
import { spellDay, weekdayOf } from "../spell-day.ts";
import { daysMeant, daysRun } from "./days-run.ts";
import type { Fix, Named, NamePart } from "./rule.ts";

/** A part of a name that says something of a date. */
export type DatePart = NamePart & { spelling: DateSpelling };

/** In as many days even 29 February has come up, on every weekday there is in eight years. */
const MOST_DAYS = 2_930;

export function datePartsOf(parts: readonly NamePart[]): DatePart[] {
  return parts.flatMap((part) => {
    const { type } = part.field;
    return type.kind === "date" ? [{ ...part, spelling: type.spelling }] : [];
  });
}

/** Whether the discount runs on some day that all these parts are right of. */
export function runsOnSuchDay(parts: readonly DatePart[], named: Named): boolean {
  const { first, last } = daysMeant(named);
  const year = yearSaid(parts);
  const from = year && first < `${year}-01-01` ? `${year}-01-01` : first;
  const to = year && last > `${year}-12-31` ? `${year}-12-31` : last;
  for (let day = from, i = 0; day <= to && i < MOST_DAYS; day = addDays(day, 1), i++) {
    if (isSuchDay(day, parts)) return true;
  }
  return false;
}

/**
 * Moving the discount to the dates its name says: as it is but for what the name says otherwise. So
 * 2025 becomes 2026 with the same month and day, and JUNE becomes MAY with the same day.
 */
export function movedTo(parts: readonly DatePart[], named: Named): Fix[] {
  const { first, last } = daysRun(named);
  const year = yearSaid(parts);
  const from = year ? `${year}-01-01` : addDays(first, -372);
  const to = year ? `${year}-12-31` : addDays(first, 372);
  let best: { day: string; cost: number } | null = null;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isSuchDay(day, parts)) continue;
    const cost = unlikeness(first, day);
    if (!best || cost < best.cost) best = { day, cost };
  }
  if (!best) return [];
  const moved = daysBetween(first, best.day);
  const end = named.endsAt === null ? null : addDays(last, moved);
  return [{ kind: "set_dates", first: best.day, last: end }];
}

const isSuchDay = (day: string, parts: readonly DatePart[]): boolean =>
  parts.every(({ spelling, value }) => spellDay(day, spelling) === value);

function yearSaid(parts: readonly DatePart[]): string | null {
  const said = parts.find(({ spelling }) => spelling === "YY" || spelling === "YYYY");
  return said ? said.value.padStart(4, "20") : null;
}

/** How much else would change: another month or day more than another weekday, and that more than days away. */
function unlikeness(first: string, day: string): number {
  const isOther = (from: number) => (first.slice(from) === day.slice(from) ? 0 : 1);
  const isOtherWeekday = weekdayOf(first) === weekdayOf(day) ? 0 : 1;
  const away = Math.abs(daysBetween(first, day));
  return isOther(5) * 1e9 + isOther(8) * 1e8 + isOtherWeekday * 1e-3 + away;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
