import type { Field, ListValue } from "./field.ts";
import { synonymsOf } from "./shape.ts";

/** Labels of longer lists are not understood: they would make many times the places of the values. */
const LABELLED = 500;

/** Spellings of labels that are not values or synonyms themselves, and the value each is of. */
export function labelsOf(field: Field): ReadonlyMap<string, string> {
  const { type } = field;
  const spellings = new Map<string, string>();
  if (type.kind !== "list" || type.values.length > LABELLED) return spellings;
  const known = synonymsOf(field);
  const values = new Set(type.values.map(({ value }) => value));
  for (const entry of type.values) {
    for (const spelling of spellingsOfLabel(entry)) {
      if (values.has(spelling) || known.has(spelling) || spellings.has(spelling)) continue;
      spellings.set(spelling, entry.value);
    }
  }
  return spellings;
}

/** A label as it would be typed in a name: UNITEDKINGDOM, UNITED_KINGDOM. */
export function spellingsOfLabel({ label }: ListValue): string[] {
  const plain = label.normalize("NFD").replace(/[\p{Mark}’']/gu, "");
  const words = plain.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  return words.length === 0 ? [] : [...new Set([words.join(""), words.join("_")])];
}
