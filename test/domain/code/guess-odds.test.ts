import { expect, test } from "vitest";
import { checkRoom, guessOdds } from "#app/domain/code/guess-odds.ts";

test("guesses per hit are the space over the codes", () => {
  expect(guessOdds(8, 1000)).toEqual({
    size: 22 ** 8,
    guessesPerHit: 22 ** 8 / 1000,
    saferLength: null,
  });
});

test("a space that is easily guessed comes with the length that is not", () => {
  const odds = guessOdds(6, 10_000);
  expect(odds.guessesPerHit).toBeLessThan(1_000_000);
  expect(odds.saferLength).toBe(8);
  expect(guessOdds(8, 10_000).saferLength).toBeNull();
  expect(guessOdds(7, 10_000).saferLength).toBe(8);
});

test("at most half of a space is filled", () => {
  const half = 22 ** 4 / 2;
  expect(checkRoom(4, half)).toMatchObject({ ok: true });
  expect(checkRoom(4, half + 1)).toMatchObject({ ok: false, problem: "too_full" });
  const refused = checkRoom(4, 1_000_000);
  expect(refused).toMatchObject({
    message:
      "1000000 codes would fill more than half of all codes with 4 letters. Use 5 letters or more.",
  });
});

test.each([
  [3, 1, "bad_length"],
  [15, 1, "bad_length"],
  [8, 0, "bad_count"],
  [8, 1.5, "bad_count"],
])("%i letters, %d codes: %s", (length, count, problem) => {
  expect(checkRoom(length, count)).toMatchObject({ ok: false, problem });
});
