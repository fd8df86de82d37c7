import type { Automaton } from "./automaton.ts";
import { expectationOf, withArticle } from "./describe.ts";
import type { NameError } from "./name-error.ts";
import { spansOf } from "./read.ts";

/** The shape of a number only says how many digits it has; this says the rest. */
export function outOfRange(
  automaton: Automaton,
  name: string,
  path: readonly number[],
): NameError | null {
  for (const { leaf, from, to } of spansOf(automaton, path)) {
    const part = automaton.leaves[leaf]!;
    if (part.kind !== "field" || part.field.type.kind !== "number") continue;
    const { label, type } = part.field;
    const text = name.slice(from, to);
    if (Number(text) >= type.min && Number(text) <= type.max) continue;
    const expected = expectationOf(part.field);
    const message = `“${text}” at position ${from + 1} is not ${withArticle(label)}. Expected ${expected}.`;
    return { position: from + 1, expected, message };
  }
  return null;
}
