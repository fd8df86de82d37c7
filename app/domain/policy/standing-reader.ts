import type { StandingBook } from "./question.ts";
import { DAY_WIDTH } from "./terms-text.ts";
import { countUpTo, escapeText, restOf, unseal, type WireProblem } from "./wire-text.ts";

/** One customer's standing (`standing-wire.ts`) as the function reads it. */
export function openStanding(value: unknown): StandingBook | WireProblem {
  const parts = unseal(value);
  if (typeof parts === "string") return parts;
  const head = parts[0]!;
  const until = (list: string, scope: string): number =>
    // Most standings have neither list.
    head.includes(list) ? parseInt(restOf(parts, list + scope + ",") ?? "", 36) || 0 : 0;
  return {
    isReturning: head.includes("r"),
    disqualifiedUntil: (scope) => until("d", scope),
    allowedUntil: (scope) => until("a", scope),
    isIn(membership) {
      const record = "s" + escapeText(membership);
      return parts[countUpTo(parts, record) - 1] === record;
    },
    usesOf(counter) {
      const found = restOf(parts, "u" + escapeText(counter) + ",");
      if (!found) return null;
      const [total, coded = ""] = found.split(",");
      const days: number[] = [];
      for (let at = 0; at < coded.length; at += DAY_WIDTH + 1) {
        const day = parseInt(coded.slice(at, at + DAY_WIDTH), 36);
        for (let n = parseInt(coded.charAt(at + DAY_WIDTH), 36); n > 0; n--) days.push(day);
      }
      return { total: Number(total) || 0, days };
    },
  };
}
