import type { DigestKey } from "./digest.ts";
import { DIGEST_WIDTH, DISQUALIFIED, guestIdentity, identityWords } from "./digest.ts";
import { keyFromText, placeWords, wireDigest } from "./digest.ts";
import { guestPeriods } from "./guest-periods.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { DAY_WIDTH } from "./terms-text.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { unseal } from "./wire-text.ts";

/** Shards that share a key, and who the buyer is under it. */
type Pile = { key: DigestKey; runs: string[]; people: number[][] };

/** The shards (`guests-wire.ts`) as the function reads them, for one buyer. */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook {
  const piles: Record<string, Pile | null> = {};
  let someDisqualified = false;
  let asOf = 0;
  for (const value of values) {
    const parts = unseal(value);
    // What cannot be read is left out; what it held is found again from the orders.
    if (typeof parts === "string") continue;
    const [head = "", run = ""] = parts;
    const keyPart = head.slice(1 + DAY_WIDTH);
    someDisqualified ||= head.charAt(0) === "d";
    asOf = parseInt(head.slice(1, 1 + DAY_WIDTH), 36);
    piles[keyPart] ??= pileFor(keyFromText(keyPart), buyer);
    piles[keyPart]?.runs.push(run);
  }
  const marked = (counter: string, period: string): boolean => {
    const place = placeWords(counter, period);
    for (const pile of Object.values(piles)) {
      for (const person of pile ? pile.people : []) {
        const digest = wireDigest(pile!.key, person, place);
        for (const run of pile!.runs) if (contains(run, digest)) return true;
      }
    }
    return false;
  };
  const known: Record<string, boolean> = {};
  return {
    reached: (counter, window, today) =>
      guestPeriods(window, today, asOf).some((period) => marked(counter, period)),
    disqualified: (scope) =>
      someDisqualified && (known["=" + scope] ??= marked(scope, DISQUALIFIED)),
  };
}

function pileFor(key: DigestKey | null, buyer: Buyer): Pile | null {
  if (!key) return null;
  const email = buyer.email && canonicalEmail(buyer.email);
  const phone = buyer.phone && phoneDigits(buyer.phone);
  const people: number[][] = [];
  if (email) people.push(identityWords(guestIdentity(key, "e", email)));
  if (phone) people.push(identityWords(guestIdentity(key, "p", phone)));
  return { key, runs: [], people };
}

/** Most shards are left after one look: a digest before their first or after their last. */
function contains(run: string, digest: string): boolean {
  const at = (index: number) => run.slice(index * DIGEST_WIDTH, (index + 1) * DIGEST_WIDTH);
  let low = 0;
  let high = Math.floor(run.length / DIGEST_WIDTH);
  if (high < 1 || digest < at(0) || digest > at(high - 1)) return false;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < digest) low = middle + 1;
    else high = middle;
  }
  return at(low) === digest;
}
