import type { Field } from "../field.ts";
import { choicesOf } from "../shape.ts";
import { isLetter, isSeparator, symbolOf } from "../symbol.ts";
import { MARKET_WORDS } from "./market-words.ts";

/** What a written word may stand for: a field's id or, for words of no field, their kind. */
export type Meaning =
  | { kind: "value"; field: string; synonym: boolean }
  | { kind: "market"; field: "#currency" | "#market"; synonym: false };

/** All words the fields know, with their synonyms, and words shops commonly use. */
export type Vocabulary = {
  meanings: ReadonlyMap<string, readonly Meaning[]>;
  /** Words of letters and digits, such as Q1, and with separators, such as BLACK-FRIDAY; longest first. */
  mixed: readonly string[];
  spanning: readonly string[];
};

export function vocabularyOf(fields: Iterable<Field>): Vocabulary {
  const meanings = new Map<string, Meaning[]>();
  const add = (word: string, meaning: Meaning) => {
    const known = meanings.get(word) ?? [];
    if (known.some((each) => each.field === meaning.field)) return;
    meanings.set(word, [...known, meaning]);
  };
  for (const field of fields) {
    for (const { value, synonyms = [] } of choicesOf(field) ?? []) {
      // Numbers are told apart by the values beside them, not one by one.
      if (!/[A-Z]/.test(value)) continue;
      add(value, { kind: "value", field: field.id, synonym: false });
      // Only a list can be changed to what the shop writes.
      if (field.type.kind !== "list") continue;
      for (const synonym of synonyms) {
        add(synonym, { kind: "value", field: field.id, synonym: true });
      }
    }
  }
  for (const [kind, words] of Object.entries(MARKET_WORDS)) {
    const field = kind === "currency" ? "#currency" : "#market";
    for (const word of words.split(" ")) add(word, { kind: "market", field, synonym: false });
  }
  const words = [...meanings.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    meanings,
    mixed: words.filter((word) => !hasSeparator(word) && /[0-9]/.test(word)),
    spanning: words.filter(hasSeparator),
  };
}

/** Whether a word is long and certain enough to be found inside a longer run of letters. */
export function isStrong(vocabulary: Vocabulary, word: string): boolean {
  const meanings = vocabulary.meanings.get(word);
  if (!meanings || ![...word].every((letter) => isLetter(symbolOf(letter.charCodeAt(0))))) {
    return false;
  }
  return word.length >= (meanings.every(({ synonym }) => synonym) ? 5 : 4);
}

const hasSeparator = (word: string): boolean =>
  [...word].some((character) => isSeparator(symbolOf(character.charCodeAt(0))));
