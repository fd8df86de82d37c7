import { z } from "zod";
import { VALUE_LIMIT } from "./check-field.ts";
import type { Field, FieldType, ListValue } from "./field.ts";

/*
 * Fields as they are stored and as forms post them. Only shapes and sizes: what a field may hold is
 * `checkField`'s to say, in the merchant's words.
 */

const MOST_SYNONYMS = 20;
const LONGEST_VALUE = 64;

const label = z.string().trim().min(1).max(40);
const text = z.string().min(1).max(LONGEST_VALUE);

const listValue = z.strictObject({
  value: text,
  label,
  synonyms: z.array(text).max(MOST_SYNONYMS).readonly().exactOptional(),
}) satisfies z.ZodType<ListValue>;

const fieldType = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("list"),
    values: z.array(listValue).max(VALUE_LIMIT).readonly(),
  }),
  z.strictObject({
    kind: z.literal("date"),
    spelling: z.enum(["YY", "YYYY", "Q", "MON", "MONTH", "MM", "W", "WW", "DD"]),
  }),
  z.strictObject({
    kind: z.literal("number"),
    min: z.number().int(),
    max: z.number().int(),
    digits: z.number().int().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("percentage") }),
  z.strictObject({ kind: z.literal("offer") }),
  z.strictObject({
    kind: z.literal("word"),
    min: z.number().int(),
    max: z.number().int(),
    charset: z.enum(["letters", "digits", "letters_digits"]),
  }),
  z.strictObject({
    kind: z.literal("unique"),
    length: z.number().int(),
    alphabet: z.enum(["safe", "digits", "letters", "any"]),
    check: z.boolean(),
  }),
]) satisfies z.ZodType<FieldType>;

/** Ids are what stands between braces: short, lower case. */
export const fieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]{0,19}$/),
  label,
  type: fieldType,
}) satisfies z.ZodType<Field>;
