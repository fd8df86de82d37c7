import { escapeText } from "./wire-text.ts";

/**
 * HalfSipHash-1-3 with 64 bits of output (Aumasson and Bernstein's SipHash for 32-bit machines): in
 * the discount function 64-bit numbers would cost four times as much. A key is four words: two for
 * who somebody is, two for what they leave on the wire.
 */
export type DigestKey = readonly [number, number, number, number];

/** Characters of a digest: 42 bits. */
export const DIGEST_WIDTH = 7;

/** Characters that stand for a key. */
export const KEY_WIDTH = 28;

/** Stands in a digest where the period would: the guest is disqualified. The reader (`openGuests`) has it as text. */
export const DISQUALIFIED = "x";

/** In the order of character codes, so that digests sort as text. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** The low and the high half of the hash of bytes in words (`wordsOf`). */
export function halfSipHash(low: number, high: number, words: readonly number[]): [number, number] {
  let a = low;
  let b = high ^ 0xee;
  let c = low ^ 0x6c796765;
  let d = high ^ 0x74656462;
  let first = 0;
  const count = words.length;
  for (let at = 0; at < count + 2; at++) {
    const word = words[at] ?? 0;
    d ^= word;
    if (at === count) c ^= 0xee;
    if (at > count) b ^= 0xdd;
    for (let rounds = at < count ? 1 : 3; rounds > 0; rounds--) {
      a = (a + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ a;
      c = (c + d) | 0;
      d = ((d << 8) | (d >>> 24)) ^ c;
      a = (((a << 16) | (a >>> 16)) + d) | 0;
      d = ((d << 7) | (d >>> 25)) ^ a;
      c = (c + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ c;
      c = (c << 16) | (c >>> 16);
    }
    a ^= word;
    if (at === count) first = b ^ d;
  }
  return [first, b ^ d];
}

/**
 * An ASCII text (`escapeText`) in words of four bytes, the lowest first; the last holds what is left over and, highest,
 * how many there are.
 */
export function wordsOf(text: string): number[] {
  const words: number[] = [];
  const { length } = text;
  let word = 0;
  for (let at = 0; at < length; at++) {
    word |= text.charCodeAt(at) << ((at & 3) * 8);
    if ((at & 3) === 3) {
      words.push(word);
      word = 0;
    }
  }
  words.push(word | (length << 24));
  return words;
}

/** 42 bits of a hash, as text that sorts as they do. */
export function digest(halves: readonly [number, number]): string {
  let text = "";
  for (let at = 7; at--;)
    text += DIGITS[(at > 4 ? halves[1] >> (at * 6 - 30) : halves[0] >> (at * 6)) & 63]!;
  return text;
}

/**
 * A person under the shop's own key: `kind` e-mail or phone, `identity` in its canonical spelling
 * (`wire-key.ts`). Made once for each person, whatever the number of rules.
 */
export function guestIdentity(key: DigestKey, kind: "e" | "p", identity: string): string {
  return digest(halfSipHash(key[0], key[1], wordsOf(kind + escapeText(identity))));
}

/**
 * What a guest (a `guestIdentity`) leaves on the wire for a counter (`counterOf`; or what they are
 * disqualified from) and a period (`guestPeriod`, or `DISQUALIFIED`). Two campaigns or two periods
 * share nothing, so one campaign's limit cannot refuse another's code.
 */
export function guestDigest(
  key: DigestKey,
  counter: string,
  period: string,
  identity: string,
): string {
  const place = wordsOf(escapeText(counter) + "," + period);
  // An identity and "," are two words and the one that ends them.
  const words = wordsOf(identity + ",")
    .slice(0, 2)
    .concat(place);
  return digest(halfSipHash(key[2], key[3], words));
}

/** A code's key as it is written (`escapeText`), for rules that are folded. Not secret: no key. */
export function codeHash(key: string): string {
  return digest(halfSipHash(0, 0, wordsOf(key))).slice(1);
}

export function keyText(key: DigestKey): string {
  return key.map((part) => (part >>> 0).toString(36).padStart(7, "0")).join("");
}

/** Null when the text is not of `keyText`. */
export function keyFrom(text: string): DigestKey | null {
  const part = (at: number) => parseInt(text.slice(at, at + 7), 36);
  const key = [part(0), part(7), part(14), part(21)] as const;
  return key.every((word) => word >= 0) ? key : null;
}
