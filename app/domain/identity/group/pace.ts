import { DAY_MS } from "../../shared/days.ts";

/** A ring goes on within a day, a week or a month: so often, and after so many days on average. */
const PACES = [
  [0.4, 1],
  [0.4, 6],
  [0.2, 40],
] as const;

/** How likely a group that goes on does so after just this gap: density a day. */
export function paceOf(gapMs: number): number {
  const days = Math.max(0.05, gapMs / DAY_MS);
  return PACES.reduce((sum, [weight, mean]) => sum + (weight / mean) * Math.exp(-days / mean), 0);
}

/** The same when nothing can lie further back than `days`: a young campaign has short gaps only. */
export function paceWithin(gapMs: number, days: number): number {
  const within = PACES.reduce(
    (sum, [weight, mean]) => sum + weight * (1 - Math.exp(-days / mean)),
    0,
  );
  return paceOf(gapMs) / within;
}
