import { addDays } from "../shared/days.ts";
import type { Zone } from "../shared/zone.ts";

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The instant somebody wrote: one with its zone as it stands, a local time by the shop's clock, a day as its beginning
 * or, as an `end`, the beginning of the next. Null when it is none of these.
 */
export function momentOf(text: string, zone: Zone, { end }: { end: boolean }): Date | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, day = "", time, seconds = "00", offset] = match;
  if (time === undefined) {
    // Also refuses days that are in no calendar.
    const start = zone.instantOf(`${day}T00:00`);
    return start && end ? zone.instantOf(`${addDays(day, 1)}T00:00`) : start;
  }
  if (offset !== undefined) {
    const instant = new Date(text.trim().replace(" ", "T"));
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  const minute = zone.instantOf(`${day}T${time}`);
  return minute && Number(seconds) < 60
    ? new Date(minute.getTime() + Number(seconds) * 1_000)
    : null;
}
