import { lengthLimits } from "#app/domain/code/code-space.ts";
import type { Field } from "./field.ts";
import { isSymbols } from "./symbol.ts";

const NUMBER_LIMIT = 999_999_999;
const WORD_LIMIT = 64;

/** What is wrong with a field's definition, in words for the merchant; null when nothing is. */
export function checkField({ label, type }: Field): string | null {
  switch (type.kind) {
    case "list": {
      if (type.values.length === 0) return `The list of ${label} has no values.`;
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
      if (!isWithin(min, 0, NUMBER_LIMIT) || !isWithin(max, min, NUMBER_LIMIT)) {
        return `The numbers of ${label} must run from 0 to ${NUMBER_LIMIT} at most.`;
      }
      if (digits === undefined || isWithin(digits, String(max).length, 9)) return null;
      return `The numbers of ${label} need at least ${String(max).length} digits and at most 9.`;
    }
    case "word": {
      const sound = isWithin(type.min, 1, WORD_LIMIT) && isWithin(type.max, type.min, WORD_LIMIT);
      return sound ? null : `The length of ${label} must be from 1 to ${WORD_LIMIT} characters.`;
    }
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

const isWithin = (n: number, low: number, high: number): boolean =>
  Number.isInteger(n) && n >= low && n <= high;
