import type { Field } from "./field.ts";
import { DIGITS, LETTERS, LETTERS_DIGITS, only, symbolOf, type SymbolSet } from "./symbol.ts";

/** `min` to `max` symbols of a set. */
export type Run = { set: SymbolSet; min: number; max: number };

/** One way to spell a field: its runs one after the other. `value` names a list's value. */
export type Shape = { runs: readonly Run[]; value: string | null; synonym: boolean };

const CHARSETS = { letters: LETTERS, digits: DIGITS, letters_digits: LETTERS_DIGITS } as const;

const run = (set: SymbolSet, min: number, max = min): Run => ({ set, min, max });
const exactly = (text: string): Run[] =>
  [...text].map((character) => run(only(symbolOf(character.charCodeAt(0))), 1));
const plain = (runs: readonly Run[]): Shape => ({ runs, value: null, synonym: false });

const ONE_TO_NINE: SymbolSet = { letters: 0, others: 0x3fe };
const whole = (maxDigits: number): Run[] => [run(ONE_TO_NINE, 1), run(DIGITS, 0, maxDigits - 1)];
const PERCENT: readonly Run[][] = [whole(2), exactly("100")];

/**
 * Every way to spell a field. No two shapes of a field may spell the same text, and none is
 * empty: the automaton relies on it. Synonyms are shapes of their own, only used for suggestions.
 */
export function shapesOf({ type }: Field): Shape[] {
  switch (type.kind) {
    case "list":
      return type.values.flatMap(({ value, synonyms = [] }) => [
        { runs: exactly(value), value, synonym: false },
        ...synonyms.map((text) => ({ runs: exactly(text), value, synonym: true })),
      ]);
    case "year":
      return [plain([...exactly(type.digits === 4 ? "20" : ""), run(DIGITS, 2)])];
    case "number": {
      const positive = type.max > 0 ? [plain(whole(String(type.max).length))] : [];
      return type.min === 0 ? [plain(exactly("0")), ...positive] : positive;
    }
    case "percentage":
      return PERCENT.map(plain);
    case "offer":
      return [
        plain(exactly("FREESHIP")),
        plain(exactly("DISCOUNT")),
        ...PERCENT.map((percent) => plain([...percent, ...exactly("OFF")])),
        plain([...whole(6), run(LETTERS, 3), ...exactly("OFF")]),
      ];
    case "word":
      return [plain([run(CHARSETS[type.charset], type.min, type.max)])];
  }
}

/** Most symbols a field can take, leaving synonyms aside. */
export function longest(field: Field): number {
  const lengths = shapesOf(field)
    .filter((shape) => !shape.synonym)
    .map((shape) => shape.runs.reduce((sum, { max }) => sum + max, 0));
  return lengths.reduce((a, b) => Math.max(a, b), 0);
}
