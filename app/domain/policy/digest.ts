/**
 * SipHash-2-4 (Aumasson and Bernstein) with a 128-bit key, in 32-bit arithmetic so that it runs
 * in the discount function: every 64-bit number is two 32-bit integers, low and high.
 * The key is k0 low, k0 high, k1 low, k1 high.
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

/** Hashes a text whose characters are bytes (codes below 256). Returns [low, high]. */
export function sipHash(key: DigestKey, text: string): [number, number] {
  let a = key[0] ^ 0x70736575;
  let aHigh = key[1] ^ 0x736f6d65;
  let b = key[2] ^ 0x6e646f6d;
  let bHigh = key[3] ^ 0x646f7261;
  let c = key[0] ^ 0x6e657261;
  let cHigh = key[1] ^ 0x6c796765;
  let d = key[2] ^ 0x79746573;
  let dHigh = key[3] ^ 0x74656462;

  const end = text.length - (text.length % 8);
  for (let at = 0; at <= end + 8; at += 8) {
    // After the last block, which has the length in its highest byte, comes the closing.
    const closing = at > end;
    const low = closing ? 0 : word(text, at);
    const high = closing ? 0 : word(text, at + 4) | (at === end ? text.length << 24 : 0);
    if (closing) c ^= 0xff;
    d ^= low;
    dHigh ^= high;
    // A round is the same half round twice, with a and c exchanged and other rotations.
    for (let half = closing ? 8 : 4; half > 0; half--) {
      const turnB = half & 1 ? 17 : 13;
      const turnD = half & 1 ? 21 : 16;
      const ab = (a + b) | 0;
      aHigh = (aHigh + bHigh + (((a & b) | ((a | b) & ~ab)) >>> 31)) | 0;
      const cd = (c + d) | 0;
      cHigh = (cHigh + dHigh + (((c & d) | ((c | d) & ~cd)) >>> 31)) | 0;
      a = bHigh;
      bHigh = ((bHigh << turnB) | (b >>> (32 - turnB))) ^ aHigh;
      b = ((b << turnB) | (a >>> (32 - turnB))) ^ ab;
      a = dHigh;
      dHigh = ((dHigh << turnD) | (d >>> (32 - turnD))) ^ cHigh;
      d = ((d << turnD) | (a >>> (32 - turnD))) ^ cd;
      a = cd;
      c = aHigh;
      aHigh = cHigh;
      cHigh = ab;
    }
    a ^= low;
    aHigh ^= high;
  }
  return [(a ^ b ^ c ^ d) >>> 0, (aHigh ^ bHigh ^ cHigh ^ dHigh) >>> 0];
}

// Past the end a code is NaN, which counts as 0 here.
const word = (text: string, at: number): number =>
  text.charCodeAt(at) |
  (text.charCodeAt(at + 1) << 8) |
  (text.charCodeAt(at + 2) << 16) |
  (text.charCodeAt(at + 3) << 24);

function digest(key: DigestKey, text: string): string {
  const [low, high] = sipHash(key, text);
  return digits(high, 2) + digits(low, 5);
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
  const isPlain = /^[ -~]*$/.test(identity);
  const written = isPlain ? identity : identity.split("").map(escaped).join("");
  return digest(key, kind + written);
}

const escaped = (character: string): string =>
  character > "~" ? "\x7f" + character.charCodeAt(0).toString(16) + ";" : character;

/**
 * What a guest (a `guestIdentity`) leaves on the wire for a rule and a period (`Period.key`, or
 * `DISQUALIFIED`). Two rules or two periods share nothing, so one campaign's limit cannot refuse
 * another's code.
 */
export function guestDigest(
  key: DigestKey,
  rule: string,
  period: string,
  identity: string,
): string {
  return digest(key, identity + rule + "," + period);
}

export function keyText(key: DigestKey): string {
  return key.map((part) => (part >>> 0).toString(36).padStart(7, "0")).join("");
}

export function keyFromText(text: string): DigestKey | null {
  const part = (at: number) => parseInt(text.slice(at, at + 7), 36);
  const [a, b, c, d] = [part(0), part(7), part(14), part(21)];
  return a >= 0 && b >= 0 && c >= 0 && d >= 0 ? [a | 0, b | 0, c | 0, d | 0] : null;
}
