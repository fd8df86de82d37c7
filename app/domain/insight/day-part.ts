import type { Range } from "./range.ts";

/** Hours of a day by the shop's clock, 0 to 23, the first and the last included. */
export type Hours = { first: number; last: number };

/** A part of one day: hours, or the quarter of an hour that begins at an instant (ISO 8601). */
export type DayPart = Hours | { quarter: string };

export const QUARTER_MS = 15 * 60_000;

/** As it stands in an address: "9", "0-13", "2026-06-10T09:15:00.000Z". */
export function dayPartText(part: DayPart): string {
  if ("quarter" in part) return part.quarter;
  return part.first === part.last ? String(part.first) : `${part.first}-${part.last}`;
}

/** What an address asks for: of one day only, which `dayOf` an instant tells; what is no part of it is passed over. */
export function readDayPart(
  asked: string,
  { from, to }: Range,
  dayOf: (at: Date) => string,
): DayPart | null {
  if (from !== to) return null;
  const [, first, last = first] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(asked) ?? [];
  if (first !== undefined) {
    const hours = { first: Number(first), last: Number(last) };
    return hours.first <= hours.last && hours.last <= 23 ? hours : null;
  }
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(asked) ? new Date(asked) : null;
  if (!at || Number.isNaN(at.getTime()) || at.getTime() % QUARTER_MS !== 0) return null;
  return dayOf(at) === from ? { quarter: at.toISOString() } : null;
}
