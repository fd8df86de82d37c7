/** What unique codes are made of: see `ALPHABETS`. */
export type UniqueAlphabet = "safe" | "digits" | "letters" | "any";

/**
 * The usual letters of unique codes: no vowels, so no words; and of every pair people confuse
 * (0/O/Q, 1/I/L, 2/Z, 5/S, 6/G, 8/B, U/V) at most one stays.
 */
export const SAFE_ALPHABET = "234579BCDFGHJKMNPRTVWX";

/** Letters and digits, in the order of their character codes. */
export const ANY_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** All but `safe` are for shops that must match what another system prints or reads. */
export const ALPHABETS: Readonly<Record<UniqueAlphabet, string>> = {
  safe: SAFE_ALPHABET,
  digits: "0123456789",
  letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  any: ANY_ALPHABET,
};
