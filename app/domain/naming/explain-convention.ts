import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import type { Leaf } from "./automaton.ts";
import type { Convention } from "./convention.ts";
import { expectationOf } from "./describe.ts";
import type { DateSpelling, Field } from "./field.ts";

/**
 * A part of a convention in words: where it begins (`at`, from 1), as it is written (`text`), and
 * what it means. `optional`: names may leave it out.
 */
export type ExplainedPart = {
  at: number;
  text: string;
  label: string;
  meaning: string;
  optional: boolean;
};

const DATES: Readonly<Record<DateSpelling, string>> = {
  YY: "The year in two digits, such as 26 for 2026.",
  YYYY: "The year in four digits, such as 2026.",
  Q: "The quarter of the year, such as Q3 for July to September.",
  MON: "The month in three letters, such as JUL for July.",
  MONTH: "The month in full, such as JULY.",
  MM: "The month in two digits, such as 07 for July.",
  W: "The week of the year, such as W28.",
  WW: "The week of the year in two digits, such as 28.",
  DD: "The day of the month in two digits, such as 09.",
};

const WORDS = { letters: "LAUNCH", digits: "2468", letters_digits: "DROP7" } as const;

/** Every part of a convention in the order of its text, one plain sentence each. */
export function explainConvention(convention: Convention): ExplainedPart[] {
  return convention.parts.flatMap((part) => {
    if (part.kind !== "optional") return [explained(convention.text, part, false)];
    return part.parts.flatMap((leaf) =>
      leaf.kind === "optional" ? [] : [explained(convention.text, leaf, true)],
    );
  });
}

function explained(text: string, part: Leaf, optional: boolean): ExplainedPart {
  const at = part.at;
  if (part.kind === "literal") {
    const written = text.slice(at - 1, at - 1 + part.text.length);
    const isSeparator = /^[-_]+$/.test(part.text);
    const label = isSeparator ? "Separator" : "Fixed text";
    const where = optional ? "with the optional part" : "in every name";
    const meaning = isSeparator
      ? `“${part.text}” stands between two parts, ${where}.`
      : `“${part.text}” stands here as it is, ${where}.`;
    return { at, text: written, label, meaning, optional };
  }
  const written = text.slice(at - 1, text.indexOf("}", at) + 1);
  const { label } = part.field;
  return {
    at,
    text: written,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    meaning: meaningOf(part.field),
    optional,
  };
}

function meaningOf(field: Field): string {
  const { type } = field;
  switch (type.kind) {
    case "list": {
      const [first, ...more] = type.values;
      const shown = first ? `${first.value} for ${first.label}` : "";
      return more.length === 0
        ? `Always ${shown}.`
        : `One of ${more.length + 1} values, such as ${shown}.`;
    }
    case "date":
      return DATES[type.spelling];
    case "number": {
      const shown = String(type.max).padStart(type.digits ?? 1, "0");
      return type.min === type.max
        ? `Always ${shown}.`
        : `${sentence(expectationOf(field))}, such as ${shown}.`;
    }
    case "percentage":
      return "How many percent the discount takes off, from 1 to 100, such as 15.";
    case "offer":
      return "What the discount gives, such as FREESHIP, 15OFF or 10EUROFF; DISCOUNT does not say how much.";
    case "word": {
      const repeated = WORDS[type.charset].repeat(type.min);
      const shown = repeated.slice(
        0,
        Math.min(type.max, Math.max(type.min, WORDS[type.charset].length)),
      );
      return `A word of your own: ${expectationOf(field)}, such as ${shown}.`;
    }
    case "unique": {
      const alphabet = ALPHABETS[type.alphabet];
      const shown = Array.from(
        { length: type.length },
        (_, i) => alphabet[(i * 7 + 3) % alphabet.length],
      );
      const check = type.check ? "; the last one catches typing errors" : "";
      return `${type.length} characters that make each code of a batch its own, such as ${shown.join("")}${check}.`;
    }
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
