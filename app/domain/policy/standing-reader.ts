import { restOf } from "./wire-text.ts";

/** One customer's standing (`standing-wire.ts`), taken apart and not read before it is asked for. */
export type OpenStanding = readonly string[];

export { unseal as openStanding } from "./wire-text.ts";

/**
 * The last day somebody is allowed to a scope and, three characters on (`DAY_WIDTH`), the last they are disqualified from
 * it; empty when they are neither. As they are written, so that they compare as the days do.
 */
export function daysOf(standing: OpenStanding, scope: string): string {
  return restOf(standing, "d" + scope + ",") ?? "";
}

/**
 * Of a counter as it is written (`escapeText`): how many uses since the day `first`, or ever when that is 0, and the day
 * of the use that is the `most`-th, the newest counted first (0 when there are not so many).
 */
export function usesOf(
  standing: OpenStanding,
  counter: string,
  first: number,
  most: number,
): { count: number; day: number } {
  const parts = (restOf(standing, "u" + counter + ",") ?? "").split(",");
  const coded = parts[1] ?? "";
  const since = first.toString(36);
  let count = 0;
  let day = 0;
  // Three characters are a day, one is how often (`standing-wire.ts`).
  for (let at = 0; at < coded.length; at += 4) {
    const code = coded.slice(at, at + 3);
    if (code < since) break;
    count += +coded[at + 3]! || 0;
    if (!day && count >= most) day = parseInt(code, 36);
  }
  return { count: first ? count : +parts[0]! || 0, day };
}
