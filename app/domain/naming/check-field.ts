import { lengthLimits } from "#app/domain/code/code-space.ts";
import type { Field } from "./field.ts";
import { isSymbols } from "./symbol.ts";

export const VALUE_LIMIT = 2_000;
const NUMBER_LIMIT = 999_999_999;
const NUMBER_DIGITS = 9;
const WORD_LIMIT = 64;

/** What is wrong with a field's definition, in words for the merchant; null when nothing is. */
export function checkField({ label, type }: Field): string | null {
  switch (type.kind) {
    case "list": {
      if (type.values.length === 0) return `The list of ${label} has no values.`;
      if (type.values.length > VALUE_LIMIT) {
        return `The list of ${label} has ${type.values.length} values; at most ${VALUE_LIMIT} are possible.`;
      }
      const seen = new Map<string, string>();
      for (const { value, synonyms = [] } of type.values) {
        for (const text of [value, ...synonyms]) {
          if (!isSymbols(text)) {
            return `“${text}” in the list of ${label} must be made of A–Z, 0–9, “-” and “_”.`;
          }
          const other = seen.get(text);
          if (other !== undefined) return `“${text}” stands twice in the list of ${label}.`;
          seen.set(text, value);
        }
      }
      return null;
    }
    case "number": {
      const { min, max, digits } = type;
      const message = rangeProblem(`The numbers of ${label}`, type, 0, NUMBER_LIMIT);
      const width = String(max).length;
      if (message || digits === undefined || isWithin(digits, width, NUMBER_DIGITS)) return message;
      return `The numbers of ${label} from ${min} to ${max} need ${width} to ${NUMBER_DIGITS} digits.`;
    }
    case "word":
      return rangeProblem(`The characters of ${label}`, type, 1, WORD_LIMIT);
    case "unique": {
      const { min, max } = lengthLimits(type);
      return isWithin(type.length, min, max)
        ? null
        : `The unique part of a code must have ${min} to ${max} characters.`;
    }
    case "date":
    case "percentage":
    case "offer":
      return null;
  }
}

function rangeProblem(
  subject: string,
  { min, max }: { min: number; max: number },
  least: number,
  most: number,
): string | null {
  if (!isWithin(min, least, most) || !isWithin(max, least, most)) {
    return `${subject} must be whole numbers from ${least} to ${most}.`;
  }
  return max < min ? `${subject} must run from the smaller to the larger: ${max} to ${min}.` : null;
}

const isWithin = (n: number, low: number, high: number): boolean =>
  Number.isInteger(n) && n >= low && n <= high;
