import type { GuestBook, RuleBook, StandingBook } from "./question.ts";
import { matches, type GuardRule } from "./rule.ts";
import type { Standing } from "./standing.ts";

/** Books over plain values, for the server's own questions ("Why not?"). */
export function ruleBook(rules: readonly GuardRule[]): RuleBook {
  return { ruleOf: (key) => rules.find((rule) => matches(rule.match, key)) ?? null };
}

export function standingBook(standing: Standing): StandingBook {
  return {
    usesOf: (rule, periodCode) =>
      standing.uses.find((use) => use.rule === rule && use.period === periodCode)?.count ?? 0,
    inAnySegment: (segments) => segments.some((id) => standing.segments.includes(id)),
    disqualifiedUntil: (rule) => {
      const ends = standing.disqualified
        .filter((entry) => entry.rule === rule || entry.rule === "*")
        .map((entry) => entry.until);
      return latest(ends);
    },
  };
}

/** A guest who reached these limits; a disqualification carries the rule or "*". */
export function guestBook(
  reached: readonly { rule: string; period: string }[],
  disqualified: readonly string[],
): GuestBook {
  return {
    reached: (rule, periodCode) =>
      reached.some((mark) => mark.rule === rule && mark.period === periodCode),
    disqualified: (rule) => disqualified.includes(rule) || disqualified.includes("*"),
  };
}

/** The end that holds longest; null never ends; undefined when there is none. */
export function latest(ends: readonly (string | null)[]): string | null | undefined {
  let found: string | null | undefined;
  for (const end of ends) {
    if (end === null) return null;
    if (found === undefined || found === null || end > found) found = end;
  }
  return found;
}
