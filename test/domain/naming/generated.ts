import fc from "fast-check";
import { DATE_VALUES } from "#app/domain/naming/date-values.ts";
import type { DateSpelling, Field } from "#app/domain/naming/field.ts";

/** Any field: its definition and values that may stand in it. */
type AnyField = { field: Field; value: fc.Arbitrary<string> };

const SYMBOLS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];
const CHARSETS = {
  letters: SYMBOLS.slice(0, 26),
  digits: SYMBOLS.slice(26),
  letters_digits: SYMBOLS,
} as const;

const text = (from: readonly string[], minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });

const listType = fc
  .uniqueArray(text([...SYMBOLS, "-", "_"], 1, 8), { minLength: 1, maxLength: 6 })
  .map((values) => ({
    type: { kind: "list", values: values.map((value) => ({ value, label: value })) } as const,
    value: fc.constantFrom(...values),
  }));

const dateType = fc
  .constantFrom<DateSpelling>("YY", "YYYY", "Q", "MON", "MONTH", "MM", "W", "WW", "DD")
  .map((spelling) => ({
    type: { kind: "date", spelling } as const,
    value: fc.constantFrom(...DATE_VALUES[spelling].map(({ value }) => value)),
  }));

const numberType = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
  .map(({ min, max }) => ({
    type: { kind: "number", min, max } as const,
    value: fc.integer({ min, max }).map(String),
  }));

const percentage = fc.integer({ min: 1, max: 100 }).map(String);
const offer = fc.oneof(
  fc.constantFrom("FREESHIP", "DISCOUNT"),
  percentage.map((n) => `${n}OFF`),
  fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), text(CHARSETS.letters, 3, 3))
    .map(([n, currency]) => `${n}${currency}OFF`),
);

const wordType = fc
  .tuple(
    fc.constantFrom("letters" as const, "digits" as const, "letters_digits" as const),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([charset, min, more]) => ({
    type: { kind: "word", min, max: min + more, charset } as const,
    value: text(CHARSETS[charset], min, min + more),
  }));

const anyType = fc.oneof(
  listType,
  dateType,
  numberType,
  wordType,
  fc.constant({ type: { kind: "percentage" } as const, value: percentage }),
  fc.constant({ type: { kind: "offer" } as const, value: offer }),
);

/**
 * Texts of conventions with their fields; many are ambiguous and so no conventions. Optional parts
 * may follow, with a separator or none.
 */
export const anyConvention = fc
  .tuple(
    fc.array(fc.tuple(anyType, fc.constantFrom("", "_", "-", "X", "7-"), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([parts]) => {
    const fields: AnyField[] = parts.map(([{ type, value }], i) => ({
      field: { id: `f${i}`, label: `field ${i}`, type },
      value,
    }));
    const pieces = parts.map(([, separator, optional], i) => {
      const piece = `${i > 0 ? separator : ""}{f${i}}`;
      return optional && i > 0 ? `[${piece}]` : piece;
    });
    const optional = parts.map(([, , isOptional], i) => isOptional && i > 0);
    return { text: pieces.join(""), fields, optional };
  });
