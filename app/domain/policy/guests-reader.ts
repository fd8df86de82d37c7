import { digestOf } from "./digest.ts";
import { daysAfter } from "./day-code.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonical } from "./wire-key.ts";
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
export function openGuests(
  values: readonly unknown[],
  buyer: Pick<Buyer, "email" | "phone">,
): GuestBook {
  const known: Record<string, number> = {};
  const shards: string[] = [];
  let asked = 0;
  // "d" or "-", a day, and the key in four parts of seven.
  let head = "";
  for (let at = 0; at < values.length; at++) {
    const text = wireProblem(values[at]) ? "" : (values[at] as string);
    if (text[37] === "^") head ||= text.slice(2, 37);
    if (text.slice(2, 37) === head) shards[at] = text;
  }
  const key0 = parseInt(head.slice(7, 14), 36);
  const key1 = parseInt(head.slice(14, 21), 36);
  const key2 = parseInt(head.slice(21, 28), 36);
  const key3 = parseInt(head.slice(28), 36);
  const people: string[] = [];
  for (let at = 0; key0 + key1 + key2 + key3 >= 0 && at < 2; at++) {
    const kind = at ? "p" : "e";
    const identity = canonical(kind, at ? buyer.phone : buyer.email);
    if (!identity) continue;
    // Nearly all are plain but for one sign, and a pattern costs much.
    let plain = "";
    try {
      plain = encodeURIComponent(identity).replace("%40", "@");
    } catch {
      // Half a character.
    }
    const text = plain === identity ? identity : escapeText(identity);
    people[people.length] = digestOf(key0, key1, kind + text);
  }

  /** Several rules may ask for the same place. A digest that is there makes two parts, one that is there twice three. */
  function marked(place: string): number {
    if (place in known || ++asked > PLACES_MOST) return known[place] ?? 1;
    known[place] = 1;
    for (let at = 0; at < people.length && known[place] !== 2; at++) {
      const mark = digestOf(key2, key3, people[at]! + place);
      // The first two characters are of six bits (`DIGITS`): two bits for the shard, eight for the shelf in it.
      let bits = 0;
      for (let n = 0; n < 2; n++) {
        const letter = mark.charCodeAt(n);
        bits *= 64;
        bits +=
          letter - (letter > 96 ? 59 : letter > 94 ? 58 : letter > 64 ? 54 : letter > 47 ? 47 : 45);
      }
      const shard = shards[bits >> 10] ?? "";
      const shelf = 38 + ((bits >> 2) & 255) * 3;
      const from = parseInt(shard.slice(shelf, shelf + 3), 36) * 5;
      const to = parseInt(shard.slice(shelf + 3, shelf + 6), 36) * 5;
      const parts = shard.slice(809 + from, 809 + to).split(mark.slice(2), 3);
      // Across the end of one digest and the beginning of the next it is none.
      if (parts.length > 1 && parts[0]!.length % 5 === 0) known[place] = parts.length;
    }
    return known[place];
  }

  // A rolling window's digests hold on the day they were made and the day after.
  return {
    reached: (counter, period, today) =>
      (period[0] !== "r" ||
        today === head.slice(1, 7) ||
        today === daysAfter(head.slice(1, 7), 1)) &&
      marked("," + counter + "," + period) > 1,
    held: (scope) => (head[0] === "-" ? 1 : marked("," + scope + ",x")),
  };
}
