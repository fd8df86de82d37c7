import { z } from "zod";
import {
  LONGEST_VALUE,
  MOST_POSTED,
  POSTED_NAMES,
  type PostedIssuance,
  type PostedIssuances,
} from "./posted.ts";

/** U+0000 and halves of characters, which no column holds. */
const UNWRITABLE = /[\0\p{Surrogate}]/u;

const text = z
  .string("must be text")
  .max(LONGEST_VALUE, `can have at most ${LONGEST_VALUE} characters`)
  .refine((value) => !UNWRITABLE.test(value), "has a character that cannot be stored");
const said = text.nullish();
const NUMBER = "must be Shopify’s customer number, as text or a whole number";

const row = z.strictObject(
  {
    campaign: z
      .string("is missing: give the campaign’s name as text")
      .pipe(text)
      .refine((name) => name.trim() !== "", "is empty: give the campaign’s name"),
    customer_id: z
      .union([text, z.number(NUMBER).refine(Number.isSafeInteger, NUMBER)], NUMBER)
      .nullish(),
    email: said,
    phone: said,
    code: said,
    channel: said,
    issued_at: said,
  },
  {
    error: ({ code }) =>
      code === "unrecognized_keys"
        ? `has a field that is not known; known are ${Object.values(POSTED_NAMES).join(", ")}`
        : "must be an object",
  },
) satisfies z.ZodType<PostedIssuance>;

const COUNT = `must be a list of 1 to ${MOST_POSTED} rows`;

/** What is posted to /api/issuances. Its problems name places and fields, never what stands in them. */
export const postedIssuances = z.strictObject(
  { issuances: z.array(row, COUNT).min(1, COUNT).max(MOST_POSTED, COUNT) },
  { error: 'must be an object with nothing but "issuances"' },
) satisfies z.ZodType<PostedIssuances>;
