import { QUARTER_MS, type DayPart } from "#app/domain/insight/day-part.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";

/** "14:00 to 15:00", by the shop's clock. */
export function dayPartWords(part: DayPart, timeZone: string): string {
  if ("first" in part) {
    const at = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
    return `${at(part.first)} to ${at(part.last + 1)}`;
  }
  const end = new Date(Date.parse(part.quarter) + QUARTER_MS).toISOString();
  const at = (instant: string) => shopLocalMinute(instant, timeZone).slice(11);
  return `${at(part.quarter)} to ${at(end)}`;
}
