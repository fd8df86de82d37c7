import type { Zone } from "../shared/zone.ts";

/**
 * What a wall-clock time of a zone means: one instant; two, when the clock is put back over it; none, when the clock is
 * put forward over it, with the last time before and the first after; or no time at all.
 */
export type LocalTime =
  | { kind: "once"; instant: Date }
  | { kind: "twice"; earlier: Date; later: Date }
  | { kind: "skipped"; before: string; after: string }
  | { kind: "none" };

const MINUTE_MS = 60_000;
/** Farther than any zone is from UTC, and nearer than two changes of a clock ever are. */
const AROUND_MS = 36 * 60 * MINUTE_MS;

/** @param text "2026-10-25T02:30" */
export function readLocalTime(zone: Zone, text: string): LocalTime {
  // Rejects 2026-02-30 too; what is skipped is given the instant after it.
  if (zone.instantOf(text) === null) return { kind: "none" };
  const asUtc = Date.parse(`${text}:00Z`);
  const before = offset(zone, asUtc - AROUND_MS);
  const after = offset(zone, asUtc + AROUND_MS);
  const instants = [asUtc - before, asUtc - after].filter(
    (instant) => zone.wallClockOf(new Date(instant)) === text,
  );
  const [earlier, later] = [Math.min(...instants), Math.max(...instants)];
  if (instants.length === 0) return skipped(zone, asUtc - AROUND_MS, asUtc + AROUND_MS, before);
  return earlier === later
    ? { kind: "once", instant: new Date(earlier) }
    : { kind: "twice", earlier: new Date(earlier), later: new Date(later) };
}

/** Between `from` and `until` the clock is put forward once; `known` is its offset before. */
function skipped(zone: Zone, from: number, until: number, known: number): LocalTime {
  let [low, high] = [from / MINUTE_MS, until / MINUTE_MS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle * MINUTE_MS) === known) low = middle;
    else high = middle;
  }
  const wall = (minute: number) => zone.wallClockOf(new Date(minute * MINUTE_MS));
  return { kind: "skipped", before: wall(high - 1), after: wall(high) };
}

/** How far the zone's clock is ahead of UTC at an instant of whole minutes. */
function offset(zone: Zone, instant: number): number {
  return Date.parse(`${zone.wallClockOf(new Date(instant))}:00Z`) - instant;
}
