import { dateNumber, monthName } from "./date-values.ts";
import type { DateSpelling, Field } from "./field.ts";
import type { Piece } from "./pieces.ts";

/** `reason` follows the text that is wrong: "“30” is not a day of February." */
type CalendarProblem = { piece: Piece; expected: string; reason: string };

const YEARS: readonly DateSpelling[] = ["YY", "YYYY"];
const MONTHS: readonly DateSpelling[] = ["MON", "MONTH", "MM"];
const WEEKS: readonly DateSpelling[] = ["W", "WW"];

const spellingOf = ({ type }: Field): DateSpelling | null =>
  type.kind === "date" ? type.spelling : null;

/** Whether names with these fields can have a date no calendar has. */
export function needsCalendar(fields: readonly Field[]): boolean {
  const has = (spellings: readonly DateSpelling[]) =>
    fields.some((field) => spellings.includes(spellingOf(field)!));
  return (has(["DD"]) && has(MONTHS)) || (has(WEEKS) && has(YEARS));
}

/**
 * The first day its month does not have, or week 53 of a year without one; null when there is none.
 * A day goes with the nearest month, both with the nearest year; without a year, 29 February is a
 * day.
 */
export function calendarProblem(pieces: readonly Piece[]): CalendarProblem | null {
  for (const [at, piece] of pieces.entries()) {
    const spelling = spellingOf(piece.field);
    const year = spelling && numberNear(pieces, at, YEARS);
    if (spelling === "DD") {
      const month = numberNear(pieces, at, MONTHS);
      if (!month) continue;
      const last = lastDay(month, year ?? 2000);
      if (dateNumber("DD", piece.text) <= last) continue;
      const expected = `a day from 01 to ${last}`;
      const of = year && month === 2 ? `February ${year}` : monthName(month);
      return { piece, expected, reason: `is not a day of ${of}. Expected ${expected}.` };
    }
    if (spelling && WEEKS.includes(spelling) && year) {
      if (dateNumber(spelling, piece.text) <= lastWeek(year)) continue;
      const expected = spelling === "W" ? "a week from W01 to W52" : "a week from 01 to 52";
      return { piece, expected, reason: `is not a week of ${year}. Expected ${expected}.` };
    }
  }
  return null;
}

/** The date part of one of the spellings that stands closest, the one before if two do. */
function numberNear(
  pieces: readonly Piece[],
  at: number,
  spellings: readonly DateSpelling[],
): number | null {
  for (let distance = 1; distance < pieces.length; distance++) {
    for (const near of [pieces[at - distance], pieces[at + distance]]) {
      const spelling = near && spellingOf(near.field);
      if (spelling && spellings.includes(spelling)) return dateNumber(spelling, near.text);
    }
  }
  return null;
}

const lastDay = (month: number, year: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A year that begins or ends on a Thursday has 53 Thursdays, and so 53 ISO weeks. */
function lastWeek(year: number): number {
  const isThursday = (month: number, day: number) =>
    new Date(Date.UTC(year, month, day)).getUTCDay() === 4;
  return isThursday(0, 1) || isThursday(11, 31) ? 53 : 52;
}
