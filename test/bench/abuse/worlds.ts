import type { Habits } from "#test/worlds/habits/habits.ts";
import { makeWorld, ONCE_CODES, type WorldOptions } from "#test/worlds/world.ts";
import type { RawCase } from "./cases.ts";

/** A stream of our own second world. */
export function ownStream(
  seed: number,
  level: WorldOptions["level"],
  habits?: readonly Habits[],
): { raw: RawCase[]; once: ReadonlySet<string> } {
  const orders = makeWorld({ seed, level, ...(habits ? { habits } : {}) });
  const raw = orders.map(({ body, truth, code }): RawCase => {
    const isOverLimit = code !== null && truth.isAbuse;
    return { body, isOverLimit, household: String(truth.household) };
  });
  return { raw, once: new Set(ONCE_CODES) };
}
