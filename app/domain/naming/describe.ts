import type { Field } from "./field.ts";

const LISTED = 6;

/** "a season", "an offer". */
export function withArticle(label: string): string {
  return ("aeiou".includes(label.charAt(0).toLowerCase()) ? "an " : "a ") + label;
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
    case "year":
      return type.digits === 2 ? "two digits, such as 26" : "four digits, such as 2026";
    case "number":
      return `a number from ${type.min} to ${type.max}`;
    case "percentage":
      return "a percentage from 1 to 100, without a sign";
    case "offer":
      return "FREESHIP, DISCOUNT, a percentage such as 15OFF or an amount such as 10EUROFF";
    case "word": {
      const { min, max, charset } = type;
      const what = { letters: "letters", digits: "digits", letters_digits: "letters or digits" };
      return `${min === max ? min : `${min} to ${max}`} ${what[charset]}`;
    }
  }
}

function orList(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
