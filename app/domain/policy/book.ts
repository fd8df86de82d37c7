import type { GuestBook, RuleBook, StandingBook } from "./question.ts";
import { matches, type GuardRule } from "./rule.ts";
import { FOREVER, type Standing } from "./standing.ts";

/** Books over plain values, for the server's own questions ("Why not?"). */
export function ruleBook(rules: readonly GuardRule[]): RuleBook {
  return { ruleOf: (key) => rules.find((rule) => matches(rule.match, key)) ?? null };
}

export function standingBook(standing: Standing): StandingBook {
  return {
    usesOf: (rule, period) =>
      standing.uses.find((use) => use.rule === rule && use.period === period)?.count ?? 0,
    inAnySegment: (segments) => segments.some((id) => standing.segments.includes(id)),
    disqualifiedUntil: (rule) => {
      const held = standing.disqualified.filter(
        (entry) => entry.rule === rule || entry.rule === "*",
      );
      return (
        held
          .map((entry) => entry.until ?? FOREVER)
          .sort()
          .at(-1) ?? null
      );
    },
  };
}

/** A guest who reached these limits; a disqualification carries the rule or "*". */
export function guestBook(
  reached: readonly { rule: string; period: string }[],
  disqualified: readonly string[],
): GuestBook {
  return {
    reached: (rule, period) => reached.some((mark) => mark.rule === rule && mark.period === period),
    disqualified: (rule) => disqualified.includes(rule) || disqualified.includes("*"),
  };
}
