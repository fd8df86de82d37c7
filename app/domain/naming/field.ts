/** Whatever a field holds, a name is made of these characters only; lower case reads as upper. */
export type WordCharset = "letters" | "digits" | "letters_digits";

/**
 * One allowed value of a list field. `value` is what stands in the name (upper case),
 * `label` what people read in reports, `synonyms` what people type by mistake.
 */
export type ListValue = { value: string; label: string; synonyms?: readonly string[] };

/**
 * What a field may hold:
 * - `list`: one of the values, spelled exactly so;
 * - `year`: "26" or "2026" (2000–2099);
 * - `number`: a whole number without leading zeros, `min` to `max` (0 to 999,999,999);
 * - `percentage`: 1 to 100, without a sign;
 * - `offer`: see `spellOffer`;
 * - `word`: `min` to `max` (1 to 64) characters of the charset.
 */
export type FieldType =
  | { kind: "list"; values: readonly ListValue[] }
  | { kind: "year"; digits: 2 | 4 }
  | { kind: "number"; min: number; max: number }
  | { kind: "percentage" }
  | { kind: "offer" }
  | { kind: "word"; min: number; max: number; charset: WordCharset };

/** `id` is what stands between braces; `label` completes "… is not a …" ("season"). */
export type Field = { id: string; label: string; type: FieldType };

/** Which fields stand for what the discount does; lints look these up by `id`. */
export type FieldId = Field["id"];
