import type { Automaton } from "./automaton.ts";
import { DATE_VALUES } from "./date-values.ts";
import type { FieldType } from "./field.ts";
import { symbolOf } from "./symbol.ts";

/** The cheapest way known to read `at` characters and stand at `position`; `symbol` is what was put there. */
export type State = {
  at: number;
  position: number;
  cost: number;
  symbol: number;
  before: State | null;
};

/**
 * Whether the next digit of a text would part from its number, or run into another, if it stood at
 * this position: 15 is no 1 and 5, and of 2026-02-30 the 0 is no part of the word behind. A number
 * is only divided behind what has always as many digits: 2615OFF is 26 and 15OFF.
 */
export function tearsNumber(
  automaton: Automaton,
  text: string,
  state: State,
  position: number,
): boolean {
  const { at } = state;
  if (state.position < 0 || !isDigit(text, at)) return false;
  const leafOf = (each: number) => automaton.positions[each]!.leaf;
  const leaf = leafOf(position);
  if (isSpelledOut(automaton, leaf)) return false;
  // Two numbers with something between them that was left out.
  if (!isDigit(text, at - 1)) return isDigitSymbol(state.symbol) && leafOf(state.position) === leaf;
  const last = lastTyped(state);
  return leafOf(last.position) === leaf ? last !== state : !isWhole(automaton, last);
}

/** The step that took the character before, behind which others may have been added. */
function lastTyped(state: State): State {
  let step = state;
  while (step.before && step.before.at === step.at) step = step.before;
  return step;
}

/** In a literal or a list every digit stands where it must. */
function isSpelledOut(automaton: Automaton, leaf: number): boolean {
  const part = automaton.leaves[leaf]!;
  return part.kind === "literal" || part.field.type.kind === "list";
}

function isWhole(automaton: Automaton, end: State): boolean {
  const { leaf } = automaton.positions[end.position]!;
  const part = automaton.leaves[leaf]!;
  if (part.kind === "literal") return true;
  let length = 0;
  for (let step: State | null = end; step && step.position >= 0; step = step.before) {
    if (automaton.positions[step.position]!.leaf !== leaf) break;
    length++;
  }
  return length === widthOf(part.field.type);
}

/** How many characters all values have; null where they differ. */
function widthOf(type: FieldType): number | null {
  if (type.kind === "number") return type.digits ?? null;
  if (type.kind === "unique") return type.length;
  if (type.kind !== "date" || type.spelling === "MONTH") return null;
  return DATE_VALUES[type.spelling][0]?.value.length ?? null;
}

export function isDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isDigitSymbol(symbolOf(text.charCodeAt(at)));
}

const isDigitSymbol = (symbol: number): boolean => symbol >= 26 && symbol < 36;
