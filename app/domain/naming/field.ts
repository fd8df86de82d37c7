/** What a word may be made of. Names are upper case; lower case reads as upper. */
type WordCharset = "letters" | "digits" | "letters_digits";

/**
 * One allowed value of a list field. `value` is what stands in the name (A–Z, 0–9, "-", "_"),
 * `label` what people read in reports, `synonyms` what people type instead: never accepted,
 * since a code must come back from its dimensions as it was, but answered with the right value.
 */
export type ListValue = { value: string; label: string; synonyms?: readonly string[] };

/**
 * What a field may hold:
 * - `list`: one of the values, spelled exactly so;
 * - `year`: "26", or "2026" (2000 to 2099);
 * - `number`: a whole number without leading zeros, `min` to `max` (0 to 999,999,999);
 * - `percentage`: 1 to 100, without a sign;
 * - `offer`: FREESHIP; a percentage, 15OFF; an amount in whole currency units, 10EUROFF; or
 *   DISCOUNT, which does not say how much;
 * - `word`: `min` to `max` (1 to 64) characters.
 */
type FieldType =
  | { kind: "list"; values: readonly ListValue[] }
  | { kind: "year"; digits: 2 | 4 }
  | { kind: "number"; min: number; max: number }
  | { kind: "percentage" }
  | { kind: "offer" }
  | { kind: "word"; min: number; max: number; charset: WordCharset };

/** `id` is what stands between braces; `label` completes "… is not a …" ("season"). */
export type Field = { id: string; label: string; type: FieldType };
