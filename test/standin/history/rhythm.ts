import type { Chance } from "./random.ts";

const DAY = 86_400_000;
/** Sunday to Saturday: a shop that sells most at the week's end and least on Tuesday. */
const WEEK = [1.3, 0.9, 0.8, 0.9, 1, 1.2, 1.4];
/** Two-hour steps of UTC: quiet at night, a bump at noon, most in the evening. */
const CLOCK = [0.2, 0.1, 0.1, 0.4, 1, 1.4, 1.6, 1.2, 1.3, 1.9, 2, 0.9];

/** Moments of `count` orders in the `days` before `end`, oldest first; later days get a little more. */
export function orderMoments(chance: Chance, end: Date, days: number, count: number): Date[] {
  const weights = Array.from({ length: days }, (_, index) => {
    const weekday = new Date(end.getTime() - (days - index) * DAY).getUTCDay();
    return (WEEK[weekday] ?? 1) * (0.75 + (0.5 * index) / days);
  });
  const first = end.getTime() - days * DAY;
  const dayStart = first - (first % DAY);
  return Array.from({ length: count }, () => {
    const within = chance.weighted(CLOCK) * 2 + chance.next() * 2;
    const moment = dayStart + chance.weighted(weights) * DAY + within * 3_600_000;
    return new Date(Math.min(Math.max(moment, first), end.getTime() - 1));
  }).sort((a, b) => a.getTime() - b.getTime());
}
