/**
 * SipHash-2-4 (Aumasson and Bernstein) with a 128-bit key, in 32-bit arithmetic so that it runs
 * in the discount function: every 64-bit number is two 32-bit integers, low and high.
 * The key is k0 low, k0 high, k1 low, k1 high.
 */
export type DigestKey = readonly [number, number, number, number];

/** Characters of a digest: 42 bits. */
export const DIGEST_WIDTH = 7;

/** Characters that stand for a key. */
export const KEY_WIDTH = 24;

/** Stands in a digest where the period would: the guest is disqualified. */
export const DISQUALIFIED = "x";

/** In the order of character codes, so that digests sort as text. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** Returns the hash as [low, high]. */
export function sipHash(key: DigestKey, bytes: readonly number[]): [number, number] {
  let a = key[0] ^ 0x70736575;
  let aHigh = key[1] ^ 0x736f6d65;
  let b = key[2] ^ 0x6e646f6d;
  let bHigh = key[3] ^ 0x646f7261;
  let c = key[0] ^ 0x6e657261;
  let cHigh = key[1] ^ 0x6c796765;
  let d = key[2] ^ 0x79746573;
  let dHigh = key[3] ^ 0x74656462;

  // A round is the same half round twice, with a and c exchanged and other rotations.
  const rounds = (count: number) => {
    for (let half = 0; half < 2 * count; half++) {
      const turnB = half & 1 ? 17 : 13;
      const turnD = half & 1 ? 21 : 16;
      let low = (a + b) | 0;
      aHigh = (aHigh + bHigh + (((a & b) | ((a | b) & ~low)) >>> 31)) | 0;
      a = low;
      low = (b << turnB) | (bHigh >>> (32 - turnB));
      bHigh = ((bHigh << turnB) | (b >>> (32 - turnB))) ^ aHigh;
      b = low ^ a;
      low = (c + d) | 0;
      const nextHigh = (cHigh + dHigh + (((c & d) | ((c | d) & ~low)) >>> 31)) | 0;
      const nextLow = low;
      low = (d << turnD) | (dHigh >>> (32 - turnD));
      dHigh = ((dHigh << turnD) | (d >>> (32 - turnD))) ^ nextHigh;
      d = low ^ nextLow;
      c = aHigh;
      cHigh = a;
      a = nextLow;
      aHigh = nextHigh;
    }
  };

  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at <= whole; at += 8) {
    const low = word(bytes, at);
    // The last block carries the length in its highest byte.
    const high = word(bytes, at + 4) | (at === whole ? bytes.length << 24 : 0);
    d ^= low;
    dHigh ^= high;
    rounds(2);
    a ^= low;
    aHigh ^= high;
  }
  c ^= 0xff;
  rounds(4);
  return [(a ^ b ^ c ^ d) >>> 0, (aHigh ^ bHigh ^ cHigh ^ dHigh) >>> 0];
}

function word(bytes: readonly number[], at: number): number {
  let word = 0;
  for (let i = 3; i >= 0; i--) word = (word << 8) | (bytes[at + i] ?? 0);
  return word;
}

/**
 * What a guest leaves on the wire: rule, period (`Period.key`, or `DISQUALIFIED`), kind of
 * identity and the identity in its canonical spelling (`wire-key.ts`), under the shop's own key.
 * Two rules or two periods share nothing, so one campaign's limit cannot refuse another's code.
 */
export function guestDigest(
  key: DigestKey,
  rule: string,
  period: string,
  kind: "e" | "p",
  identity: string,
): string {
  const text = kind + identity + "\n" + rule + "\n" + period;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    // No UTF-8 needed, only that no two texts give the same bytes.
    const c = text.charCodeAt(i);
    if (c < 0xff) bytes.push(c);
    else bytes.push(0xff, c >> 8, c & 0xff);
  }
  const [low, high] = sipHash(key, bytes);
  return digits(high, 2) + digits(low, DIGEST_WIDTH - 2);
}

/** The lowest `6 × count` bits (at most 30, or the lowest 32 as 6 digits), highest first. */
function digits(value: number, count: number): string {
  let text = "";
  for (let i = count - 1; i >= 0; i--) text += DIGITS.charAt((value >>> (i * 6)) & 63);
  return text;
}

export function keyText(key: DigestKey): string {
  return key.map((part) => digits(part, 6)).join("");
}

export function keyFromText(text: string): DigestKey | null {
  const parts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < KEY_WIDTH; i++) {
    const digit = i < text.length ? DIGITS.indexOf(text.charAt(i)) : -1;
    if (digit < 0) return null;
    const at = Math.floor(i / 6);
    parts[at] = (parts[at]! << 6) | digit;
  }
  return parts;
}
