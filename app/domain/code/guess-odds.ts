import { ALPHABETS, type UniqueAlphabet } from "./alphabet.ts";
import { isPossibleLength, lengthLimits, spaceSize, type CodeShape } from "./code-space.ts";

/** At most this share of a code space is ever filled. */
const FILL_LIMIT = 0.5;

/** Below this many guesses a hit, a script at a checkout finds codes worth its while. */
const SAFE_GUESSES = 1_000_000;

const ALPHABET_NAMES: Record<UniqueAlphabet, string> = {
  safe: "safe letters and digits",
  digits: "digits only",
  letters: "letters only",
  any: "all letters and digits",
};

/**
 * How hard `count` codes of a shape are to guess: `guessesPerHit` tries find one on average. A
 * check character makes it no harder: whoever knows it is there tries only codes that have it right.
 * When it takes less than a million tries, `saferLength` is the least length of the same alphabet,
 * and `saferAlphabet` the next larger alphabet of the same length, with which it takes that many;
 * each is null when there is none or none is needed.
 */
export type GuessOdds = {
  size: number;
  guessesPerHit: number;
  saferLength: number | null;
  saferAlphabet: UniqueAlphabet | null;
};

export function guessOdds(shape: CodeShape, count: number): GuessOdds {
  const size = spaceSize(shape);
  const guessesPerHit = size / Math.max(1, count);
  const isSafe = guessesPerHit >= SAFE_GUESSES;
  return {
    size,
    guessesPerHit,
    saferLength: isSafe ? null : lengthFor(shape, count, 1 / SAFE_GUESSES),
    saferAlphabet: isSafe ? null : alphabetFor(shape, count, 1 / SAFE_GUESSES),
  };
}

/** For the merchant: “1 in 54,876 guesses finds a code.” */
export function describeOdds({ guessesPerHit }: Pick<GuessOdds, "guessesPerHit">): string {
  if (guessesPerHit < 1.5) return "Every guess finds a code.";
  return `1 in ${inWords(guessesPerHit)} guesses finds a code.`;
}

/** What makes codes hard to guess when they are not, for the merchant; null when they are. */
export function adviseOdds({ saferLength, saferAlphabet }: GuessOdds): string | null {
  return inOtherWays(saferLength, saferAlphabet);
}

export type RoomCheck =
  | { ok: true; odds: GuessOdds }
  | { ok: false; problem: "bad_length" | "bad_count" | "too_full"; message: string };

/** Whether `count` codes (all ever made of the batch) may be made of a shape. */
export function checkRoom(shape: CodeShape, count: number): RoomCheck {
  if (!isPossibleLength(shape)) {
    const { min, max } = lengthLimits(shape);
    const counted = shape.check ? ", the check character included" : "";
    const message = `Unique codes have ${min} to ${max} characters${counted}.`;
    return { ok: false, problem: "bad_length", message };
  }
  if (!Number.isSafeInteger(count) || count < 1) {
    return { ok: false, problem: "bad_count", message: "Make at least one code." };
  }
  if (count > spaceSize(shape) * FILL_LIMIT) {
    const advice = inOtherWays(
      lengthFor(shape, count, FILL_LIMIT),
      alphabetFor(shape, count, FILL_LIMIT),
    );
    const message =
      `${grouped(count)} codes would fill more than half of all codes with ${shape.length} characters ` +
      `(${ALPHABET_NAMES[shape.alphabet]}). ${advice ?? "Make fewer."}`;
    return { ok: false, problem: "too_full", message };
  }
  return { ok: true, odds: guessOdds(shape, count) };
}

/** How many more codes of a shape may be made when `taken` are already, or are promised. */
export function roomLeft(shape: CodeShape, taken: number): number {
  return Math.max(0, Math.floor(spaceSize(shape) * FILL_LIMIT) - taken);
}

function inOtherWays(length: number | null, alphabet: UniqueAlphabet | null): string | null {
  const ways = [
    ...(length === null ? [] : [`${length} characters or more`]),
    ...(alphabet === null ? [] : [ALPHABET_NAMES[alphabet]]),
  ];
  return ways.length === 0 ? null : `Use ${ways.join(", or ")}.`;
}

/** The least length of which `count` codes fill at most `share`; null when none does. */
function lengthFor(shape: CodeShape, count: number, share: number): number | null {
  const { min, max } = lengthLimits(shape);
  for (let length = min; length <= max; length++) {
    if (count <= spaceSize({ ...shape, length }) * share) return length;
  }
  return null;
}

/** The smallest alphabet of which `count` codes of this length fill at most `share`. */
function alphabetFor(shape: CodeShape, count: number, share: number): UniqueAlphabet | null {
  const bySize: readonly UniqueAlphabet[] = ["digits", "safe", "letters", "any"];
  const size = ALPHABETS[shape.alphabet].length;
  const larger = bySize.filter((alphabet) => ALPHABETS[alphabet].length > size);
  return larger.find((alphabet) => count <= spaceSize({ ...shape, alphabet }) * share) ?? null;
}

/** Nobody reads past a million digit by digit. */
function inWords(count: number): string {
  if (count < 999_999.5) return grouped(Math.round(count));
  const scales = ["million", "billion", "trillion"];
  let value = count / 1_000_000;
  let scale = 0;
  while (value >= 999.5 && scale < scales.length - 1) {
    value /= 1000;
    scale++;
  }
  if (value >= 999.5) return "more than 1,000 trillion";
  return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)} ${scales[scale]}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
