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

/** Stands in a digest where the period would: the guest is disqualified. */
export const DISQUALIFIED = "x";

/** In the order of character codes, so that digests sort as text. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/**
 * Hashes bytes: `words` of four, the lowest first, of which the last holds what is left over and,
 * highest, their count (`bytesOf`). Returns the low and the high half of the hash.
 */
export function halfSipHash(
  low: number,
  high: number,
  words: readonly number[],
  perWord = 1,
  atEnd = 3,
): [number, number] {
  let a = low;
  let b = high ^ 0xee;
  let c = low ^ 0x6c796765;
  let d = high ^ 0x74656462;
  let first = 0;
  const count = words.length;
  for (let at = 0; at < count + 2; at++) {
    const word = at < count ? words[at]! : 0;
    if (at < count) d ^= word;
    else if (at === count) c ^= 0xee;
    else b ^= 0xdd;
    for (let rounds = at < count ? perWord : atEnd; rounds > 0; rounds--) {
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
  return [first >>> 0, (b ^ d) >>> 0];
}

/** The bytes of a text as words; a character that is not ASCII is a mark and two bytes. */
export function bytesOf(text: string): number[] {
  const words: number[] = [];
  let word = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPlain = code < 0x7f;
    let rest = isPlain ? code : (code << 8) | 0x7f;
    for (let left = isPlain ? 1 : 3; left > 0; left--) {
      word |= (rest & 255) << ((count & 3) * 8);
      rest >>>= 8;
      if ((++count & 3) === 0) {
        words.push(word);
        word = 0;
      }
    }
  }
  words.push(word | (count << 24));
  return words;
}

/** The lowest `6 × count` bits, highest first. */
function digits(value: number, count: number): string {
  let text = "";
  for (let i = count - 1; i >= 0; i--) text += DIGITS.charAt((value >>> (i * 6)) & 63);
  return text;
}

/**
 * A person under the shop's own key: `kind` e-mail or phone, `identity` in its canonical spelling
 * (`wire-key.ts`). Made once for each person, whatever the number of rules.
 */
export function guestIdentity(key: DigestKey, kind: "e" | "p", identity: string): string {
  const [low, high] = halfSipHash(key[0], key[1], bytesOf(kind + identity));
  return digits(high, 2) + digits(low, 5);
}

/**
 * What a guest (a `guestIdentity`) leaves on the wire for a counter (`counterOf`; or what they are
 * disqualified from) and a period (`guestPeriods`, or `DISQUALIFIED`). Two campaigns or two periods
 * share nothing, so one campaign's limit cannot refuse another's code.
 */
export function guestDigest(
  key: DigestKey,
  counter: string,
  period: string,
  identity: string,
): string {
  return wireDigest(key, identityWords(identity), placeWords(counter, period));
}

/** The parts of a `guestDigest` for whoever asks for many: an identity is always two words. */
export const identityWords = (identity: string): number[] => bytesOf(identity + ",").slice(0, 2);

export const placeWords = (counter: string, period: string): number[] =>
  bytesOf(counter + "," + period);

export function wireDigest(
  key: DigestKey,
  identity: readonly number[],
  place: readonly number[],
): string {
  const [low, high] = halfSipHash(key[2], key[3], identity.concat(place));
  return digits(high, 2) + digits(low, 5);
}

/** A code (given as `codeKey`) in 36 bits, for rules that are folded. Not secret: no key. */
export function codeHash(key: string): string {
  const [low, high] = halfSipHash(0, 0, bytesOf(key));
  return digits(high, 1) + digits(low, 5);
}

export function keyText(key: DigestKey): string {
  return key.map((part) => (part >>> 0).toString(36).padStart(7, "0")).join("");
}

export function keyFromText(text: string): DigestKey | null {
  const part = (at: number) => parseInt(text.slice(at, at + 7), 36);
  const [a, b, c, d] = [part(0), part(7), part(14), part(21)];
  return a >= 0 && b >= 0 && c >= 0 && d >= 0 ? [a | 0, b | 0, c | 0, d | 0] : null;
}
