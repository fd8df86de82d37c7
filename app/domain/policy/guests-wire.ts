import { dayNumber, dayText } from "./day.ts";
import type { DigestKey } from "./digest.ts";
import { DIGEST_WIDTH, KEY_WIDTH, keyFrom, keyText } from "./digest.ts";
import { GUESTS_KEYS, METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import { DAY_WIDTH, dayCode } from "./terms-text.ts";
import { seal, unseal, type WireProblem } from "./wire-text.ts";

/*
 * Guests who reached a limit, on the wire: "d" if some are disqualified, else "-"; the day the
 * digests are of; the key; then digests of fixed width, sorted.
 *
 *   2;dg1b<28 characters of key>;<7 characters a digest>…;;
 *
 * All shards together are sorted, so a digest can only stand in the one shard whose ends enclose
 * it. All carry the key, and are written together.
 */
const OVERHEAD = seal("-" + dayCode(0) + keyText([0, 0, 0, 0]), [""]).length;

/** Digests that fit in one shard. */
export const SHARD_CAPACITY = Math.floor((METAFIELD_LIMIT_BYTES - OVERHEAD) / DIGEST_WIDTH);

/** Digests that fit in all shards together. */
export const GUESTS_CAPACITY = SHARD_CAPACITY * GUESTS_KEYS.length;

export type EncodedGuests =
  | { ok: true; shards: string[] }
  | { ok: false; problem: "too_many"; count: number; capacity: number };

/**
 * One value for each of `GUESTS_KEYS`, filled from the first. `digests` are of `guestDigest` with
 * this key; repeated ones stand once. `asOf`: the shop's local date they are of. Without any of
 * `DISQUALIFIED` among them, say so: looking for those is half of what guests cost at checkout.
 */
export function encodeGuests(
  digests: Iterable<string>,
  key: DigestKey,
  { asOf, someDisqualified = true }: { asOf: string; someDisqualified?: boolean },
): EncodedGuests {
  const sorted = [...new Set(digests)].sort();
  if (sorted.length > GUESTS_CAPACITY) {
    return { ok: false, problem: "too_many", count: sorted.length, capacity: GUESTS_CAPACITY };
  }
  const head = (someDisqualified ? "d" : "-") + dayCode(dayNumber(asOf) ?? 0) + keyText(key);
  const shards = GUESTS_KEYS.map((_, shard) => {
    const part = sorted.slice(shard * SHARD_CAPACITY, (shard + 1) * SHARD_CAPACITY);
    return seal(head, part.length > 0 ? [part.join("")] : []);
  });
  return { ok: true, shards };
}

export function decodeGuests(
  value: unknown,
):
  | { ok: true; key: DigestKey; asOf: string; digests: string[] }
  | { ok: false; problem: WireProblem } {
  const parts = unseal(value);
  if (typeof parts === "string") return { ok: false, problem: parts };
  const [head = "", run = "", ...rest] = parts;
  const key = keyFrom(head.slice(1 + DAY_WIDTH));
  const isHead = head.length === 1 + DAY_WIDTH + KEY_WIDTH;
  if (!key || !isHead || rest.length > 0 || run.length % DIGEST_WIDTH !== 0) {
    return { ok: false, problem: "malformed" };
  }
  const digests: string[] = [];
  for (let at = 0; at < run.length; at += DIGEST_WIDTH) {
    digests.push(run.slice(at, at + DIGEST_WIDTH));
  }
  return { ok: true, key, asOf: dayText(parseInt(head.slice(1, 1 + DAY_WIDTH), 36)), digests };
}
