import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import { DATE_VALUES } from "./date-values.ts";
import { digitShapes } from "./digit-shapes.ts";
import type { DateSpelling, Field, ListValue } from "./field.ts";
import {
  DIGITS,
  LETTERS,
  LETTERS_DIGITS,
  only,
  setOf,
  symbolOf,
  type Run,
  type SymbolSet,
} from "./symbol.ts";
import { CURRENCIES } from "./vocabulary/currencies.ts";

/** One way to spell a field: its runs one after the other, some in the place of which several things may stand. */
export type Shape = readonly (Run | OneOf)[];
export type OneOf = { oneOf: readonly Shape[] };

const CHARSETS = { letters: LETTERS, digits: DIGITS, letters_digits: LETTERS_DIGITS } as const;

const run = (set: SymbolSet, min: number, max = min): Run => ({ set, min, max });
export const exactly = (text: string): Run[] =>
  [...text].map((character) => run(only(symbolOf(character.charCodeAt(0))), 1));

const CURRENCY: OneOf = { oneOf: CURRENCIES.map(exactly) };
/** 15 and 10EUR, as they stand before OFF. */
export const PERCENTAGES: readonly Shape[] = digitShapes(1, 100);
export const AMOUNTS: readonly Shape[] = digitShapes(1, 999_999).map((n) => [...n, CURRENCY]);

const FREE_SHIPPING = [
  ...["FREESHIPPING", "FREE-SHIPPING", "FREE_SHIPPING", "FREE-SHIP", "FREE_SHIP"],
  ...["FREE", "FREEDELIVERY", "FREE-DELIVERY", "FREE_DELIVERY"],
];

/** The values of a field that has a short list of them, each with its label; else null. */
export function choicesOf({ type }: Field): readonly ListValue[] | null {
  if (type.kind === "list") return type.values;
  const isYear = type.kind === "date" && (type.spelling === "YY" || type.spelling === "YYYY");
  return type.kind === "date" && !isYear ? DATE_VALUES[type.spelling] : null;
}

/** What people write instead of a field's value, and the value. Never accepted, only understood. */
export function synonymsOf({ type }: Field): ReadonlyMap<string, string> {
  if (type.kind === "offer") return new Map(FREE_SHIPPING.map((text) => [text, "FREESHIP"]));
  if (type.kind === "list") return synonymsAmong(type.values);
  return synonymsAmong(type.kind === "date" ? DATE_VALUES[type.spelling] : []);
}

const synonymsAmong = (values: readonly ListValue[]): Map<string, string> =>
  new Map(
    values.flatMap(({ value, synonyms = [] }) => synonyms.map((text) => [text, value] as const)),
  );

/**
 * Every way to spell a field. No two shapes of a field spell the same text, and none is empty:
 * the automaton relies on it.
 */
export function shapesOf({ type }: Field): Shape[] {
  switch (type.kind) {
    case "list":
      return type.values.map(({ value }) => exactly(value));
    case "date":
      return dateShapes(type.spelling);
    case "number":
      return digitShapes(type.min, type.max, type.digits);
    case "percentage":
      return [...PERCENTAGES];
    case "offer":
      return [
        exactly("FREESHIP"),
        exactly("DISCOUNT"),
        ...PERCENTAGES.map((percent) => [...percent, ...exactly("OFF")]),
        ...AMOUNTS.map((amount) => [...amount, ...exactly("OFF")]),
      ];
    case "word":
      return [[run(CHARSETS[type.charset], type.min, type.max)]];
    case "unique":
      return [[run(setOf(ALPHABETS[type.alphabet]), type.length)]];
  }
}

function dateShapes(spelling: DateSpelling): Shape[] {
  const before = (text: string, shapes: Run[][]) => shapes.map((s) => [...exactly(text), ...s]);
  switch (spelling) {
    case "YY":
      return digitShapes(0, 99, 2);
    case "YYYY":
      return before("20", digitShapes(0, 99, 2));
    case "Q":
      return before("Q", digitShapes(1, 4));
    case "MON":
    case "MONTH":
      return DATE_VALUES[spelling].map(({ value }) => exactly(value));
    case "MM":
      return digitShapes(1, 12, 2);
    case "W":
      return before("W", digitShapes(1, 53, 2));
    case "WW":
      return digitShapes(1, 53, 2);
    case "DD":
      return digitShapes(1, 31, 2);
  }
}

/** Most symbols a field can take. */
export function longest(field: Field): number {
  return longestOf(shapesOf(field));
}

function longestOf(shapes: readonly Shape[]): number {
  const most = (part: Run | OneOf) => ("oneOf" in part ? longestOf(part.oneOf) : part.max);
  const lengths = shapes.map((shape) => shape.reduce((sum, part) => sum + most(part), 0));
  return lengths.reduce((a, b) => Math.max(a, b), 0);
}
