import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import { checkCharacterFor } from "#app/domain/code/check-character.ts";
import { ALPHABET_NAMES } from "./generated.ts";

const CHECKS = { safe: "DGB", digits: "674", letters: "YJU", any: "V75" };

describe.each(ALPHABET_NAMES)("a check character over %s", (alphabet) => {
  const size = ALPHABETS[alphabet].length;
  const { checkOf } = checkCharacterFor(alphabet);
  const withCheck = (free: readonly number[]) => [
    ...free,
    checkOf(Uint8Array.from(free), free.length),
  ];
  const fits = (all: readonly number[]) =>
    checkOf(Uint8Array.from(all), all.length - 1) === all.at(-1);
  const anyFree = fc.array(fc.nat(size - 1), { minLength: 4, maxLength: 14 });

  test("every single wrong character is caught, wherever it is", () => {
    fc.assert(
      fc.property(anyFree, (free) => {
        const all = withCheck(free);
        expect(fits(all)).toBe(true);
        for (let at = 0; at < all.length; at++) {
          for (let wrong = 0; wrong < size; wrong++) {
            expect(fits(all.with(at, wrong))).toBe(wrong === all[at]);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("every swap of two neighbours is caught, also with the check character", () => {
    fc.assert(
      fc.property(anyFree, (free) => {
        const all = withCheck(free);
        for (let at = 0; at + 1 < all.length; at++) {
          const swapped = all.with(at, all[at + 1]!).with(at + 1, all[at]!);
          expect(fits(swapped)).toBe(all[at] === all[at + 1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every swap of two neighbours is caught: all pairs, all check characters", () => {
    for (let first = 0; first < size; first++) {
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < a; b++) {
          expect(withCheck([first, 0, a, b]).at(-1)).not.toBe(withCheck([first, 0, b, a]).at(-1));
        }
      }
    }
  });

  test("of swaps around a third character and of doubled ones some pass, fewer than 1 in N", () => {
    const missed = { swaps: 0, doubles: 0 };
    const pairs = (size * (size - 1)) / 2;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < a; b++) {
        for (let middle = 0; middle < size; middle++) {
          if (fits(withCheck([0, a, middle, b]).with(1, b).with(3, a))) missed.swaps++;
        }
        if (fits(withCheck([0, a, a, 0]).with(1, b).with(2, b))) missed.doubles++;
      }
    }
    expect(missed.swaps).toBeGreaterThan(0);
    expect(missed.swaps / size / pairs).toBeLessThan(1 / size);
    expect(missed.doubles / pairs).toBeLessThan(0.05);
  });
});

test("check characters stay what they were", () => {
  const first = (alphabet: (typeof ALPHABET_NAMES)[number]) => {
    const { checkOf } = checkCharacterFor(alphabet);
    const places = Uint8Array.from(
      { length: 14 },
      (_, i) => (i * 7 + 3) % ALPHABETS[alphabet].length,
    );
    return [4, 9, 14].map((count) => ALPHABETS[alphabet][checkOf(places, count)]).join("");
  };
  expect(Object.fromEntries(ALPHABET_NAMES.map((name) => [name, first(name)]))).toEqual(CHECKS);
});
