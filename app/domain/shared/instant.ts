const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(?:Z|UTC|([+-]\d{2}):?(\d{2})?)?)?$/i;

/**
 * An instant as ISO 8601 writes it, also with a space where it has "T", as CSV files do. One that does not say its zone is in
 * UTC, and a day is its beginning there: what is read must not depend on the clock of the machine that reads. Null when it
 * is none, or a day no calendar has.
 */
export function readInstant(text: string): Date | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, time = "00:00", seconds = ":00", hours, minutes = "00"] = match;
  const days = new Date(0);
  days.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (days.getUTCMonth() + 1 !== Number(month) || days.getUTCDate() !== Number(day)) return null;
  const zone = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const instant = new Date(`${year}-${month}-${day}T${time}${seconds}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
