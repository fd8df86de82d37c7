import type { Mac } from "./mac.ts";

/** Words of 32 bits in an encoding. */
export const BLOOM_WORDS = 4;

/** Bits each bigram sets. */
const HASHES = 3;
/** What a letter's code is below. */
const CODES = 0x10000;

export type Bloom = (letters: string) => Int32Array;

/**
 * Letters as a keyed Bloom filter of their bigrams ("_ma", "ar", …, "a_"), for similarity without the text (Schnell,
 * Bachteler, Reiher 2009). `words` × 32 bits wide. Bigrams are hashed once: there are few.
 */
export function bloomUnder(mac: Mac, words = BLOOM_WORDS): Bloom {
  const positions = new Map<number, readonly number[]>();
  const size = words * 32;
  return (letters) => {
    const bits = new Int32Array(words);
    const padded = `_${letters}_`;
    for (let at = 0; letters !== "" && at < padded.length - 1; at++) {
      const bigram = padded.charCodeAt(at) * CODES + padded.charCodeAt(at + 1);
      let set = positions.get(bigram);
      if (!set) {
        const [a, b] = mac(`bigram\n${padded.slice(at, at + 2)}`);
        set = Array.from({ length: HASHES }, (_, i) => ((a >>> 0) + i * ((b >>> 0) | 1)) % size);
        if (positions.size < 5_000) positions.set(bigram, set);
      }
      for (const bit of set) bits[bit >>> 5]! |= 1 << (bit & 31);
    }
    return bits;
  };
}

/** Dice's coefficient of two encodings that lie in longer rows of words: 1 is alike, 0 shares nothing or is empty. */
export function diceAt(
  a: Int32Array,
  b: Int32Array,
  at: number,
  to = at,
  words = BLOOM_WORDS,
): number {
  let common = 0;
  let all = 0;
  for (let i = 0; i < words; i++) {
    const x = a[at + i]!;
    const y = b[to + i]!;
    common += ones(x & y);
    all += ones(x) + ones(y);
  }
  return all === 0 ? 0 : (2 * common) / all;
}

/** How much of the encoding at `at` of `part` is in that at `to` of `whole`: 1 when all its bigrams are there. */
export function containedAt(part: Int32Array, whole: Int32Array, at: number, to: number): number {
  let common = 0;
  for (let i = 0; i < BLOOM_WORDS; i++) common += ones(part[at + i]! & whole[to + i]!);
  return common / Math.max(1, onesAt(part, at));
}

/** Bits set in the encoding at `at`: grows with the number of letters. */
export function onesAt(words: Int32Array, at: number): number {
  let all = 0;
  for (let i = 0; i < BLOOM_WORDS; i++) all += ones(words[at + i]!);
  return all;
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
