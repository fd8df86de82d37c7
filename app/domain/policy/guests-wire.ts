import { codeDate, DAY_WIDTH, nearestDayCode } from "./day-code.ts";
import type { DigestKey } from "./digest.ts";
import { DIGEST_WIDTH, KEY_WIDTH, keyFrom, keyText, SHELF_WIDTH } from "./digest.ts";
import { GUESTS_KEYS, METAFIELD_LIMIT_BYTES } from "./metafields.ts";
import { seal, unseal, type WireProblem } from "./wire-text.ts";

/*
 * Guests who reached a limit, on the wire: "d" if some are disqualified, "i" if some are asked to sign in, too, else "-"; the
 * day the digests are of; the key; where each shelf of the shard begins; then digests, sorted. Who is asked to sign in has
 * their digest twice.
 *
 *   3^d261123<28 characters of key>^<257 places of 3><5 characters a digest>…^^
 *
 * To read a character costs more than to look for it, so of a digest's 40 bits the first ten are told
 * by where it stands: the shard, and its shelf there. A shelf's place is how many digests come before
 * it, in base 36; the last is where all end. All have the same head and are written together.
 */
const SHELVES = 256;
const TAIL_WIDTH = DIGEST_WIDTH - SHELF_WIDTH;
const PLACE_WIDTH = 3;
const HEAD_WIDTH = 1 + DAY_WIDTH + KEY_WIDTH;

/** Digests that fit in one shard. */
const SHARD_CAPACITY = Math.floor(
  (METAFIELD_LIMIT_BYTES -
    seal("-".repeat(HEAD_WIDTH), ["x".repeat((SHELVES + 1) * PLACE_WIDTH)]).length) /
    TAIL_WIDTH,
);

/**
 * Digests that fit in all shards together. The bits of a hash fill no shard as far as another: with so many in all, one
 * overflows once in more than a thousand million times.
 */
export const GUESTS_CAPACITY = Math.floor((SHARD_CAPACITY * GUESTS_KEYS.length * 7) / 8);

export type GuestsAsOf = {
  asOf: string;
  someDisqualified?: boolean;
  signIn?: Iterable<string>;
};

export type EncodedGuests =
  | { ok: true; shards: string[] }
  | { ok: false; problem: "too_many"; count: number; capacity: number };

/**
 * One value for each of `GUESTS_KEYS`. `digests` are of `guestDigest` with this key; repeated ones stand once. `asOf`: the
 * shop's local date they are of. `signIn`: of those asked to sign in; each takes the room of two, and counts for nothing
 * where it is among `digests`. Without any of `DISQUALIFIED` among `digests`, say so: looking for those is half of what
 * guests cost at checkout.
 */
export function encodeGuests(
  digests: Iterable<string>,
  key: DigestKey,
  { asOf, someDisqualified = true, signIn = [] }: GuestsAsOf,
): EncodedGuests {
  const once = new Set(digests);
  const asked = [...new Set(signIn)].filter((digest) => !once.has(digest));
  const sorted = [...once, ...asked, ...asked].sort();
  const kind = asked.length > 0 ? "i" : someDisqualified ? "d" : "-";
  const head = kind + nearestDayCode(asOf) + keyText(key);
  const parts = GUESTS_KEYS.map((_, shard) => {
    return sorted.filter((digest) => Math.floor(shelfOf(digest) / SHELVES) === shard);
  });
  if (sorted.length > GUESTS_CAPACITY || parts.some(({ length }) => length > SHARD_CAPACITY)) {
    return { ok: false, problem: "too_many", count: sorted.length, capacity: GUESTS_CAPACITY };
  }
  const shards = parts.map((part) => {
    const tails = part.map((digest) => digest.slice(SHELF_WIDTH));
    return seal(head, part.length > 0 ? [placesText(part) + tails.join("")] : []);
  });
  return { ok: true, shards };
}

const shelfOf = (digest: string): number => parseInt(digest.slice(0, SHELF_WIDTH), 32);

function placesText(part: readonly string[]): string {
  const starts = Array.from({ length: SHELVES + 1 }, () => 0);
  for (const digest of part) starts[(shelfOf(digest) % SHELVES) + 1]! += 1;
  for (let shelf = 1; shelf <= SHELVES; shelf++) starts[shelf]! += starts[shelf - 1]!;
  return starts.map((start) => start.toString(36).padStart(PLACE_WIDTH, "0")).join("");
}

type DecodedGuests = { key: DigestKey; asOf: string; digests: string[]; signIn: string[] };

/** All shards, as `encodeGuests` gives them. */
export function decodeGuests(
  values: readonly unknown[],
): ({ ok: true } & DecodedGuests) | { ok: false; problem: WireProblem } {
  const digests: string[] = [];
  let head: string | null = null;
  for (const [shard, value] of values.entries()) {
    const parts = unseal(value);
    if (typeof parts === "string") return { ok: false, problem: parts };
    const [own = "", run = "", ...rest] = parts;
    const read = run === "" ? [] : digestsIn(run, shard);
    if (!read || rest.length > 0 || own !== (head ?? own)) {
      return { ok: false, problem: "malformed" };
    }
    head = own;
    digests.push(...read);
  }
  const key = keyFrom((head ?? "").slice(1 + DAY_WIDTH));
  if (!key || head?.length !== HEAD_WIDTH) return { ok: false, problem: "malformed" };
  const signIn = digests.filter((digest, at) => digest === digests[at - 1]);
  const once = digests.filter((digest) => !signIn.includes(digest));
  return { ok: true, key, asOf: codeDate(head.slice(1, 1 + DAY_WIDTH)), digests: once, signIn };
}

function digestsIn(run: string, shard: number): string[] | null {
  const places = Array.from({ length: SHELVES + 1 }, (_, shelf) =>
    parseInt(run.slice(shelf * PLACE_WIDTH, (shelf + 1) * PLACE_WIDTH), 36),
  );
  const tails = run.slice((SHELVES + 1) * PLACE_WIDTH);
  if (tails.length !== (places.at(-1) ?? NaN) * TAIL_WIDTH) return null;
  return Array.from({ length: tails.length / TAIL_WIDTH }, (_, at) => {
    const shelf = shard * SHELVES + places.findIndex((place) => place > at) - 1;
    const tail = tails.slice(at * TAIL_WIDTH, (at + 1) * TAIL_WIDTH);
    return shelf.toString(32).padStart(SHELF_WIDTH, "0") + tail;
  });
}
