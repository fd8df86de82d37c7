import { ALPHABETS, type UniqueAlphabet } from "./alphabet.ts";
import { checkCharacterFor } from "./check-character.ts";
import { codeKey } from "./code-key.ts";
import {
  freeLength,
  isPossibleLength,
  lengthLimits,
  type CodeShape,
  type UniqueCodeSpace,
} from "./code-space.ts";
import { LANES, keyedPermutation, type KeyedPermutation } from "./keyed-permutation.ts";

/** Large enough for few system calls, small enough to keep a million codes out of memory. */
const CHUNK_BYTES = 65_536;
const NEW_LINE = 10;

/** Every alphabet orders codes in another way. The numbers are in codes already made: keep them. */
const ALPHABET_TWEAKS: Record<UniqueAlphabet, number> = { safe: 0, digits: 1, letters: 2, any: 3 };

/**
 * The code at `index` (0 up to the space's size, and below 2^53 - 1). Every index has its own code,
 * so codes are unique by construction, can be made from any point and need no memory; without the
 * key the next one cannot be told from those seen.
 */
export function uniqueCode(space: UniqueCodeSpace & { index: number }): string {
  return uniqueCodes(space)(space.index);
}

/** The same for many codes: sets the key up once. Throws on a key, length or index that cannot be. */
export function uniqueCodes(space: UniqueCodeSpace): (index: number) => string {
  const write = codeWriter(space);
  const bytes = new Uint8Array(space.length);
  return (index) => {
    write(bytes, 0, index, 1, bytes.length);
    let code = space.prefix;
    for (let i = 0; i < bytes.length; i++) code += String.fromCharCode(bytes[i]!);
    return code;
  };
}

/**
 * Codes `from` to `from + count - 1`, one a line, in chunks of whole lines as ASCII bytes: for COPY
 * and for files, where making a string of each would cost more than making the code. The prefix
 * must be of A–Z, a–z, 0–9, "-" and "_", so that no line needs escaping.
 */
export function* uniqueCodeLines(
  space: UniqueCodeSpace,
  from: number,
  count: number,
): Generator<Uint8Array, void, undefined> {
  if (!/^[\w-]*$/.test(space.prefix)) throw new RangeError("The prefix needs escaping");
  const write = codeWriter(space);
  const prefix = Uint8Array.from(space.prefix, (character) => character.charCodeAt(0));
  const lineLength = prefix.length + space.length + 1;
  const linesInChunk = Math.ceil(CHUNK_BYTES / lineLength);
  const end = from + count;
  for (let first = from; first < end; first += linesInChunk) {
    const lines = Math.min(linesInChunk, end - first);
    const chunk = new Uint8Array(lines * lineLength);
    chunk.set(prefix);
    chunk[lineLength - 1] = NEW_LINE;
    for (let done = lineLength; done < chunk.length; done *= 2) chunk.copyWithin(done, 0, done);
    write(chunk, prefix.length, first, lines, lineLength);
    yield chunk;
  }
}

/**
 * "other": not of this space's prefix, length and letters. "mistyped": it would be, but the check
 * character does not fit the rest.
 */
export type SerialCheck =
  { ok: true; serial: number } | { ok: false; problem: "other" | "mistyped" };

/**
 * At which index a code stands, whatever its case: below the number of codes made it is a real one,
 * otherwise a guess. No look-up is needed. Serials beyond 2^53 are rounded; no code has one.
 */
export function serialOf(space: UniqueCodeSpace, code: string): SerialCheck {
  const alphabet = ALPHABETS[space.alphabet];
  const prefix = codeKey(space.prefix);
  const key = codeKey(code);
  if (key.length !== prefix.length + space.length || !key.startsWith(prefix)) {
    return { ok: false, problem: "other" };
  }
  const found = Array.from(key.slice(prefix.length), (letter) => alphabet.indexOf(letter));
  if (found.includes(-1)) return { ok: false, problem: "other" };
  const places = Uint8Array.from(found);
  const free = freeLength(space);
  if (space.check && places[free] !== checkCharacterFor(space.alphabet).checkOf(places, free)) {
    return { ok: false, problem: "mistyped" };
  }
  const { leftLetters, rightSize, permutation } = reordering(space);
  const numberAt = (start: number, end: number) =>
    places.subarray(start, end).reduce((value, place) => value * alphabet.length + place, 0);
  const halves = new Float64Array(2 * LANES);
  halves[0] = numberAt(0, leftLetters);
  halves[LANES] = numberAt(leftLetters, free);
  permutation.backward(halves);
  return { ok: true, serial: halves[0] * rightSize + halves[LANES] };
}

/**
 * Writes what follows the prefix of `count` codes from index `first` on as ASCII into `bytes`: the
 * first at `at`, each next one `stride` further.
 */
type CodeWriter = (
  bytes: Uint8Array,
  at: number,
  first: number,
  count: number,
  stride: number,
) => void;

function codeWriter(space: UniqueCodeSpace): CodeWriter {
  const letters = Uint8Array.from(ALPHABETS[space.alphabet], (letter) => letter.charCodeAt(0));
  const { leftLetters, leftSize, rightSize, permutation } = reordering(space);
  const limit = Math.min(leftSize * rightSize, Number.MAX_SAFE_INTEGER);
  const check = space.check ? checkCharacterFor(space.alphabet) : null;
  const free = freeLength(space);
  const pairs = pairsOf(letters.length);
  const places = new Uint8Array(free);
  const halves = new Float64Array(2 * LANES);

  const split = (index: number, lane: number) => {
    const left = Math.floor(index / rightSize);
    halves[lane] = left;
    halves[lane + LANES] = index - left * rightSize;
  };
  const writeLane = (lane: number, bytes: Uint8Array, at: number) => {
    writePlaces(halves[lane]!, pairs, places, 0, leftLetters);
    writePlaces(halves[lane + LANES]!, pairs, places, leftLetters, free);
    for (let i = 0; i < free; i++) bytes[at + i] = letters[places[i]!]!;
    if (check) bytes[at + free] = letters[check.checkOf(places, free)]!;
  };
  return (bytes, at, first, count, stride) => {
    const last = first + count - 1;
    if (!Number.isInteger(first) || first < 0 || !(last < limit)) {
      throw new RangeError(`No unique code at ${first < 0 ? first : last}`);
    }
    for (let done = 0; done < count; done += LANES) {
      const lanes = Math.min(LANES, count - done);
      for (let lane = 0; lane < lanes; lane++) split(first + done + lane, lane);
      permutation.forward(halves);
      for (let lane = 0; lane < lanes; lane++) writeLane(lane, bytes, at + (done + lane) * stride);
    }
  };
}

/** The two digits of every number below the square of `base`, the higher one first, one number after the other. */
type Pairs = { base: number; digits: Uint8Array };

function pairsOf(base: number): Pairs {
  const digits = Uint8Array.from({ length: 2 * base * base }, (_, at) =>
    at % 2 === 0 ? Math.floor(at / 2 / base) : (at / 2 - 0.5) % base,
  );
  return { base, digits };
}

/** The digits of a number, the last one first and two by two, into `places` from `start` to `end`. */
function writePlaces(
  value: number,
  { base, digits }: Pairs,
  places: Uint8Array,
  start: number,
  end: number,
): void {
  const square = base * base;
  const share = 1 / square;
  let rest = value;
  let at = end - 2;
  for (; at >= start; at -= 2) {
    // Exact without a slow division: half a unit is far more than rounding can move.
    const next = Math.floor((rest + 0.5) * share);
    const pair = 2 * (rest - next * square);
    places[at] = digits[pair]!;
    places[at + 1] = digits[pair + 1]!;
    rest = next;
  }
  if (at + 1 === start) places[start] = rest;
}

type Reordering = {
  leftLetters: number;
  leftSize: number;
  rightSize: number;
  permutation: KeyedPermutation;
};

function reordering(space: UniqueCodeSpace): Reordering {
  if (!isPossibleLength(space)) {
    const { min, max } = lengthLimits(space);
    throw new RangeError(`Unique codes have ${min} to ${max} characters after the prefix`);
  }
  const free = freeLength(space);
  const rightLetters = free >> 1;
  const leftLetters = free - rightLetters;
  const leftSize = ALPHABETS[space.alphabet].length ** leftLetters;
  const rightSize = ALPHABETS[space.alphabet].length ** rightLetters;
  const tweak = tweakOf(space);
  const permutation = keyedPermutation({ key: space.key, tweak, leftSize, rightSize });
  return { leftLetters, leftSize, rightSize, permutation };
}

/** Spaces of one key have nothing in common. The plain number of letters is that of old batches. */
function tweakOf(shape: CodeShape): number {
  return freeLength(shape) | (ALPHABET_TWEAKS[shape.alphabet] << 8) | (shape.check ? 1 << 16 : 0);
}
