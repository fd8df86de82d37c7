/**
 * The letters of unique codes: no vowels, so no words; and of every pair people confuse
 * (0/O/Q, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V) at most one stays.
 */
export const UNIQUE_ALPHABET = "234579BCDFGHJKMNPRTVWX";

/** Whether every character of `text` from `start` on is a letter of unique codes. */
export function allInAlphabet(text: string, start: number): boolean {
  for (let i = start; i < text.length; i++) {
    if (!UNIQUE_ALPHABET.includes(text[i] ?? "")) return false;
  }
  return true;
}
