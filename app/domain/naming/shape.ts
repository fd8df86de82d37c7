import type { Field } from "./field.ts";
import { DIGITS, LETTERS, LETTERS_DIGITS, only, symbolOf, type SymbolSet } from "./symbol.ts";

/** `min` to `max` symbols of a set. */
export type Run = { set: SymbolSet; min: number; max: number };

/** One way to spell a field: its runs one after the other. */
export type Shape = readonly Run[];

const CHARSETS = { letters: LETTERS, digits: DIGITS, letters_digits: LETTERS_DIGITS } as const;

const run = (set: SymbolSet, min: number, max = min): Run => ({ set, min, max });
export const exactly = (text: string): Run[] =>
  [...text].map((character) => run(only(symbolOf(character.charCodeAt(0))), 1));

const ONE_TO_NINE: SymbolSet = { letters: 0, others: 0x3fe };
const whole = (maxDigits: number): Run[] => [run(ONE_TO_NINE, 1), run(DIGITS, 0, maxDigits - 1)];
const PERCENT: readonly Run[][] = [whole(2), exactly("100")];

const FREE_SHIPPING = ["FREESHIPPING", "FREE-SHIPPING", "FREE_SHIPPING", "FREE-SHIP", "FREE_SHIP"];

/** What people write instead of a field's value, and the value. Never accepted, only understood. */
export function synonymsOf({ type }: Field): ReadonlyMap<string, string> {
  if (type.kind === "offer") return new Map(FREE_SHIPPING.map((text) => [text, "FREESHIP"]));
  const values = type.kind === "list" ? type.values : [];
  return new Map(
    values.flatMap(({ value, synonyms = [] }) => synonyms.map((text) => [text, value] as const)),
  );
}

/**
 * Every way to spell a field. No two shapes of a field spell the same text, and none is empty:
 * the automaton relies on it.
 */
export function shapesOf(field: Field, withSynonyms = false): Shape[] {
  const synonyms = withSynonyms ? [...synonymsOf(field).keys()].map(exactly) : [];
  return [...ownShapes(field), ...synonyms];
}

function ownShapes({ type }: Field): Shape[] {
  switch (type.kind) {
    case "list":
      return type.values.map(({ value }) => exactly(value));
    case "year":
      return [[...exactly(type.digits === 4 ? "20" : ""), run(DIGITS, 2)]];
    case "number": {
      const positive = type.max > 0 ? [whole(String(type.max).length)] : [];
      return type.min === 0 ? [exactly("0"), ...positive] : positive;
    }
    case "percentage":
      return [...PERCENT];
    case "offer":
      return [
        exactly("FREESHIP"),
        exactly("DISCOUNT"),
        ...PERCENT.map((percent) => [...percent, ...exactly("OFF")]),
        [...whole(6), run(LETTERS, 3), ...exactly("OFF")],
      ];
    case "word":
      return [[run(CHARSETS[type.charset], type.min, type.max)]];
  }
}

/** Most symbols a field can take. */
export function longest(field: Field): number {
  const lengths = shapesOf(field).map((shape) => shape.reduce((sum, { max }) => sum + max, 0));
  return lengths.reduce((a, b) => Math.max(a, b), 0);
}
