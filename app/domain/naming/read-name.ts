import { checkCodeText } from "#app/domain/code/code-text.ts";
import { calendarProblem } from "./calendar.ts";
import type { Convention } from "./convention.ts";
import { meaningOf, type Meaning } from "./dimensions.ts";
import { explain } from "./explain.ts";
import type { NameError } from "./name-error.ts";
import { piecesOf } from "./pieces.ts";
import { read } from "./read.ts";

/** `name` is the upper-case spelling. */
export type NameRead = ({ ok: true; name: string } & Meaning) | { ok: false; error: NameError };

/**
 * Reads a name, or a code of a batch, by its convention, without looking for what else could have
 * been meant. Whether a check character is right is not asked: see the codes' own room.
 */
export function readName(convention: Convention, text: string): NameRead {
  const { automaton } = convention;
  const check = checkCodeText(text);
  if (!check.ok) {
    const { position, message } = check;
    return { ok: false, error: { position, expected: "A–Z, 0–9, “-” and “_”", message } };
  }
  const name = check.key;
  const reading = read(automaton, name);
  if (!reading.ok) return { ok: false, error: explain(automaton, name, reading) };
  const pieces = piecesOf(automaton, name, reading.path);
  const problem = calendarProblem(pieces);
  if (problem) {
    const { piece, expected, reason } = problem;
    const message = `“${piece.text}” at position ${piece.from + 1} ${reason}`;
    return { ok: false, error: { position: piece.from + 1, expected, message } };
  }
  return { ok: true, name, ...meaningOf(pieces) };
}
