import type { DigestKey } from "./digest.ts";
import { DIGEST_WIDTH, DISQUALIFIED, guestDigest, keyFromText, keyText } from "./digest.ts";
import { GUESTS_KEYS, METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import type { Buyer, GuestBook } from "./question.ts";
import { canonicalEmail, phoneDigits } from "./wire-key.ts";
import { recordsOf, seal, wireProblem, type WireProblem } from "./wire-text.ts";

/*
 * Guests who reached a limit, on the wire: the key, then digests of fixed width, sorted.
 *
 *   1;<24 characters of key>;<7 characters a digest>…;;
 *
 * All shards together are sorted, so a digest can only stand in the one shard whose ends enclose
 * it. Each carries its key: while a key is being changed, every shard is read by its own.
 */
const KEY_WIDTH = 24;
const HEAD_WIDTH = "1;".length + KEY_WIDTH + ";".length;

/** Digests that fit in one shard. */
export const SHARD_CAPACITY = Math.floor(
  (METAFIELD_LIMIT_BYTES - HEAD_WIDTH - ";;".length) / DIGEST_WIDTH,
);

/** Digests that fit in all shards together. */
export const GUESTS_CAPACITY = SHARD_CAPACITY * GUESTS_KEYS.length;

export type EncodedGuests =
  | { ok: true; shards: string[] }
  | { ok: false; problem: "too_many"; count: number; capacity: number };

/** One value for each of `GUESTS_KEYS`, filled from the first; repeated digests stand once. */
export function encodeGuests(digests: Iterable<string>, key: DigestKey): EncodedGuests {
  const sorted = [...new Set(digests)].sort();
  if (sorted.length > GUESTS_CAPACITY) {
    return { ok: false, problem: "too_many", count: sorted.length, capacity: GUESTS_CAPACITY };
  }
  const shards = GUESTS_KEYS.map((_, shard) => {
    const part = sorted.slice(shard * SHARD_CAPACITY, (shard + 1) * SHARD_CAPACITY);
    return seal([keyText(key), part.join("")]);
  });
  return { ok: true, shards };
}

export function decodeGuests(
  value: unknown,
): { ok: true; key: DigestKey; digests: string[] } | { ok: false; problem: WireProblem } {
  const problem = wireProblem(value);
  if (problem) return { ok: false, problem };
  const [keyPart = "", run = "", ...rest] = recordsOf(value as string);
  const key = keyFromText(keyPart);
  if (!key || rest.length > 0 || run.length % DIGEST_WIDTH !== 0) {
    return { ok: false, problem: "malformed" };
  }
  const digests: string[] = [];
  for (let at = 0; at < run.length; at += DIGEST_WIDTH) {
    digests.push(run.slice(at, at + DIGEST_WIDTH));
  }
  return { ok: true, key, digests };
}

type Shard = { text: string; count: number; key: DigestKey };

/** The shards as the function reads them, for one buyer; what cannot be read is left out. */
export function openGuests(values: readonly unknown[], buyer: Buyer): GuestBook | null {
  const shards: Shard[] = [];
  for (const value of values) {
    const shard = wireProblem(value) === null ? shardOf(value as string) : null;
    if (shard) shards.push(shard);
  }
  const email = buyer.email === null ? null : canonicalEmail(buyer.email);
  const phone = buyer.phone === null ? null : phoneDigits(buyer.phone);
  if (shards.length === 0 || (email === null && phone === null)) return null;
  const marked = (rule: string, periodCode: string) =>
    (email !== null && holds(shards, rule, periodCode, "e", email)) ||
    (phone !== null && holds(shards, rule, periodCode, "p", phone));
  return {
    reached: marked,
    disqualified: (rule) => marked(rule, DISQUALIFIED) || marked("*", DISQUALIFIED),
  };
}

function shardOf(text: string): Shard | null {
  const key = keyFromText(text.slice(2, 2 + KEY_WIDTH));
  const width = text.length - HEAD_WIDTH - 2;
  return key && width > 0 && width % DIGEST_WIDTH === 0
    ? { text, count: width / DIGEST_WIDTH, key }
    : null;
}

function holds(
  shards: readonly Shard[],
  rule: string,
  periodCode: string,
  kind: "e" | "p",
  identity: string,
): boolean {
  let key: DigestKey | null = null;
  let digest = "";
  for (const shard of shards) {
    if (key === null || !sameKey(key, shard.key)) {
      key = shard.key;
      digest = guestDigest(key, rule, periodCode, kind, identity);
    }
    const inside = digest >= digestAt(shard, 0) && digest <= digestAt(shard, shard.count - 1);
    if (inside && contains(shard, digest)) return true;
  }
  return false;
}

const sameKey = (a: DigestKey, b: DigestKey): boolean => a.every((part, i) => part === b[i]);

function digestAt({ text }: Shard, index: number): string {
  const at = HEAD_WIDTH + index * DIGEST_WIDTH;
  return text.slice(at, at + DIGEST_WIDTH);
}

function contains(shard: Shard, digest: string): boolean {
  let low = 0;
  let high = shard.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (digestAt(shard, middle) < digest) low = middle + 1;
    else high = middle;
  }
  return low < shard.count && digestAt(shard, low) === digest;
}
