import { dayNumber, dayText } from "./day.ts";
import { dayCode } from "./day-code.ts";
import { countOf, type GroupId, type GuardLimit } from "./limit.ts";
import { counterOf, type RuleTerms } from "./rule.ts";
import { firstDateOf, periodName, windowText } from "./window-days.ts";
import type { CountedUses } from "./standing.ts";

/**
 * One use that still counts, from the ledger: the campaign (a rule's id), the groups it is in — also when it is over —,
 * the code's key and the shop's local date. `costMinor`: what it took off, less the refunded share, where the campaign has
 * a cap per customer; else 0.
 */
export type LedgerUse = {
  campaign: string;
  groups: readonly GroupId[];
  codeKey: string;
  day: string;
  costMinor: number;
};

/** What one counter says of one person; `limits` are all that ask for it. */
type Tally = {
  counter: string;
  uses: Set<LedgerUse>;
  limits: { limit: GuardLimit; rule: RuleTerms }[];
};

/**
 * One person's uses as their standing holds them: for every counter that a limit of these rules asks for, with the days
 * that a window can still take in on `today` (a local date) or later. The counter that was used last comes first.
 */
export function foldUses(
  uses: readonly LedgerUse[],
  rules: readonly RuleTerms[],
  today: string,
): CountedUses[] {
  const folded = talliesOf(uses, rules).map(({ counter, uses: theirs, limits }) => {
    const [from = ""] = limits.map(({ limit }) => firstDayAsked(limit, today)).sort();
    const days = [...theirs]
      .map(({ day }) => day)
      .sort()
      .reverse();
    const kept = days.filter((day) => day >= from);
    return { last: days[0] ?? "", uses: { counter, total: days.length, days: kept } };
  });
  folded.sort((a, b) => (a.last + b.uses.counter < b.last + a.uses.counter ? 1 : -1));
  return folded.map((entry) => entry.uses);
}

/**
 * What one guest has reached on `today`: what is digested for the checkout, of campaigns that compare guests.
 *
 * A window of the calendar is named by its letter and first day, so it ends by itself. A rolling one ends on another day
 * for everyone: its digests hold on the day they were made and the day after, and are of those who are still at the
 * limit then. So a guest is let go a day early rather than held a day too long. A digest tells no number: of limits that
 * count the same in the same window, for campaigns of one group, the one that takes the most must be reached.
 */
export function guestMarks(
  uses: readonly LedgerUse[],
  rules: readonly RuleTerms[],
  today: string,
): { counter: string; period: string }[] {
  const now = dayNumber(today);
  if (now === null) return [];
  const marks = new Map<string, { counter: string; period: string }>();
  for (const { counter, uses: theirs, limits } of talliesOf(uses, rules)) {
    const days = [...theirs].map(({ day }) => day);
    for (const { limit, rule } of limits) {
      if (rule.guest !== "match" || !isReached(limit, days, today)) continue;
      if (!isLaxest(limit, limits)) continue;
      const isRolling = typeof limit.window === "object" && limit.window.kind === "rolling";
      if (isRolling && !isReached(limit, days, dayText(now + 1))) continue;
      const period = periodName(windowText(limit.window), dayCode(today));
      if (period) marks.set(counter + " " + period, { counter, period });
    }
  }
  return [...marks.values()];
}

function isLaxest({ window, perCustomer }: GuardLimit, all: Tally["limits"]): boolean {
  const text = windowText(window);
  return all.every(
    ({ limit, rule }) =>
      rule.guest !== "match" ||
      windowText(limit.window) !== text ||
      limit.perCustomer <= perCustomer,
  );
}

function isReached(
  { window, perCustomer }: GuardLimit,
  days: readonly string[],
  on: string,
): boolean {
  const first = firstDateOf(window, on);
  return first !== null && days.filter((day) => day >= first).length >= perCustomer;
}

/** The first day a limit can still ask for; none when it counts for life. */
function firstDayAsked({ window }: GuardLimit, today: string): string {
  if (window === "lifetime") return "9";
  if (typeof window !== "string" && window.kind === "period") return window.first;
  return firstDateOf(window, today) ?? "";
}

function talliesOf(uses: readonly LedgerUse[], rules: readonly RuleTerms[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const rule of rules) {
    for (const limit of rule.limits) {
      const touched = new Set<Tally>();
      const counted = uses.filter((use) => countsTowards(use, limit, rule.id));
      if (countOf(limit, counted) === 0) continue;
      for (const use of counted) {
        const counter = counterOf(limit, rule.id, use.codeKey);
        const tally = tallies.get(counter) ?? { counter, uses: new Set(), limits: [] };
        tallies.set(counter, tally);
        tally.uses.add(use);
        touched.add(tally);
      }
      for (const tally of touched) tally.limits.push({ limit, rule });
    }
  }
  return [...tallies.values()];
}

/** Whether a use is one of those that a limit of a rule (its id) counts, whichever the code. */
export function countsTowards(use: LedgerUse, { counter }: GuardLimit, rule: string): boolean {
  return counter.startsWith("+")
    ? use.groups.some((group) => group === counter)
    : use.campaign === rule;
}
