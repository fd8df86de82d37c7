import { restOf, unseal, type WireProblem } from "./wire-text.ts";

/** One customer's standing (`standing-wire.ts`), taken apart and not read before it is asked for. */
export type OpenStanding = readonly string[];

export const openStanding: (value: unknown) => OpenStanding | WireProblem = unseal;

/** The last day somebody is disqualified from ("d") or allowed to ("a") a scope; 0 when they are not. */
export function untilOf(standing: OpenStanding, list: "a" | "d", scope: string): number {
  return parseInt(restOf(standing, list + scope + ",") ?? "", 36) || 0;
}

/** Of a counter as it is written (`escapeText`): `total` uses ever; `days` newest first, one for every use. Null when never used. */
export function usesOf(
  standing: OpenStanding,
  counter: string,
): { total: number; days: readonly number[] } | null {
  const found = restOf(standing, "u" + counter + ",");
  if (!found) return null;
  const parts = found.split(",");
  const coded = parts[1] ?? "";
  const days: number[] = [];
  // Three characters (`DAY_WIDTH`) are a day, one is how often.
  for (let at = 0; at < coded.length; at += 4) {
    const day = parseInt(coded.slice(at, at + 3), 36);
    for (let n = parseInt(coded[at + 3] ?? "", 36); n > 0; n--) days.push(day);
  }
  return { total: +parts[0]! || 0, days };
}
