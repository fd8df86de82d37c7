import { escapeText } from "./wire-text.ts";

/**
 * HalfSipHash-1-3 with 64 bits of output (Aumasson and Bernstein's SipHash for 32-bit machines): in
 * the discount function 64-bit numbers would cost four times as much. A key is four words: two for
 * who somebody is, two for what they leave on the wire.
 */
export type DigestKey = readonly [number, number, number, number];

/** Characters of a `guestDigest`, and those of them that tell its shelf. */
export const DIGEST_WIDTH = 7;
export const SHELF_WIDTH = 2;

/** Characters that stand for a key. */
export const KEY_WIDTH = 28;

/** Stands in a digest where the period would: the guest is disqualified. The reader (`openGuests`) has it as text. */
export const DISQUALIFIED = "x";

/** In the order of character codes, so that digests sort as text. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/**
 * 42 bits of the hash of an ASCII text (`escapeText`), as text that sorts as they do; the key is the first two arguments.
 * Half of what a guest costs at checkout is spent here.
 */
export function digestOf(a: number, d: number, text: string): string {
  /* eslint-disable no-var -- the engine looks at every use of a `let` whether it has a value yet. */
  var b = d ^ 0xee;
  var c = a ^ 0x6c796765;
  var first = 0;
  var word: number;
  // Words of four bytes, the lowest first; the last holds what is left over and, highest, how many there are.
  var last = text.length & ~3;
  d ^= 0x74656462;
  for (var at = 0; at <= last; at += 4) {
    // Beyond the text there is no code, which counts as nothing.
    word =
      text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      ((at < last ? text.charCodeAt(at + 3) : text.length) << 24);
    d ^= word;
    a = (a + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ a;
    c = (c + d) | 0;
    d = ((d << 8) | (d >>> 24)) ^ c;
    a = (((a << 16) | (a >>> 16)) + d) | 0;
    d = ((d << 7) | (d >>> 25)) ^ a;
    c = (c + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ c;
    c = (c << 16) | (c >>> 16);
    a ^= word;
  }
  c ^= 0xee;
  // Three rounds for each half.
  for (at = 0; at < 6; at++) {
    if (at === 3) {
      first = b ^ d;
      b ^= 0xdd;
    }
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
  /* eslint-enable no-var */
  b ^= d;
  return (
    DIGITS[(b >> 6) & 63]! +
    DIGITS[b & 63]! +
    DIGITS[(first >> 24) & 63]! +
    DIGITS[(first >> 18) & 63]! +
    DIGITS[(first >> 12) & 63]! +
    DIGITS[(first >> 6) & 63]! +
    DIGITS[first & 63]!
  );
}

/**
 * A person under the shop's own key: `kind` e-mail or phone, `identity` in its canonical spelling
 * (`wire-key.ts`). Made once for each person, whatever the number of rules.
 */
export function guestIdentity(key: DigestKey, kind: "e" | "p", identity: string): string {
  return digestOf(key[0], key[1], kind + escapeText(identity));
}

/**
 * What a guest (a `guestIdentity`) leaves on the wire for a counter (`counterOf`; or what they are
 * disqualified from) and a period (`guestPeriod`, or `DISQUALIFIED`): 40 bits, of which the first ten,
 * in base 32, tell the shelf (`guests-wire.ts`). Two campaigns or two periods share nothing, so one
 * campaign's limit cannot refuse another's code.
 */
export function guestDigest(
  key: DigestKey,
  counter: string,
  period: string,
  identity: string,
): string {
  const mark = digestOf(key[2], key[3], identity + "," + escapeText(counter) + "," + period);
  const bits = DIGITS.indexOf(mark.charAt(0)) * 64 + DIGITS.indexOf(mark.charAt(1));
  return (bits >> 2).toString(32).padStart(SHELF_WIDTH, "0") + mark.slice(2);
}

/** A code's key as it is written (`escapeText`), for rules that are folded. Not secret: no key. */
export function codeHash(key: string): string {
  return digestOf(0, 0, key).slice(1);
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
