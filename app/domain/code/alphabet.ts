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
  digits: ANY_ALPHABET.slice(0, 10),
  letters: ANY_ALPHABET.slice(10),
  any: ANY_ALPHABET,
};

/** For the checkout function, where a pattern is the smallest way to ask: text of one alphabet only. */
export const SAFE_ONLY = /^[2-579B-DF-HJKMNPRTV-X]*$/;
export const ANY_ONLY = /^[0-9A-Z]*$/;
