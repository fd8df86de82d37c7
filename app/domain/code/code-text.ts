import { codeKey } from "./code-key.ts";
import { homographOf } from "./homograph.ts";

/** Shopify takes at most 255 characters; ours keep to what every shopper can type. */
export const CODE_LENGTH_LIMIT = 255;

const ALLOWED = "Use letters A–Z, digits, “-” and “_”.";

/** `position` counts characters from 1; `message` is for the merchant. */
export type CodeTextCheck =
  | { ok: true; key: string }
  | {
      ok: false;
      problem: "empty" | "too_long" | "bad_character";
      position: number;
      message: string;
    };

/** Whether text can be a code of ours. Case and white space around it do not matter. */
export function checkCodeText(text: string): CodeTextCheck {
  // An endless paste is refused by its length before anything walks over it.
  const key = text.length > 4 * CODE_LENGTH_LIMIT ? text : codeKey(text);
  if (key === "") {
    return { ok: false, problem: "empty", position: 1, message: "A code cannot be empty." };
  }
  if (key.length > CODE_LENGTH_LIMIT) {
    const message = `A code can have at most ${CODE_LENGTH_LIMIT} characters; this has ${key.length}.`;
    return { ok: false, problem: "too_long", position: CODE_LENGTH_LIMIT + 1, message };
  }
  const bad = firstBadCharacter(key);
  if (!bad) return { ok: true, key };
  const message = `${bad.name} at position ${bad.position} cannot be part of a code. ${ALLOWED}`;
  return { ok: false, problem: "bad_character", position: bad.position, message };
}

/** The first character outside A–Z, 0–9, "-" and "_" of an upper-case text, in words. */
export function firstBadCharacter(key: string): { position: number; name: string } | null {
  let position = 0;
  for (const character of key) {
    position++;
    if (!isCodeCharacter(character.charCodeAt(0))) {
      return { position, name: nameOf(character) };
    }
  }
  return null;
}

function isCodeCharacter(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 45 || c === 95;
}

/**
 * Invisible and direction-changing characters are named, not printed into a message; one that is
 * drawn like an allowed one is told apart, or nobody would see what is wrong.
 */
function nameOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (character.trim() === "") return "A space";
  const invisible =
    point < 0x20 ||
    (point >= 0x7f && point <= 0x9f) ||
    point === 0xad ||
    point === 0x61c ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2060 && point <= 0x206f) ||
    (point >= 0xd800 && point <= 0xdfff) ||
    (point >= 0xfe00 && point <= 0xfe0f) ||
    point === 0xfeff ||
    point >= 0xe0000;
  const number = "U+" + point.toString(16).toUpperCase().padStart(4, "0");
  if (invisible) return `An invisible character (${number})`;
  const taken = homographOf(character);
  if (taken === null) return `“${character}”`;
  const kind = /[A-Z]/.test(taken) ? "letter" : "character";
  return `“${character}”, which looks like ${taken} but is another ${kind} (${number}),`;
}
