import { SAFE_ALPHABET } from "./alphabet.ts";

const BASE = SAFE_ALPHABET.length;
const ROUNDS = 8;

/** Fewer letters are guessed in no time; more do not fit the arithmetic. */
export const UNIQUE_LENGTH_MIN = 4;
export const UNIQUE_LENGTH_MAX = 14;

/** `key`: 16 secret bytes, one key a batch. `length`: letters after the prefix. */
export type UniqueCodeSpace = { key: Uint8Array; prefix: string; length: number };

/** How many codes a length has: 22 to its power. Beyond 2^53 rounded, which only odds notice. */
export function spaceSize(length: number): number {
  return BASE ** length;
}

/**
 * The code at `index` (0 up to the space's size, and below 2^53). Every index has its own code,
 * so codes are unique by construction, can be made from any point and need no memory; without the
 * key the next one cannot be told from those seen.
 *
 * A Feistel network over (left letters, right letters): each round adds a keyed function of one
 * half to the other, modulo that half's size, which is undone by subtracting, so the whole is a
 * permutation of exactly the code space.
 */
export function uniqueCode(space: UniqueCodeSpace & { index: number }): string {
  return uniqueCodes(space)(space.index);
}

/** The same for many codes: sets the key up once. Throws on a key or length that cannot be. */
export function uniqueCodes({ key, prefix, length }: UniqueCodeSpace): (index: number) => string {
  if (key.length !== 16) throw new RangeError("A unique-code key has 16 bytes");
  if (!Number.isInteger(length) || length < UNIQUE_LENGTH_MIN || length > UNIQUE_LENGTH_MAX) {
    throw new RangeError(`Unique codes have ${UNIQUE_LENGTH_MIN} to ${UNIQUE_LENGTH_MAX} letters`);
  }
  const rightLetters = length >> 1;
  const leftLetters = length - rightLetters;
  const leftSize = BASE ** leftLetters;
  const rightSize = BASE ** rightLetters;
  const limit = Math.min(leftSize * rightSize, Number.MAX_SAFE_INTEGER);
  const mix = keyedFunction(key, length);
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= limit) {
      throw new RangeError(`No unique code at ${index}`);
    }
    let left = Math.floor(index / rightSize);
    let right = index % rightSize;
    for (let round = 0; round < ROUNDS; round += 2) {
      left = (left + mix(round, right)) % leftSize;
      right = (right + mix(round + 1, left)) % rightSize;
    }
    return prefix + letters(left, leftLetters) + letters(right, rightLetters);
  };
}

function letters(value: number, count: number): string {
  let text = "";
  let rest = value;
  for (let i = 0; i < count; i++) {
    text = SAFE_ALPHABET.charAt(rest % BASE) + text;
    rest = Math.floor(rest / BASE);
  }
  return text;
}

/**
 * A keyed function of two numbers below 2^32, about 52 bits out: the Chaskey-12 permutation
 * (Mouha et al.) between two additions of the 128-bit key.
 */
function keyedFunction(key: Uint8Array, tweak: number): (round: number, value: number) => number {
  const words = [0, 4, 8, 12].map(
    (at) => key[at]! | (key[at + 1]! << 8) | (key[at + 2]! << 16) | (key[at + 3]! << 24),
  );
  const [k0, k1, k2, k3] = words as [number, number, number, number];
  return (round, value) => {
    let a = k0 ^ value;
    let b = k1 ^ round;
    let c = k2 ^ tweak;
    let d = k3;
    for (let i = 0; i < 12; i++) {
      a = (a + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ a;
      a = (a << 16) | (a >>> 16);
      c = (c + d) | 0;
      d = ((d << 8) | (d >>> 24)) ^ c;
      a = (a + d) | 0;
      d = ((d << 13) | (d >>> 19)) ^ a;
      c = (c + b) | 0;
      b = ((b << 7) | (b >>> 25)) ^ c;
      c = (c << 16) | (c >>> 16);
    }
    return ((a ^ k0) >>> 0) * 0x100000 + ((b ^ k1) >>> 12);
  };
}
