import { CODE_LENGTH_LIMIT } from "#app/domain/code/code-text.ts";
import { buildAutomaton, type Automaton, type Part } from "./automaton.ts";
import { checkField } from "./check-field.ts";
import { dimensionsOf } from "./dimensions.ts";
import type { Field } from "./field.ts";
import { findOverlap } from "./overlap.ts";
import { readParts, type ConventionError } from "./read-parts.ts";
import { longest } from "./shape.ts";

/** Places one symbol can stand in; beyond this a convention is not one people read. */
const POSITION_LIMIT = 20_000;

/** A convention ready for use; made by `compileConvention` only. */
export type Convention = {
  text: string;
  parts: readonly Part[];
  fields: ReadonlyMap<string, Field>;
  automaton: Automaton;
};

export type Compiled =
  { ok: true; convention: Convention } | { ok: false; errors: ConventionError[] };

/**
 * Compiles text such as `{season}{yy}_{offer}[_{channel}]`: fields in braces, an optional part in
 * brackets, everything else as it stands. Refuses what cannot be read in exactly one way, with a
 * name that shows it. Positions count from 1.
 */
export function compileConvention(text: string, fields: Iterable<Field>): Compiled {
  const known = new Map([...fields].map((field) => [field.id, field]));
  const read = readParts(text, known);
  if (!read.ok) return read;
  const used = usedFields(read.parts);
  const problems = [...used.values()].flatMap((field) => {
    const message = checkField(field);
    return message ? [{ position: text.indexOf(`{${field.id}}`) + 1, message }] : [];
  });
  if (problems.length > 0) return { ok: false, errors: problems };
  const wrong = (message: string): Compiled => ({ ok: false, errors: [{ position: 1, message }] });

  if (longestName(read.parts) > CODE_LENGTH_LIMIT) {
    const most = longestName(read.parts);
    return wrong(`Names could be ${most} characters long; Shopify takes ${CODE_LENGTH_LIMIT}.`);
  }
  const automaton = buildAutomaton(read.parts);
  if (automaton.nullable) return wrong("Everything is optional, so a name could be empty.");
  if (automaton.positions.length > POSITION_LIMIT) {
    return wrong("The lists of these fields are too long together.");
  }
  const overlap = findOverlap(automaton, automaton);
  if (overlap === "too_complex") {
    return wrong("This is too complex to be sure that every name can be read in one way only.");
  }
  if (overlap) {
    const ways = [overlap.left, overlap.right].map((path) =>
      inWords(dimensionsOf(automaton, overlap.name, path)),
    );
    const message = `“${overlap.name}” could be read in two ways: ${ways.join(", or ")}. Put a “_” or “-” between the parts.`;
    return wrong(message);
  }
  return { ok: true, convention: { text, parts: read.parts, fields: used, automaton } };
}

/**
 * A name both conventions have, and so a code that could be of either: then they cannot be active
 * together. Null when there is none; "too_complex" when it cannot be told in reasonable time.
 */
export function findSharedName(
  a: Convention,
  b: Convention,
): Uppercase<string> | "too_complex" | null {
  // A copy, because an automaton with itself asks for two readings of one name.
  const overlap = findOverlap(a.automaton, { ...b.automaton });
  if (overlap === null || overlap === "too_complex") return overlap;
  return overlap.name as Uppercase<string>;
}

function usedFields(parts: readonly Part[]): Map<string, Field> {
  const used = new Map<string, Field>();
  for (const part of parts) {
    if (part.kind === "field") used.set(part.field.id, part.field);
    if (part.kind === "optional") {
      for (const [id, field] of usedFields(part.parts)) used.set(id, field);
    }
  }
  return used;
}

function longestName(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "literal") return sum + part.text.length;
    return sum + (part.kind === "field" ? longest(part.field) : longestName(part.parts));
  }, 0);
}

function inWords(dimensions: Readonly<Record<string, string>>): string {
  const said = Object.entries(dimensions).map(([id, value]) => `${id} ${value}`);
  return said.join(" and ") || "no field";
}
