import { expect, it, test } from "vitest";
import fc from "fast-check";
import { guessWords } from "#app/components/code/guess-words.ts";
import type { CodeShape } from "#app/domain/code/code-space.ts";
import { lengthLimits } from "#app/domain/code/code-space.ts";

const safe = (length: number): CodeShape => ({ length, alphabet: "safe", check: false });

it.each([
  [safe(8), 1_000, "success", null, "1 in 55 million guesses finds a code."],
  [
    safe(6),
    10_000,
    "caution",
    8,
    "1 in 11,338 guesses finds a code. A script that tries codes at your checkout could find some. With 8 characters, 1 in 5.5 million guesses finds a code.",
  ],
  [
    safe(4),
    200_000,
    "critical",
    null,
    "200,000 codes would fill more than half of all codes with 4 characters",
  ],
] as const)("of %j, %i codes: %s", (shape, count, tone, saferLength, text) => {
  expect(guessWords(shape, count)).toMatchObject({
    tone,
    saferLength,
    text: expect.stringContaining(text) as string,
  });
});

test("more characters never make the meter fall, and what it recommends is enough", () => {
  const anyCount = fc.integer({ min: 1, max: 1_000_000 });
  const anyLength = fc.integer({ min: 4, max: 13 });
  fc.assert(
    fc.property(anyLength, anyCount, fc.boolean(), (free, count, check) => {
      const length = free + (check ? 1 : 0);
      const shape = { ...safe(length), check };
      const words = guessWords(shape, count);
      expect(words.strength).toBeLessThanOrEqual(
        guessWords({ ...shape, length: length + 1 }, count).strength,
      );
      if (words.saferLength === null) return;
      expect(words.saferLength).toBeLessThanOrEqual(lengthLimits(shape).max);
      expect(guessWords({ ...shape, length: words.saferLength }, count).tone).toBe("success");
    }),
  );
});
