import { DIGEST_WIDTH, DISQUALIFIED, hashing } from "./digest.ts";
import { guestPeriods } from "./guest-periods.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { unseal } from "./wire-text.ts";

/**
 * The shards (`guests-wire.ts`) as the function reads them, for one buyer. What cannot be read is left out, and so is
 * a shard that was not written together with the first; what they held is found again from the orders.
 */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook {
  const { identity, placed, wordsOf, keyFrom } = hashing();
  const known: Record<string, boolean> = {};
  const runs: string[] = [];
  let head = "";
  for (let at = 0; at < values.length; at++) {
    const parts = unseal(values[at]);
    if (typeof parts === "string") continue;
    head ||= parts[0]!;
    if (parts[0] === head && parts[1]) runs.push(parts[1]);
  }
  const key = keyFrom(head.slice(4));
  const people: number[][] = [];
  for (const kind of key ? ["e", "p"] : []) {
    const text = kind === "e" ? canonicalEmail(buyer.email ?? "") : phoneDigits(buyer.phone ?? "");
    if (text) people.push(wordsOf(identity(key!, kind + text) + ",").slice(0, 2));
  }

  /** Several rules may ask for the same place. */
  function marked(place: string): boolean {
    const words = wordsOf(place);
    return (known[place] ??= people.some((person) => {
      const digest = placed(key!, person, words);
      return runs.some((run) => contains(run, digest));
    }));
  }

  /** Most shards are left after one look: a digest before their first or after their last. */
  function contains(run: string, digest: string): boolean {
    let low = 0;
    let high = run.length / DIGEST_WIDTH;
    if (digest < run.slice(0, DIGEST_WIDTH) || digest > run.slice(-DIGEST_WIDTH)) return false;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = middle * DIGEST_WIDTH;
      const found = run.slice(at, at + DIGEST_WIDTH);
      if (found === digest) return true;
      if (found < digest) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  const asOf = parseInt(head.slice(1, 4), 36);
  return {
    reached: (counter, window, date) =>
      guestPeriods(window, date, asOf).some((period) => marked(counter + "," + period)),
    disqualified: (scope) => head[0] === "d" && marked(scope + "," + DISQUALIFIED),
  };
}
