import { NEW_CODE, observeTick, type ClaimRate } from "./claim-rate.ts";
import { discoveries } from "./discoveries.ts";

/** What is kept of a watched code. `quiet`: ticks since it last stood out; null before it ever did. */
export type WatchedCode = { rate: ClaimRate; age: number; quiet: number | null };

export const NEW_WATCH: WatchedCode = { rate: NEW_CODE, age: 0, quiet: null };

export type Count = { claims: number; isAnnounced: boolean };

/** `index` of the code; `claims` seen where `expected` were to be. */
export type Alarm = { index: number; claims: number; expected: number };

/** A single tick is enough when, over all codes of the tick, it would be false so seldom. */
const TICK_LEVEL = 0.0005;
/** Two customers at one time are never beyond belief, however seldom a code is used. */
const FEWEST = 3;
/** Ticks before a code is known well enough to raise an alarm: a week. */
const LEARNS = 672;
/** An alarm that comes again within so many ticks is the same one: six hours. */
const SAME_ALARM = 24;

/**
 * One tick of 15 minutes for all watched codes: evidence gathered over ticks, or one tick beyond belief, raises an alarm,
 * once per run. An announced launch raises one only when it goes beyond what launches do.
 */
export function watchTick(
  codes: readonly WatchedCode[],
  counts: readonly Count[],
  busy: number,
): { codes: WatchedCode[]; alarms: Alarm[] } {
  const ticks = codes.map(({ rate }, i) =>
    observeTick(rate, counts[i]!.claims, busy, counts[i]!.isAnnounced),
  );
  const chances = ticks.map(({ chance }, i) =>
    codes[i]!.age < LEARNS || counts[i]!.claims < FEWEST ? 1 : chance,
  );
  const beyond = new Set(discoveries(chances, TICK_LEVEL));
  const alarms: Alarm[] = [];
  const next = codes.map((code, index): WatchedCode => {
    const { rate, expected, standsOut } = ticks[index]!;
    const isHigh = (standsOut || beyond.has(index)) && code.age >= LEARNS;
    if (isHigh && (code.quiet === null || code.quiet >= SAME_ALARM))
      alarms.push({ index, claims: counts[index]!.claims, expected });
    const quiet = isHigh ? 0 : code.quiet === null ? null : code.quiet + 1;
    return { rate, age: code.age + 1, quiet };
  });
  return { codes: next, alarms };
}
