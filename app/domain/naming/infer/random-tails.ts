import { ALPHABETS, type UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { isLetter, symbolOf } from "../symbol.ts";

const SYMBOLS = 36;
/** Fewer characters than this in all say nothing about chance. */
const FEWEST_CHARACTERS = 60;
/** Words repeat some letters far more often than others; random letters do not. */
const EVENNESS = 0.7;
/** Random letters or digits alone also look like words or counters, so they must prove more. */
const LETTERS_ONLY = { codes: 50, length: 6 };
const DIGITS_ONLY = { codes: 20, length: 6, density: 0.05 };
/** A slip among the codes of a batch does not change its alphabet. */
const MOSTLY = 0.98;

/**
 * The alphabet the last `length` characters of distinct codes were drawn from, when they look
 * drawn by chance: all characters about as frequent, at every place, and letters and digits in no
 * fixed order. Null when they do not, as in ANNA10 and BEN_15.
 */
export function randomAlphabet(codes: readonly string[], length: number): UniqueAlphabet | null {
  const n = codes.length;
  if (n * length < FEWEST_CHARACTERS) return null;
  const counts = countPlaces(codes, length);
  const sums = new Array<number>(SYMBOLS).fill(0);
  counts.forEach((count, i) => (sums[i % SYMBOLS]! += count));
  const used = sums.filter((count) => count > 0).length;
  const chance = agreement(sums, n * length);
  if (used < 8 || chance === 0 || 1 / chance < EVENNESS * used) return null;

  const digits = sums.slice(26).reduce((a, b) => a + b, 0) / (n * length);
  if (digits === 0 && (n < LETTERS_ONLY.codes || length < LETTERS_ONLY.length)) return null;
  if (digits === 1 && !isSparse(n, length)) return null;
  if (digits > 0 && digits < 1 && !hasManyMasks(codes, length)) return null;

  // Two codes agree at a place no oftener than chance, give or take what few codes leave open.
  const factor = digits === 0 ? 1.25 : 1.6;
  const most = factor * chance + (4 * Math.sqrt(2 * chance)) / n;
  const digitsApart = 0.25 * digits + 4 * Math.sqrt((digits * (1 - digits)) / n);
  for (let place = 0; place < length; place++) {
    const here = counts.slice(place * SYMBOLS, (place + 1) * SYMBOLS);
    if (agreement(here, n) > most) return null;
    const digitsHere = here.slice(26).reduce((a, b) => a + b, 0) / n;
    if (Math.abs(digitsHere - digits) > digitsApart) return null;
  }
  return alphabetOf(codes, length);
}

function countPlaces(codes: readonly string[], length: number): number[] {
  const counts = new Array<number>(length * SYMBOLS).fill(0);
  for (const code of codes) {
    const start = code.length - length;
    for (let place = 0; place < length; place++) {
      counts[place * SYMBOLS + symbolOf(code.charCodeAt(start + place))]!++;
    }
  }
  return counts;
}

/** How often two of `n` draws agree, estimated without bias; 0 when that cannot be told. */
function agreement(counts: readonly number[], n: number): number {
  return n < 2 ? 0 : counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
}

function isSparse(n: number, length: number): boolean {
  const { codes, length: shortest, density } = DIGITS_ONLY;
  return n >= codes && length >= shortest && n / 10 ** length < density;
}

/** Whether letters and digits alternate in many ways: a name with a number has one. */
function hasManyMasks(codes: readonly string[], length: number): boolean {
  const enough = Math.min(codes.length / 2, 8);
  const masks = new Set<number>();
  for (const code of codes) {
    let mask = 0;
    for (let i = code.length - length; i < code.length; i++) {
      mask = mask * 2 + (isLetter(symbolOf(code.charCodeAt(i))) ? 1 : 0);
    }
    masks.add(mask);
    if (masks.size >= enough) return true;
  }
  return false;
}

function alphabetOf(codes: readonly string[], length: number): UniqueAlphabet {
  // Words as long as the tails may stand among them.
  const mixed = codes.filter((code) => /[0-9]/.test(code.slice(code.length - length)));
  const drawn = mixed.length > 0 ? mixed : codes;
  const narrow = (["digits", "safe", "letters"] as const).find((alphabet) => {
    const characters = new Set(ALPHABETS[alphabet]);
    const fits = drawn.filter((code) =>
      [...code.slice(code.length - length)].every((character) => characters.has(character)),
    );
    return fits.length >= MOSTLY * drawn.length;
  });
  return narrow ?? "any";
}
