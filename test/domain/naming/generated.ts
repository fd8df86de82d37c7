import fc from "fast-check";
import { ALPHABETS, type UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { DATE_VALUES } from "#app/domain/naming/date-values.ts";
import type { DateSpelling, Field, FieldType } from "#app/domain/naming/field.ts";
import { CURRENCIES } from "#app/domain/naming/vocabulary/currencies.ts";

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
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), fc.boolean())
  .map(([a, b, filled]) => {
    const [min, max] = [Math.min(a, b), Math.max(a, b)];
    const digits = filled ? { digits: String(max).length } : {};
    const spelled = (n: number) => String(n).padStart(filled ? String(max).length : 1, "0");
    return {
      type: { kind: "number", min, max, ...digits } as const,
      value: fc.integer({ min, max }).map(spelled),
      // A number that fills its digits anyway cannot say so in text: 12-50 has no leading zero.
      written: !filled || spelled(min).startsWith("0") ? `:${spelled(min)}-${spelled(max)}` : "",
    };
  })
  .map(({ written, ...rest }) => ({ ...rest, written: written === ":0-0" ? "" : written }));

const percentage = fc.integer({ min: 1, max: 100 }).map(String);
const offer = fc.oneof(
  fc.constantFrom("FREESHIP", "DISCOUNT"),
  percentage.map((n) => `${n}OFF`),
  fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...CURRENCIES))
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
    written: more === 0 ? `:${min}` : `:${min}-${min + more}`,
  }));

type AnyType = { type: FieldType; value: fc.Arbitrary<string>; written?: string };

const anyType: fc.Arbitrary<AnyType> = fc.oneof(
  listType,
  dateType,
  numberType,
  wordType,
  fc.constant({ type: { kind: "percentage" } as const, value: percentage }),
  fc.constant({ type: { kind: "offer" } as const, value: offer }),
);

const uniqueType: fc.Arbitrary<AnyType> = fc
  .tuple(
    fc.constantFrom<UniqueAlphabet>("safe", "digits", "letters", "any"),
    fc.integer({ min: 5, max: 14 }),
    fc.boolean(),
  )
  .map(([alphabet, length, check]) => ({
    type: { kind: "unique", length, alphabet, check },
    value: text([...ALPHABETS[alphabet]], length, length),
    written: `:${length},${alphabet}${check ? ",check" : ""}`,
  }));

const SEPARATORS = ["", "_", "-", "X", "7-"];

/**
 * Texts of conventions with their fields; many are ambiguous and so no conventions. Optional parts
 * may follow, with a separator or none, and a unique part at the end. Half the fields are defined
 * otherwise than they are used, and get what they are from their arguments. `spell` puts values
 * together by hand, null for a part left out.
 */
const anyConvention = fc
  .tuple(
    fc.array(fc.tuple(anyType, fc.constantFrom(...SEPARATORS), fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.option(fc.tuple(uniqueType, fc.constantFrom("", "-", "_"))),
  )
  .map(([parts, unique]) => {
    const used: AnyField[] = parts.map(([{ type, value }], i) => ({
      field: { id: `f${i}`, label: `field ${i}`, type },
      value,
    }));
    const known = parts.map(([{ type, written }, , , withArguments], i): Field => {
      const other = withArguments && written ? otherBounds(type) : type;
      return { id: `f${i}`, label: `field ${i}`, type: other };
    });
    const pieces = parts.map(([{ written = "" }, separator, optional, withArguments], i) => {
      const piece = `${i > 0 ? separator : ""}{f${i}${withArguments ? written : ""}}`;
      return optional && i > 0 ? `[${piece}]` : piece;
    });
    const optional = parts.map(([, , isOptional], i) => isOptional && i > 0);
    if (unique) {
      const [{ type, written = "" }, separator] = unique;
      pieces.push(`${separator}{u${written}}`);
      known.push({ id: "u", label: "unique part", type });
    }
    const spell = (values: readonly (string | null)[], letters: string | null) =>
      parts
        .map(([, separator], i) =>
          values[i] === null ? "" : `${i > 0 ? separator : ""}${values[i]}`,
        )
        .join("") + (unique ? unique[1] + letters : "");
    return {
      text: pieces.join(""),
      known,
      fields: used,
      optional,
      letters: unique ? unique[0].value : fc.constant(null),
      spell,
    };
  });

function otherBounds(type: FieldType): FieldType {
  if (type.kind === "word") return { ...type, min: 9, max: 10 };
  return type.kind === "number" ? { kind: "number", min: 6000, max: 6001 } : type;
}

/** A generated convention, sound or not, with values for it, the name that has them, and others. */
export const anyNamed = anyConvention.chain(
  ({ text: pattern, known, fields, optional, letters, spell }) => {
    const compiled = compileConvention(pattern, known);
    const values = fc.tuple(
      ...fields.map(({ value }, i) => (optional[i] ? fc.option(value) : value)),
    );
    const meaning = fc.tuple(values, letters).map(([chosen, unique]) => ({
      unique,
      name: spell(chosen, unique),
      dimensions: Object.fromEntries(
        chosen.flatMap((value, i) => (value === null ? [] : [[`f${i}`, value] as const])),
      ),
    }));
    return fc.tuple(meaning, meaning).map(([chosen, other]) => ({ compiled, ...chosen, other }));
  },
);
