import { digest, keyFrom, wordsOf } from "./digest.ts";
import { dayNumber } from "./day.ts";
import type { GuardLimit } from "./limit.ts";
import { firstDayOf } from "./window-days.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { escapeText, unseal } from "./wire-text.ts";

/**
 * The shards (`guests-wire.ts`) as the function reads them, for one buyer. What cannot be read is left out, and so is
 * a shard that was not written together with the first; what they held is found again from the orders.
 */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook {
  const known: Record<string, boolean> = {};
  const runs: string[] = [];
  let head = "";
  for (const value of values) {
    const parts = unseal(value);
    if (typeof parts === "string") continue;
    head ||= parts[0]!;
    if (parts[0] === head && parts[1]) runs.push(parts[1]);
  }
  const key = keyFrom(head.slice(4));
  const people: number[][] = [];
  for (const kind of key ? ["e", "p"] : []) {
    const text = kind === "e" ? canonicalEmail(buyer.email) : phoneDigits(buyer.phone);
    if (text)
      people.push(
        wordsOf(digest(key![0], key![1], wordsOf(kind + escapeText(text))) + ",").slice(0, 2),
      );
  }

  /** Several rules may ask for the same place. */
  function marked(place: string): boolean {
    const words = wordsOf(place);
    return (known[place] ??= people.some((person) => {
      const mark = digest(key![2], key![3], person.concat(words));
      return runs.some((run) => contains(run, mark));
    }));
  }

  /** By sevens (`DIGEST_WIDTH`). Most shards are left after one look: a digest before their first or after their last. */
  function contains(run: string, mark: string): boolean {
    let low = 0;
    let high = run.length / 7;
    if (mark < run.slice(0, 7) || mark > run.slice(-7)) return false;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = run.slice(middle * 7, middle * 7 + 7);
      if (found === mark) return true;
      if (found < mark) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  const asOf = parseInt(head.slice(1, 4), 36);
  return {
    reached: (counter, window, date) =>
      guestPeriods(window, date, asOf).some((period) => marked(counter + "," + period)),
    disqualified: (scope) => head[0] === "d" && marked(scope + ",x"),
  };
}

/**
 * The periods under which a guest's digest may stand who has reached a limit by `window`, given the
 * day the digests are of (`asOf`, a number) and today's date; empty when none can hold.
 *
 * A window of the calendar is named by its letter and first day, so it ends by itself. A rolling one
 * ends on another day for everyone: its digests hold on the day they were made, "r30" for those who
 * are still over the limit the day after, on that day as well. "R30" is for those who are not.
 */
export function guestPeriods(window: GuardLimit["window"], date: string, asOf: number): string[] {
  if (typeof window === "object" && window.kind === "rolling") {
    const late = (dayNumber(date) ?? 0) - asOf;
    return ["r" + window.days, "R" + window.days].slice(late < 0 ? 2 : 0, late > 1 ? 0 : 2 - late);
  }
  const first = firstDayOf(window, date);
  const letter = typeof window === "string" ? window[0]! : "p";
  return first === null ? [] : [letter + first.toString(36)];
}
