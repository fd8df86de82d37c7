import { DAY_WIDTH } from "./terms-text.ts";
import { escapeText, restOf, unseal, type WireProblem } from "./wire-text.ts";

/** One customer's standing (`standing-wire.ts`), taken apart and not read before it is asked for. */
export type OpenStanding = readonly string[];

export const openStanding: (value: unknown) => OpenStanding | WireProblem = unseal;

/** The last day somebody is disqualified from ("d") or allowed to ("a") a scope; 0 when they are not. */
export function untilOf(standing: OpenStanding, list: "a" | "d", scope: string): number {
  return parseInt(restOf(standing, list + scope + ",") ?? "", 36) || 0;
}

/** `total` uses ever; `days` newest first, one for every use. Null when never used. */
export function usesOf(
  standing: OpenStanding,
  counter: string,
): { total: number; days: readonly number[] } | null {
  const found = restOf(standing, "u" + escapeText(counter) + ",");
  if (!found) return null;
  const parts = found.split(",");
  const coded = parts[1] ?? "";
  const days: number[] = [];
  for (let at = 0; at < coded.length; at += DAY_WIDTH + 1) {
    const day = parseInt(coded.slice(at, at + DAY_WIDTH), 36);
    for (let n = parseInt(coded.slice(at + DAY_WIDTH, at + DAY_WIDTH + 1), 36); n > 0; n--) {
      days.push(day);
    }
  }
  return { total: +parts[0]! || 0, days };
}
