import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";

/** What a word may be made of. Names are upper case; lower case reads as upper. */
export type WordCharset = "letters" | "digits" | "letters_digits";

/**
 * One allowed value of a list field. `value` is what stands in the name (A–Z, 0–9, "-", "_"),
 * `label` what people read in reports, `synonyms` what people type instead: never accepted,
 * since a code must come back from its dimensions as it was, but answered with the right value.
 */
export type ListValue = { value: string; label: string; synonyms?: readonly string[] };

/**
 * How a date, or a part of one, is spelled:
 * years 26 (`YY`), 2026 (`YYYY`); quarters Q1 (`Q`); months JAN (`MON`), JANUARY (`MONTH`), 01
 * (`MM`); ISO weeks W07 (`W`), 07 (`WW`); days of the month 09 (`DD`).
 */
export type DateSpelling = "YY" | "YYYY" | "Q" | "MON" | "MONTH" | "MM" | "W" | "WW" | "DD";

/**
 * What a field may hold:
 * - `list`: one of the values, spelled exactly so;
 * - `date`: a date or a part of one, in one spelling (years 2000 to 2099);
 * - `number`: a whole number from `min` to `max` (0 to 999,999,999); without leading zeros, or,
 *   with `digits`, filled up with zeros to that many digits;
 * - `percentage`: 1 to 100, without a sign;
 * - `offer`: FREESHIP; a percentage, 15OFF; an amount in whole currency units, 10EUROFF; or
 *   DISCOUNT, which does not say how much;
 * - `word`: `min` to `max` (1 to 64) characters;
 * - `unique`: the part that makes each code of a batch its own: `length` characters of an
 *   alphabet (4 to 14), with `check` one more at the end that is worked out from them and counts in
 *   `length` (5 to 15). Not a dimension: it says nothing but which code it is.
 */
export type FieldType =
  | { kind: "list"; values: readonly ListValue[] }
  | { kind: "date"; spelling: DateSpelling }
  | { kind: "number"; min: number; max: number; digits?: number }
  | { kind: "percentage" }
  | { kind: "offer" }
  | { kind: "word"; min: number; max: number; charset: WordCharset }
  | { kind: "unique"; length: number; alphabet: UniqueAlphabet; check: boolean };

/** `id` is what stands between braces; `label` completes "… is not a …" ("season"). */
export type Field = { id: string; label: string; type: FieldType };
