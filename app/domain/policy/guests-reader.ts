import { digest, halfSipHash, keyFrom, wordsOf } from "./digest.ts";
import { dayNumber } from "./day.ts";
import type { GuardLimit, RollingWindow } from "./limit.ts";
import { firstDayOf } from "./window-days.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { escapeText, wireProblem } from "./wire-text.ts";

/**
 * So many places are looked for in one cart: five codes with a limit each, and whether they are disqualified. Of what is
 * beyond that nothing is known, so it refuses nobody and is found again from the order: more would cost more than
 * Shopify allows, and then nothing at all would be held.
 */
const PLACES_MOST = 11;

/**
 * The shards (`guests-wire.ts`) as the function reads them, for one buyer. What cannot be read is left out, and so is
 * a shard that was not written together with the first; what they held is found again from the orders.
 */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook {
  const known: Record<string, boolean> = {};
  let asked = 0;
  let run = "";
  let head = "";
  for (let at = 0; at < values.length; at++) {
    const text = wireProblem(values[at]) ? "" : (values[at] as string);
    if (text[34] === ";") head ||= text.slice(2, 34);
    // All together are sorted, so the shards are one run of digests.
    if (text.slice(2, 34) === head) run += text.slice(35, -2);
  }
  const key = keyFrom(head.slice(4));
  const people: number[][] = [];
  for (let at = 0; key && at < 2; at++) {
    const text = at ? phoneDigits(buyer.phone) : canonicalEmail(buyer.email);
    const words = wordsOf((at ? "p" : "e") + escapeText(text ?? ""));
    if (text) people.push(wordsOf(digest(halfSipHash(key[0], key[1], words)) + ",").slice(0, 2));
  }

  /** Several rules may ask for the same place. */
  function marked(place: string): boolean {
    if (place in known || ++asked > PLACES_MOST) return known[place] === true;
    const words = wordsOf(place);
    for (let at = 0; at < people.length; at++) {
      const hash = halfSipHash(key![2], key![3], people[at]!.concat(words));
      const mark = digest(hash);
      let low = 0;
      let high = (run.length / 7) | 0;
      // By sevens (`DIGEST_WIDTH`). They are spread evenly, so its place is known within some.
      let middle = (((hash[1] & 4095) * high) >> 12) - 40;
      while (low < high) {
        if (middle < low || middle >= high) middle = (low + high) >> 1;
        const found = run.slice(middle * 7, middle * 7 + 7);
        if (found === mark) return (known[place] = true);
        if (found < mark) low = middle + 1;
        else high = middle;
        middle = middle < low ? middle + 81 : -1;
      }
    }
    return (known[place] = false);
  }

  return {
    reached(counter, window, date) {
      const period = guestPeriod(window, date, parseInt(head.slice(1, 4), 36));
      return period !== "" && marked(counter + "," + period);
    },
    disqualified: (scope) => head[0] === "d" && marked(scope + ",x"),
  };
}

/**
 * The period under which a guest's digest stands who has reached a limit by `window`, given the day the digests are of
 * (`asOf`, a number) and today's date; empty when none can hold.
 *
 * A window of the calendar is named by its letter and first day, so it ends by itself. A rolling one ends on another day
 * for everyone: its digests hold on the day they were made and the day after, and are of those who are still at the
 * limit then. So a guest is let go a day early rather than held a day too long.
 */
export function guestPeriod(window: GuardLimit["window"], date: string, asOf: number): string {
  const { days } = window as Partial<RollingWindow>;
  if (days) {
    const late = (dayNumber(date) ?? 0) - asOf;
    return late === 0 || late === 1 ? "r" + days : "";
  }
  const first = firstDayOf(window, date);
  const letter = typeof window === "string" ? window[0]! : "p";
  return first === null ? "" : letter + first.toString(36);
}
