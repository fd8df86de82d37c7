import { CODE_LENGTH_LIMIT } from "#app/domain/code/code-text.ts";
import { buildAutomaton, leavesOf, type Automaton, type Part } from "./automaton.ts";
import { checkField } from "./check-field.ts";
import { uniqueOf, uniqueProblems, type UniquePart } from "./check-unique.ts";
import type { Field } from "./field.ts";
import { findOverlap } from "./overlap.ts";
import { piecesOf } from "./pieces.ts";
import { readParts, type ConventionError } from "./read-parts.ts";
import { longest } from "./shape.ts";

/** Places one symbol can stand in; beyond this a convention is not one people read. */
const POSITION_LIMIT = 20_000;

/**
 * A convention ready for use; made by `compileConvention` only. `fields` are the dimensions in the
 * order they stand, as their arguments make them; the part that is each code's own is `unique`.
 */
export type Convention = {
  text: string;
  parts: readonly Part[];
  fields: ReadonlyMap<string, Field>;
  unique: UniquePart | null;
  automaton: Automaton;
};

export type Compiled =
  { ok: true; convention: Convention } | { ok: false; errors: ConventionError[] };

/**
 * Compiles text such as `{season}{yy}_{offer}[_{channel}]`: fields in braces, an optional part in
 * brackets, everything else as it stands. A field may take arguments: `{campaign:3-12}`,
 * `{number:001-999}`, `{unique:8,check}`. Refuses what cannot be read in exactly one way, with a
 * name that shows it. Positions count from 1.
 */
export function compileConvention(text: string, fields: Iterable<Field>): Compiled {
  const known = new Map([...fields].map((field) => [field.id, field]));
  const read = readParts(text, known);
  if (!read.ok) return read;
  const problems = [...fieldProblems(read.parts), ...uniqueProblems(read.parts)];
  if (problems.length > 0) return { ok: false, errors: problems };
  const wrong = (message: string): Compiled => ({ ok: false, errors: [{ position: 1, message }] });

  if (longestName(read.parts) > CODE_LENGTH_LIMIT) {
    const most = longestName(read.parts);
    return wrong(`Names could be ${most} characters long; Shopify takes ${CODE_LENGTH_LIMIT}.`);
  }
  const automaton = buildAutomaton(read.parts);
  if (automaton.nullable) return wrong("Everything is optional, so a name could be empty.");
  if (automaton.positions.length > POSITION_LIMIT) {
    return { ok: false, errors: [longestList(automaton)] };
  }
  const overlap = findOverlap(automaton, automaton);
  if (overlap === "too_complex") {
    return wrong("This is too complex to be sure that every name can be read in one way only.");
  }
  if (overlap) {
    const ways = [overlap.left, overlap.right].map((path) =>
      inWords(automaton, overlap.name, path),
    );
    const message = `“${overlap.name}” could be read in two ways: ${ways.join(", or ")}. Put a “_” or “-” between the parts.`;
    return wrong(message);
  }
  return { ok: true, convention: conventionOf(text, read.parts, automaton) };
}

/** A convention from parts that are known to be sound. */
export function conventionOf(
  text: string,
  parts: readonly Part[],
  automaton = buildAutomaton(parts),
): Convention {
  const fields = leavesOf(parts).flatMap((part) =>
    part.kind === "field" && part.field.type.kind !== "unique" ? [part.field] : [],
  );
  const byId = new Map(fields.map((field) => [field.id, field]));
  return { text, parts, fields: byId, unique: uniqueOf(parts), automaton };
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

function fieldProblems(parts: readonly Part[]): ConventionError[] {
  return leavesOf(parts).flatMap((part) => {
    const message = part.kind === "field" ? checkField(part.field) : null;
    return message ? [{ position: part.at, message }] : [];
  });
}

/** The field that takes most places, because that is the one to shorten. */
function longestList({ leaves, positions }: Automaton): ConventionError {
  const places = leaves.map((_, leaf) => positions.filter((each) => each.leaf === leaf).length);
  const most = places.indexOf(places.reduce((a, b) => Math.max(a, b), 0));
  const part = leaves[most]!;
  const what = part.kind === "field" ? `The list of ${part.field.label}` : `“${part.text}”`;
  const message = `${what} is too long: it has ${places[most]} characters, and a convention at most ${POSITION_LIMIT}. Shorten its values, or use a word such as {campaign:2-20} instead.`;
  return { position: part.at, message };
}

function longestName(parts: readonly Part[]): number {
  return leavesOf(parts).reduce(
    (sum, part) => sum + (part.kind === "literal" ? part.text.length : longest(part.field)),
    0,
  );
}

function inWords(automaton: Automaton, name: string, path: readonly number[]): string {
  const said = piecesOf(automaton, name, path).map(({ field, text }) => `${field.id} ${text}`);
  return said.join(" and ") || "no field";
}
