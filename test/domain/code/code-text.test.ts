import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCodeText } from "#app/domain/code/code-text.ts";
import { homographOf } from "#app/domain/code/homograph.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";

test("a code of ours comes back as its key", () => {
  expect(checkCodeText(" summer26_free-ship ")).toEqual({ ok: true, key: "SUMMER26_FREE-SHIP" });
  expect(checkCodeText("A".repeat(255))).toMatchObject({ ok: true });
});

test.each([
  ["", "empty", 1, "A code cannot be empty."],
  ["   ", "empty", 1, "A code cannot be empty."],
  ["A".repeat(256), "too_long", 256, "A code can have at most 255 characters; this has 256."],
  ["SALE🎉", "bad_character", 5, "“🎉” at position 5"],
  ["SUMMER 26", "bad_character", 7, "A space at position 7"],
  ["SA\u200bLE", "bad_character", 3, "An invisible character (U+200B) at position 3"],
  ["SA\u202eLE", "bad_character", 3, "An invisible character (U+202E) at position 3"],
  ["SALE\ud800", "bad_character", 5, "An invisible character (U+D800) at position 5"],
  [
    "SАLE",
    "bad_character",
    2,
    "“А”, which looks like A but is another letter (U+0410), at position 2 cannot be part of a code.",
  ],
  ["SALЕ", "bad_character", 4, "“Е”, which looks like E but is another letter (U+0415), at"],
  ["sаle", "bad_character", 2, "“а”, which looks like A but is another letter (U+0430), at"],
  ["ΟFF", "bad_character", 1, "“Ο”, which looks like O but is another letter (U+039F), at"],
  ["ＳALE", "bad_character", 1, "“Ｓ”, which looks like S but is another letter (U+FF33), at"],
  ["SALE１0", "bad_character", 5, "“１”, which looks like 1 but is another character (U+FF11), at"],
  ["SALE–10", "bad_character", 5, "“–”, which looks like - but is another character (U+2013), at"],
  ["SALE−10", "bad_character", 5, "“−”, which looks like - but is another character (U+2212), at"],
  ["SALE\u00a010", "bad_character", 5, "A space at position 5"],
  ["SALÉ", "bad_character", 4, "“É” at position 4"],
  ["SA\u2067LE", "bad_character", 3, "An invisible character (U+2067) at position 3"],
  ["\ufe0fSALE", "bad_character", 1, "An invisible character (U+FE0F) at position 1"],
  ["שלום", "bad_character", 1, "“ש” at position 1"],
  ["A;DROP", "bad_character", 2, "“;” at position 2"],
])("%j is refused: %s", (text, problem, position, message) => {
  const check = checkCodeText(text);
  expect(check).toMatchObject({ ok: false, problem, position });
  expect(check.ok === false && check.message).toContain(message);
});

test("an endless paste is refused without being walked over", () => {
  const check = checkCodeText("a".repeat(50_000_000));
  expect(check).toMatchObject({ ok: false, problem: "too_long" });
});

test.each([
  ["A".repeat(10_000), "this has 10000"],
  ["ש".repeat(10_000), "this has 10000"],
  ["\u200b".repeat(10_000), "this has 10000"],
])("10,000 characters are refused by their number: case %#", (text, message) => {
  const check = checkCodeText(text);
  expect(check).toMatchObject({ ok: false, problem: "too_long", position: 256 });
  expect(check.ok === false && check.message).toContain(message);
});

test("any text is a key of allowed characters or is refused with a place in it", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."AÀА-_ 1١\u200b\u202eשａ") }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const check = checkCodeText(typed);
      if (check.ok) {
        expect(check.key).toMatch(/^[A-Z0-9_-]{1,255}$/);
        expect(checkCodeText(check.key)).toEqual(check);
      } else {
        expect(check.position).toBeGreaterThanOrEqual(1);
        // Nothing that turns the text around or cannot be seen gets into a message.
        expect(check.message).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      }
    }),
  );
});

test("whatever is said to look like a letter does, as Unicode has it", () => {
  for (let point = 0x80; point < 0x2fff; point++) {
    const character = String.fromCodePoint(point);
    const taken = homographOf(character);
    if (taken === null || taken === "-" || taken === "_") continue;
    expect([character, lookAlikeKey(character)]).toEqual([character, lookAlikeKey(taken)]);
  }
});
