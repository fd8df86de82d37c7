import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import type { Part } from "#app/domain/naming/automaton.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import { DATE_VALUES } from "#app/domain/naming/date-values.ts";
import type { Field } from "#app/domain/naming/field.ts";

const WORDS = { letters: "[A-Z]", digits: "[0-9]", letters_digits: "[A-Z0-9]" } as const;

type Found = { convention: number; dimensions: Record<string, string | undefined> };

/** The peer: what one writes without a parser, a regular expression a convention, tried in turn. */
export function expressionParser(
  conventions: readonly Convention[],
): (text: string) => Found | null {
  const expressions = conventions.map(({ parts }) => new RegExp(`^${sourceOf(parts)}$`));
  return (text) => {
    const name = text.trim().toUpperCase();
    for (const [convention, expression] of expressions.entries()) {
      const match = expression.exec(name);
      if (match) return { convention, dimensions: match.groups ?? {} };
    }
    return null;
  };
}

function sourceOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === "literal") return part.text;
      if (part.kind === "optional") return `(?:${sourceOf(part.parts)})?`;
      return `(?<${part.field.id}>${valueSource(part.field)})`;
    })
    .join("");
}

/** Numbers by their count of digits only: a regular expression cannot say more in short. */
function valueSource({ type }: Field): string {
  switch (type.kind) {
    case "list":
      return type.values.map(({ value }) => value).join("|");
    case "date":
      return DATE_VALUES[type.spelling].map(({ value }) => value).join("|");
    case "number":
      return type.digits ? `[0-9]{${type.digits}}` : `[0-9]{1,${String(type.max).length}}`;
    case "percentage":
      return "100|[1-9][0-9]?";
    case "offer":
      return "FREESHIP|DISCOUNT|(?:100|[1-9][0-9]?)OFF|[1-9][0-9]{0,5}[A-Z]{3}OFF";
    case "word":
      return `${WORDS[type.charset]}{${type.min},${type.max}}`;
    case "unique":
      return `[${ALPHABETS[type.alphabet]}]{${type.length}}`;
  }
}
