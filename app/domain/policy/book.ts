import { dayNumber, FOREVER } from "./day.ts";
import { guestPeriods } from "./guest-periods.ts";
import type { GuestBook, RuleBook, StandingBook } from "./question.ts";
import { matches, type GuardRule } from "./rule.ts";
import type { Scoped, Standing } from "./standing.ts";

/** Books over plain values, for the server's own questions ("Why not?"). */
export function ruleBook(rules: readonly GuardRule[]): RuleBook {
  return { ruleOf: (key) => rules.find((rule) => matches(rule.match, key)) ?? null };
}

export function standingBook(standing: Standing): StandingBook {
  return {
    isReturning: standing.isReturning,
    usesOf(counter) {
      const found = standing.uses.find((use) => use.counter === counter);
      return (
        (found && { total: found.total, days: found.days.map((day) => dayNumber(day) ?? 0) }) ??
        null
      );
    },
    isIn: (membership) => standing.memberships.includes(membership),
    disqualifiedUntil: (scope) => lastDay(standing.disqualified, scope),
    allowedUntil: (scope) => lastDay(standing.allowed, scope),
  };
}

function lastDay(list: readonly Scoped[], scope: string): number {
  const found = list.find((entry) => entry.scope === scope);
  return found ? (found.until === null ? FOREVER : (dayNumber(found.until) ?? 0)) : 0;
}

/** One guest's marks: the same that are digested for the checkout (`guestMarks`). */
export function guestBook(
  reached: readonly { counter: string; period: string }[],
  disqualified: readonly string[],
  asOf: number,
): GuestBook {
  return {
    reached: (counter, window, today) =>
      guestPeriods(window, today, asOf).some((period) =>
        reached.some((mark) => mark.counter === counter && mark.period === period),
      ),
    disqualified: (scope) => disqualified.includes(scope),
  };
}
