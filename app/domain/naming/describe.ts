import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import type { DateSpelling, Field } from "./field.ts";

const LISTED = 6;

const DATES: Readonly<Record<DateSpelling, string>> = {
  YY: "two digits, such as 26",
  YYYY: "four digits, such as 2026",
  Q: "Q1, Q2, Q3 or Q4",
  MON: "a month in three letters, such as JAN",
  MONTH: "a month in full, such as JANUARY",
  MM: "a month from 01 to 12",
  W: "a week from W01 to W53",
  WW: "a week from 01 to 53",
  DD: "a day from 01 to 31",
};

/** "a season", "an offer", "a unique part". */
export function withArticle(label: string): string {
  return (/^(?!uni|use|eu)[aeiou]/i.test(label) ? "an " : "a ") + label;
}

/** What may stand in a field, to follow "Expected". */
export function expectationOf({ type }: Field): string {
  switch (type.kind) {
    case "list": {
      const names = type.values.map(({ value }) => value);
      const more = names.length - LISTED;
      if (more <= 1) return orList(names);
      return `one of ${names.slice(0, LISTED).join(", ")} and ${more} more`;
    }
    case "date":
      return DATES[type.spelling];
    case "number": {
      const [min, max] = [type.min, type.max].map((n) => String(n).padStart(type.digits ?? 1, "0"));
      return min === max ? String(min) : `a number from ${min} to ${max}`;
    }
    case "percentage":
      return "a percentage from 1 to 100, without a sign";
    case "offer":
      return "FREESHIP, DISCOUNT, a percentage such as 15OFF or an amount such as 10EUROFF";
    case "word": {
      const { min, max, charset } = type;
      const what = { letters: "letters", digits: "digits", letters_digits: "letters or digits" };
      return `${min === max ? min : `${min} to ${max}`} ${what[charset]}`;
    }
    case "unique":
      return `${type.length} characters of ${ALPHABETS[type.alphabet]}`;
  }
}

function orList(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
