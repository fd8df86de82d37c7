import { expect, test } from "vitest";
import { checkCodeText } from "#app/domain/code/code-text.ts";

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
  ["SАLE", "bad_character", 2, "“А” at position 2"],
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
