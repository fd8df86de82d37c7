/**
 * SipHash-2-4 (Aumasson and Bernstein) with a 128-bit key, in 32-bit arithmetic so that it runs
 * in the discount function. A 64-bit number is [low, high], each a 32-bit integer.
 */
export type DigestKey = readonly [number, number, number, number];

/** In the order of character codes, so that digests sort as text. */
const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** Characters of a digest: 42 bits. */
export const DIGEST_WIDTH = 7;

/** `key` is k0 low, k0 high, k1 low, k1 high. Returns the hash as [low, high]. */
export function sipHash(key: DigestKey, bytes: readonly number[]): [number, number] {
  const [k0, k0h, k1, k1h] = key;
  let v0 = k0 ^ 0x70736575;
  let v0h = k0h ^ 0x736f6d65;
  let v1 = k1 ^ 0x6e646f6d;
  let v1h = k1h ^ 0x646f7261;
  let v2 = k0 ^ 0x6e657261;
  let v2h = k0h ^ 0x6c796765;
  let v3 = k1 ^ 0x79746573;
  let v3h = k1h ^ 0x74656462;

  const rounds = (count: number) => {
    for (let i = 0; i < count; i++) {
      let t = 0;
      // v0 += v1, v1 <<<= 13, v1 ^= v0, v0 <<<= 32
      v0 = (v0 + v1) | 0;
      v0h = (v0h + v1h + carry(v0, v1)) | 0;
      t = (v1 << 13) | (v1h >>> 19);
      v1h = ((v1h << 13) | (v1 >>> 19)) ^ v0h;
      v1 = t ^ v0;
      t = v0;
      v0 = v0h;
      v0h = t;
      // v2 += v3, v3 <<<= 16, v3 ^= v2
      v2 = (v2 + v3) | 0;
      v2h = (v2h + v3h + carry(v2, v3)) | 0;
      t = (v3 << 16) | (v3h >>> 16);
      v3h = ((v3h << 16) | (v3 >>> 16)) ^ v2h;
      v3 = t ^ v2;
      // v0 += v3, v3 <<<= 21, v3 ^= v0
      v0 = (v0 + v3) | 0;
      v0h = (v0h + v3h + carry(v0, v3)) | 0;
      t = (v3 << 21) | (v3h >>> 11);
      v3h = ((v3h << 21) | (v3 >>> 11)) ^ v0h;
      v3 = t ^ v0;
      // v2 += v1, v1 <<<= 17, v1 ^= v2, v2 <<<= 32
      v2 = (v2 + v1) | 0;
      v2h = (v2h + v1h + carry(v2, v1)) | 0;
      t = (v1 << 17) | (v1h >>> 15);
      v1h = ((v1h << 17) | (v1 >>> 15)) ^ v2h;
      v1 = t ^ v2;
      t = v2;
      v2 = v2h;
      v2h = t;
    }
  };

  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at <= whole; at += 8) {
    const low = word(bytes, at);
    // The last block carries the length in its highest byte.
    const high = word(bytes, at + 4) | (at === whole ? bytes.length << 24 : 0);
    v3 ^= low;
    v3h ^= high;
    rounds(2);
    v0 ^= low;
    v0h ^= high;
  }
  v2 ^= 0xff;
  rounds(4);
  return [(v0 ^ v1 ^ v2 ^ v3) >>> 0, (v0h ^ v1h ^ v2h ^ v3h) >>> 0];
}

/** 1 when the 32-bit sum wrapped around, that is, when it is below a summand, unsigned. */
function carry(sum: number, summand: number): number {
  return (sum ^ 0x80000000) < (summand ^ 0x80000000) ? 1 : 0;
}

function word(bytes: readonly number[], at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const raw = character.codePointAt(0) ?? 0;
    const c = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else {
      bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63));
      bytes.push(0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    }
  }
  return bytes;
}

/** The lowest `6 × width` bits (at most 10 characters), most significant first. */
function digitsOf(low: number, high: number, width: number): string {
  let text = "";
  for (let i = width - 1; i >= 0; i--) {
    const shift = i * 6;
    const bits =
      shift >= 32
        ? high >>> (shift - 32)
        : shift > 26
          ? (low >>> shift) | (high << (32 - shift))
          : low >>> shift;
    text += DIGITS.charAt(bits & 63);
  }
  return text;
}

/**
 * What a guest leaves on the wire: rule, period (`Period.code`, or `DISQUALIFIED`), kind of
 * identity and the identity in its canonical spelling (`wire-key.ts`), under the shop's own key.
 * Two rules or two periods share nothing, so one campaign's limit cannot refuse another's code.
 */
export function guestDigest(
  key: DigestKey,
  rule: string,
  periodCode: string,
  kind: "e" | "p",
  identity: string,
): string {
  const [low, high] = sipHash(key, utf8Bytes(kind + identity + "\n" + rule + "\n" + periodCode));
  return digitsOf(low, high, DIGEST_WIDTH);
}

/** Stands in a digest where the period would: the guest is disqualified. */
export const DISQUALIFIED = "x";

/** 24 characters that stand for a key. */
export function keyText(key: DigestKey): string {
  return key.map((part) => digitsOf(part >>> 0, 0, 6)).join("");
}

export function keyFromText(text: string): DigestKey | null {
  if (text.length !== 24) return null;
  const parts: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < 24; i++) {
    const digit = DIGITS.indexOf(text.charAt(i));
    if (digit < 0) return null;
    const at = Math.floor(i / 6);
    parts[at] = ((parts[at] ?? 0) << 6) | digit;
  }
  return [parts[0] >>> 0, parts[1] >>> 0, parts[2] >>> 0, parts[3] >>> 0];
}
