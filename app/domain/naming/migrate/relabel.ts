import type { Convention } from "../convention.ts";
import type { Dimensions } from "../dimensions.ts";
import { piecesOf, type Piece } from "../pieces.ts";
import { readName } from "../read-name.ts";
import { read } from "../read.ts";
import { choicesOf } from "../shape.ts";
import { translateValue, unitOf } from "./translate-value.ts";

/**
 * What a name says by another convention as it stands; null when it does not read by it, or reads
 * as something else than it was made to say: the year 07 is not the month 07.
 */
export function relabel(name: string, from: Convention, to: Convention): Dimensions | null {
  const reading = readName(to, name);
  if (!reading.ok) return null;
  const before = pieces(from, name);
  const after = pieces(to, name);
  const contradicted = after.some((piece) => {
    const same = before.find(({ field }) => field.id === piece.field.id);
    if (same) return translateValue(same.field, same.text, piece.field) !== piece.text;
    return before.some((other) => overlap(other, piece) && contradicts(other, piece));
  });
  return contradicted ? null : reading.dimensions;
}

function pieces({ automaton }: Convention, name: string): Piece[] {
  const reading = read(automaton, name);
  return reading.ok ? piecesOf(automaton, name, reading.path) : [];
}

const overlap = (a: Piece, b: Piece): boolean =>
  a.from < b.from + b.text.length && b.from < a.from + a.text.length;

/** Words say whatever one reads in them; anything else keeps saying what it said. */
function contradicts(before: Piece, after: Piece): boolean {
  const [was, is] = [before.field, after.field];
  if (was.type.kind === "word" || is.type.kind === "word") return false;
  if (was.type.kind !== is.type.kind) return true;
  if (was.type.kind === "list") return labelOf(before) !== labelOf(after);
  return unitOf(was) !== unitOf(is);
}

const labelOf = ({ field, text }: Piece): string | undefined =>
  choicesOf(field)
    ?.find(({ value }) => value === text)
    ?.label.toLowerCase();
