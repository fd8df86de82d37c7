/*
 * A local day as the wire has it and the guard reckons with it: "YYMMDD" of this century, so that days compare as texts do
 * and most windows begin and end on a day that is found by cutting. It costs more characters than a number would, and
 * less than to reckon with one.
 */
export const DAY_WIDTH = 6;

/** Before any day: "never". */
export const NEVER = "000000";

/** After any day: "without end". */
export const FOREVER = "999999";

/** Empty when the text is not as long as a date ("YYYY-MM-DD"), or of another century. */
export function dayCode(date: string): string {
  const isOurs = date.length === 10 && date.startsWith("20");
  return isOurs ? date.slice(2, 4) + date.slice(5, 7) + date.slice(8) : "";
}

/** As `dayCode`, for any date: those of other centuries are told by the nearest day that has a code. */
export function nearestDayCode(date: string): string {
  if (date < "2000") return "000101";
  return date < "2100" ? dayCode(date) : "991231";
}

/** "YYYY-MM-DD" of a `dayCode`. */
export function codeDate(code: string): string {
  return "20" + code.slice(0, 2) + "-" + code.slice(2, 4) + "-" + code.slice(4);
}

/** The day so many days after a day, or after the Monday of its week (ISO 8601); of no day, none that compares. */
export function daysAfter(code: string, days: number, fromMonday = false): string {
  const date = new Date(Date.UTC(2000 + +code.slice(0, 2), +code.slice(2, 4) - 1, +code.slice(4)));
  date.setUTCDate(date.getUTCDate() + days - (fromMonday ? (date.getUTCDay() + 6) % 7 : 0));
  const number = date.getUTCFullYear() * 10_000 + date.getUTCMonth() * 100 + date.getUTCDate();
  return ("" + (number + 100)).slice(2);
}
