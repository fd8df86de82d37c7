import type { Automaton } from "./automaton.ts";
import type { Field } from "./field.ts";
import { spansOf } from "./read.ts";

/** What stands in one field of a name; `from` counts characters from 0. */
export type Piece = { field: Field; text: string; from: number };

/** What stands in the fields along a path, in order; a part that is left out has no piece. */
export function piecesOf(automaton: Automaton, name: string, path: readonly number[]): Piece[] {
  return spansOf(automaton, path).flatMap(({ leaf, from, to }) => {
    const part = automaton.leaves[leaf]!;
    return part.kind === "field" ? [{ field: part.field, text: name.slice(from, to), from }] : [];
  });
}
