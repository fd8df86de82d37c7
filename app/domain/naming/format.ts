import { codeKey } from "#app/domain/code/code-key.ts";
import { buildAutomaton, leavesOf, type Part } from "./automaton.ts";
import { calendarProblem } from "./calendar.ts";
import type { Convention } from "./convention.ts";
import { expectationOf, withArticle } from "./describe.ts";
import type { Dimensions } from "./dimensions.ts";
import type { Field } from "./field.ts";
import type { Piece } from "./pieces.ts";
import { read } from "./read.ts";

/** What is wrong with one field's value; `field` is its id. */
type FormatError = { field: string; message: string };

export type Formatted = { ok: true; name: string } | { ok: false; errors: FormatError[] };

/**
 * Writes the name that has these dimensions. Lower case is taken as upper; an optional part is
 * written when all its fields have a value and left out when none has. `unique` are the letters
 * of one code, for a convention that has such a part; campaigns are named by its stem.
 */
export function formatName(
  convention: Convention,
  dimensions: Dimensions,
  unique?: string,
): Formatted {
  const errors: FormatError[] = [];
  const given = new Map(Object.entries(dimensions).filter(([, value]) => value.trim() !== ""));
  for (const id of given.keys()) {
    if (!convention.fields.has(id)) {
      errors.push({ field: id, message: `The convention has no field {${id}}.` });
    }
  }
  if (unique !== undefined && !convention.unique) {
    errors.push({ field: "unique", message: "The convention has no unique part." });
  }
  const valueOf = ({ id, type }: Field) =>
    codeKey((type.kind === "unique" ? unique : given.get(id)) ?? "");
  const pieces: Piece[] = [];
  const name = write(convention.parts, valueOf, "", pieces);
  for (const { field, text } of pieces) {
    const message = valueProblem(field, text);
    if (message) errors.push({ field: field.id, message });
  }
  const problem = errors.length === 0 ? calendarProblem(pieces) : null;
  if (problem) {
    const { piece, reason } = problem;
    errors.push({ field: piece.field.id, message: `“${piece.text}” ${reason}` });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, name };
}

/** The name so far with the parts after it; what was put into fields is added to `pieces`. */
function write(
  parts: readonly Part[],
  valueOf: (field: Field) => string,
  start: string,
  pieces: Piece[],
): string {
  let name = start;
  for (const part of parts) {
    if (part.kind === "literal") name += part.text;
    else if (part.kind === "field") {
      const text = valueOf(part.field);
      pieces.push({ field: part.field, text, from: name.length });
      name += text;
    } else if (leavesOf(part.parts).some((leaf) => leaf.kind === "field" && valueOf(leaf.field))) {
      name = write(part.parts, valueOf, name, pieces);
    }
  }
  return name;
}

/** Why a value cannot stand in a field; null when it can. `value` is upper case. */
function valueProblem(field: Field, value: string): string | null {
  const expected = `Expected ${expectationOf(field)}.`;
  if (value === "") return `Choose ${withArticle(field.label)}. ${expected}`;
  const automaton = buildAutomaton([{ kind: "field", field, at: 1 }]);
  const reading = value.length <= 255 ? read(automaton, value) : null;
  if (reading?.ok) return null;
  return `“${value.slice(0, 60)}” is not ${withArticle(field.label)}. ${expected}`;
}
