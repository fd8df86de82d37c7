import type { Zone } from "#app/domain/shared/zone.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

function wallClock(timeZone: string, instant: Date): string {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((p) => [p.type, p.value]),
  );
  return `${part.year?.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/** The clock of an IANA time zone, by the zone database that comes with Node. @throws RangeError for an unknown zone. */
export function zoneOf(name: string): Zone {
  const wallClockOf = (instant: Date) => wallClock(name, instant);
  wallClockOf(new Date(0));
  return {
    name,
    wallClockOf,
    dayOf: (instant) => wallClockOf(instant).slice(0, 10),
    instantOf: (text) => instantOf(text, wallClockOf),
  };
}

function instantOf(text: string, wallClockOf: (instant: Date) => string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = new Date(`${text}:00Z`);
  // Rejects 2026-02-30, which Date would move to March.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 16) !== text) return null;
  // The offset before and after any change of clocks near that time: the earlier instant that shows the text wins.
  const candidates = [-1, 1].map((side) => {
    const near = new Date(asUtc.getTime() + side * 86_400_000);
    const offset =
      Date.parse(`${wallClockOf(near)}:00Z`) - near.getTime() + (near.getTime() % 60_000);
    return new Date(asUtc.getTime() - offset);
  });
  const exact = candidates.filter((candidate) => wallClockOf(candidate) === text);
  const [first, second] = (exact.length > 0 ? exact : candidates).map((date) => date.getTime());
  if (first === undefined) return null;
  if (exact.length > 0) return new Date(Math.min(first, second ?? first));
  // Skipped by the clock: the candidate with the offset before the change lands just after it.
  return new Date(Math.max(first, second ?? first));
}
