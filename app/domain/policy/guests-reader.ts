import type { DigestKey } from "./digest.ts";
import { DIGEST_WIDTH, DISQUALIFIED, guestDigest } from "./digest.ts";
import { guestIdentity, KEY_WIDTH, keyFromText } from "./digest.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { wireProblem } from "./wire-text.ts";

const HEAD_WIDTH = 3 + KEY_WIDTH;

/** Shards that share a key, and who the buyer is under it. */
type Pile = { key: DigestKey; shards: string[]; tags: string[] };

/** The shards (`guests-wire.ts`) as the function reads them, for one buyer. */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook {
  const piles = new Map<string, Pile | null>();
  let someDisqualified = false;
  for (const value of values) {
    // What cannot be read is left out; what it held is found again from the orders.
    if (wireProblem(value) !== null) continue;
    const shard = value as string;
    const keyPart = shard.slice(3, HEAD_WIDTH);
    someDisqualified ||= shard.charAt(2) === "d";
    if (!piles.has(keyPart)) piles.set(keyPart, pileFor(keyFromText(keyPart), buyer));
    piles.get(keyPart)?.shards.push(shard);
  }
  const marked = (rule: string, period: string): boolean => {
    for (const pile of piles.values()) {
      for (const tag of pile ? pile.tags : []) {
        const digest = guestDigest(pile!.key, rule, period, tag);
        if (pile!.shards.some((shard) => contains(shard, digest))) return true;
      }
    }
    return false;
  };
  let barred: boolean | undefined;
  return {
    reached: marked,
    disqualified: (rule) =>
      someDisqualified && ((barred ??= marked("*", DISQUALIFIED)) || marked(rule, DISQUALIFIED)),
  };
}

function pileFor(key: DigestKey | null, buyer: Buyer): Pile | null {
  if (!key) return null;
  const email = buyer.email && canonicalEmail(buyer.email);
  const phone = buyer.phone && phoneDigits(buyer.phone);
  const tags: string[] = [];
  if (email) tags.push(guestIdentity(key, "e", email));
  if (phone) tags.push(guestIdentity(key, "p", phone));
  return { key, shards: [], tags };
}

/** Most shards are left after one look: a digest before their first or after their last. */
function contains(shard: string, digest: string): boolean {
  const at = (index: number) => {
    const from = HEAD_WIDTH + index * DIGEST_WIDTH;
    return shard.slice(from, from + DIGEST_WIDTH);
  };
  let low = 0;
  let high = Math.floor((shard.length - HEAD_WIDTH - 2) / DIGEST_WIDTH);
  if (high < 1 || digest < at(0) || digest > at(high - 1)) return false;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < digest) low = middle + 1;
    else high = middle;
  }
  return at(low) === digest;
}
