import fc from "fast-check";
import { expect, test } from "vitest";
import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { lengthLimits, spaceSize, type CodeShape } from "#app/domain/code/code-space.ts";
import { adviseOdds, checkRoom, describeOdds, guessOdds } from "#app/domain/code/guess-odds.ts";
import { anyShape } from "./generated.ts";

const safe = (length: number): CodeShape => ({ length, alphabet: "safe", check: false });

test("guesses per hit are the space over the codes", () => {
  expect(guessOdds(safe(8), 1000)).toEqual({
    size: 22 ** 8,
    guessesPerHit: 22 ** 8 / 1000,
    saferLength: null,
    saferAlphabet: null,
  });
});

test.each<[UniqueAlphabet, number, boolean, number]>([
  ["safe", 8, false, 22 ** 8],
  ["safe", 9, true, 22 ** 8],
  ["digits", 6, false, 1_000_000],
  ["digits", 6, true, 100_000],
  ["letters", 5, false, 26 ** 5],
  ["any", 4, false, 36 ** 4],
])("%s, %i characters, check %s: %d codes", (alphabet, length, check, size) => {
  expect(spaceSize({ alphabet, length, check })).toBe(size);
});

test.each<[CodeShape, number, number | null, UniqueAlphabet | null]>([
  [safe(6), 10_000, 8, null],
  [safe(7), 10_000, 8, "any"],
  [safe(8), 10_000, null, null],
  [{ length: 7, alphabet: "digits", check: false }, 100, 8, "safe"],
  [{ length: 9, alphabet: "safe", check: true }, 60_000, 10, "letters"],
  [{ length: 4, alphabet: "any", check: false }, 1000, 6, null],
])("an easily guessed space comes with what is not: %j of %d", (shape, count, length, alphabet) => {
  expect(guessOdds(shape, count)).toMatchObject({ saferLength: length, saferAlphabet: alphabet });
});

test.each([
  [22 ** 8 / 1_000_000, "1 in 54,876 guesses finds a code."],
  [1, "Every guess finds a code."],
  [2, "1 in 2 guesses finds a code."],
  [1000, "1 in 1,000 guesses finds a code."],
  [999_999.4, "1 in 999,999 guesses finds a code."],
  [999_999.5, "1 in 1 million guesses finds a code."],
  [3_450_000, "1 in 3.5 million guesses finds a code."],
  [54_875_873.5, "1 in 55 million guesses finds a code."],
  [999_700_000, "1 in 1 billion guesses finds a code."],
  [22 ** 14, "1 in more than 1,000 trillion guesses finds a code."],
  [22 ** 8, "1 in 55 billion guesses finds a code."],
  [7.04e12, "1 in 7 trillion guesses finds a code."],
])("%d guesses a hit in words: %s", (guessesPerHit, words) => {
  expect(describeOdds({ guessesPerHit })).toBe(words);
});

test.each<[CodeShape, number, string | null]>([
  [safe(8), 10_000, null],
  [safe(6), 10_000, "Use 8 characters or more."],
  [safe(7), 10_000, "Use 8 characters or more, or all letters and digits."],
  [
    { length: 7, alphabet: "digits", check: false },
    100,
    "Use 8 characters or more, or safe letters and digits.",
  ],
  [{ length: 15, alphabet: "digits", check: true }, 10 ** 10, "Use safe letters and digits."],
])("%j, %d codes: %s", (shape, count, advice) => {
  expect(adviseOdds(guessOdds(shape, count))).toBe(advice);
});

test("at most half of a space is filled", () => {
  fc.assert(
    fc.property(anyShape, (shape) => {
      const half = Math.floor(spaceSize(shape) / 2);
      fc.pre(half < Number.MAX_SAFE_INTEGER);
      expect(checkRoom(shape, half)).toMatchObject({ ok: true });
      expect(checkRoom(shape, half + 1)).toMatchObject({ ok: false, problem: "too_full" });
    }),
  );
});

test("advice is heeded with success", () => {
  fc.assert(
    fc.property(anyShape, fc.integer({ min: 1, max: 10_000_000 }), (shape, count) => {
      const { saferLength, saferAlphabet } = guessOdds(shape, count);
      if (saferLength !== null) {
        expect(saferLength).toBeLessThanOrEqual(lengthLimits(shape).max);
        const longer = guessOdds({ ...shape, length: saferLength }, count);
        expect(longer.guessesPerHit).toBeGreaterThanOrEqual(1_000_000);
        const shorter = guessOdds({ ...shape, length: saferLength - 1 }, count);
        if (saferLength > lengthLimits(shape).min) expect(shorter.saferLength).toBe(saferLength);
      }
      if (saferAlphabet !== null) {
        const other = guessOdds({ ...shape, alphabet: saferAlphabet }, count);
        expect(other.guessesPerHit).toBeGreaterThanOrEqual(1_000_000);
      }
    }),
  );
});

test.each<[CodeShape, number, string]>([
  [
    safe(4),
    1_000_000,
    "1,000,000 codes would fill more than half of all codes with 4 characters (safe letters and digits). Use 5 characters or more.",
  ],
  [
    { length: 6, alphabet: "digits", check: false },
    600_000,
    "600,000 codes would fill more than half of all codes with 6 characters (digits only). Use 7 characters or more, or safe letters and digits.",
  ],
  [
    { length: 15, alphabet: "digits", check: true },
    60_000_000_000_000,
    "60,000,000,000,000 codes would fill more than half of all codes with 15 characters (digits only). Use safe letters and digits.",
  ],
  [
    { length: 4, alphabet: "any", check: false },
    10 ** 15,
    "1,000,000,000,000,000 codes would fill more than half of all codes with 4 characters (all letters and digits). Use 10 characters or more.",
  ],
])("what does not fit, %j, says what would", (shape, count, message) => {
  expect(checkRoom(shape, count)).toEqual({ ok: false, problem: "too_full", message });
});

test.each<[CodeShape, number, string, string]>([
  [safe(3), 1, "bad_length", "Unique codes have 4 to 14 characters."],
  [safe(15), 1, "bad_length", "Unique codes have 4 to 14 characters."],
  [
    { ...safe(4), check: true },
    1,
    "bad_length",
    "Unique codes have 5 to 15 characters, the check character included.",
  ],
  [safe(8), 0, "bad_count", "Make at least one code."],
  [safe(8), 1.5, "bad_count", "Make at least one code."],
])("%j, %d codes: %s", (shape, count, problem, message) => {
  expect(checkRoom(shape, count)).toEqual({ ok: false, problem, message });
});
