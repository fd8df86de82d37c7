import { spaceSize, UNIQUE_LENGTH_MAX, UNIQUE_LENGTH_MIN } from "./unique-code.ts";

/** At most this share of a code space is ever filled. */
const FILL_LIMIT = 0.5;

/** Below this many guesses a hit, a script at a checkout finds codes worth its while. */
const SAFE_GUESSES = 1_000_000;

/**
 * How hard `count` codes of `length` letters are to guess: `guessesPerHit` tries find one on
 * average. `saferLength` is the least length that takes a million, or null when this one does.
 */
export type GuessOdds = { size: number; guessesPerHit: number; saferLength: number | null };

export function guessOdds(length: number, count: number): GuessOdds {
  const size = spaceSize(length);
  const guessesPerHit = size / Math.max(1, count);
  const saferLength = guessesPerHit >= SAFE_GUESSES ? null : lengthFor(count, 1 / SAFE_GUESSES);
  return { size, guessesPerHit, saferLength };
}

export type RoomCheck =
  | { ok: true; odds: GuessOdds }
  | { ok: false; problem: "bad_length" | "bad_count" | "too_full"; message: string };

/** Whether `count` codes (all ever made of the batch) may be made with `length` letters. */
export function checkRoom(length: number, count: number): RoomCheck {
  if (!Number.isInteger(length) || length < UNIQUE_LENGTH_MIN || length > UNIQUE_LENGTH_MAX) {
    const message = `Unique codes have ${UNIQUE_LENGTH_MIN} to ${UNIQUE_LENGTH_MAX} letters.`;
    return { ok: false, problem: "bad_length", message };
  }
  if (!Number.isSafeInteger(count) || count < 1) {
    return { ok: false, problem: "bad_count", message: "Make at least one code." };
  }
  if (count > spaceSize(length) * FILL_LIMIT) {
    const better = lengthFor(count, FILL_LIMIT);
    const advice = better === null ? "Make fewer." : `Use ${better} letters or more.`;
    const message = `${count} codes would fill more than half of all codes with ${length} letters. ${advice}`;
    return { ok: false, problem: "too_full", message };
  }
  return { ok: true, odds: guessOdds(length, count) };
}

/** The least length of which `count` codes fill at most `share`; null when none does. */
function lengthFor(count: number, share: number): number | null {
  for (let length = UNIQUE_LENGTH_MIN; length <= UNIQUE_LENGTH_MAX; length++) {
    if (count <= spaceSize(length) * share) return length;
  }
  return null;
}
