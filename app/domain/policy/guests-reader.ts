import { DIGEST_WIDTH, DISQUALIFIED, guestDigest, KEY_WIDTH, keyFromText } from "./digest.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { wireProblem } from "./wire-text.ts";

const HEAD_WIDTH = 3 + KEY_WIDTH;

/** The shards (`guests-wire.ts`) as the function reads them, for one buyer. */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook | null {
  // What cannot be read is left out; what it held is found again from the orders.
  const shards = values.filter((value) => wireProblem(value) === null) as string[];
  const email = buyer.email && canonicalEmail(buyer.email);
  const phone = buyer.phone && phoneDigits(buyer.phone);
  if (shards.length === 0 || !(email || phone)) return null;

  const marked = (rule: string, period: string): boolean =>
    (!!email && isIn(shards, rule, period, "e", email)) ||
    (!!phone && isIn(shards, rule, period, "p", phone));
  return {
    reached: marked,
    disqualified: (rule) => marked(rule, DISQUALIFIED) || marked("*", DISQUALIFIED),
  };
}

function isIn(
  shards: readonly string[],
  rule: string,
  period: string,
  kind: "e" | "p",
  identity: string,
): boolean {
  let digestedBy = "";
  let digest = "";
  return shards.some((shard) => {
    const keyPart = shard.slice(2, HEAD_WIDTH - 1);
    if (keyPart !== digestedBy) {
      const key = keyFromText(keyPart);
      if (!key) return false;
      digestedBy = keyPart;
      digest = guestDigest(key, rule, period, kind, identity);
    }
    return contains(shard, digest);
  });
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
