import { firstBadCharacter } from "#app/domain/code/code-text.ts";
import type { Part } from "./automaton.ts";
import type { Field } from "./field.ts";
import { withArguments } from "./field-arguments.ts";
import { isSymbols } from "./symbol.ts";

/** What is wrong with a convention's text, and where (from 1). */
export type ConventionError = { position: number; message: string };

/** Far longer than any convention needs; an endless paste is refused unread. */
const TEXT_LIMIT = 500;

type Read = { ok: true; parts: Part[] } | { ok: false; errors: ConventionError[] };

/** Splits a convention's text into its parts, reporting every mistake in it. */
export function readParts(text: string, fields: ReadonlyMap<string, Field>): Read {
  const errors: ConventionError[] = [];
  const error = (at: number, message: string) => void errors.push({ position: at + 1, message });
  if (text.length > TEXT_LIMIT) {
    error(TEXT_LIMIT, `A convention has at most ${TEXT_LIMIT} characters.`);
    return { ok: false, errors };
  }
  const outer: Part[] = [];
  const seen = new Set<string>();
  let optional: { parts: Part[]; at: number } | null = null;
  let at = 0;
  while (at < text.length) {
    const into: Part[] = optional?.parts ?? outer;
    const character = text.charAt(at);
    if (character === "{") {
      const end = text.indexOf("}", at);
      const inside = text.slice(at + 1, end < 0 ? undefined : end);
      const [id = ""] = inside.split(":", 1);
      const field = fields.get(id);
      if (end < 0) error(at, "This “{” is never closed with “}”.");
      else if (!field) error(at, unknownField(id, fields));
      else if (seen.has(id))
        error(at, `{${id}} stands here a second time; a field can be used once.`);
      else {
        const start = id.length + 1;
        const read = inside.length < start ? null : withArguments(field, inside.slice(start));
        if (read && !read.ok) error(at + 1 + start + read.at, read.message);
        else into.push({ kind: "field", field: read?.field ?? field, at: at + 1 });
      }
      seen.add(id);
      at = end < 0 ? text.length : end + 1;
    } else if (character === "[") {
      if (optional) error(at, "An optional part cannot stand inside another.");
      else optional = { parts: [], at: at + 1 };
      at++;
    } else if (character === "]") {
      if (!optional) error(at, "This “]” has no “[” before it.");
      else {
        const hasField = optional.parts.some((part) => part.kind === "field");
        if (!hasField && errors.length === 0) {
          error(
            optional.at - 1,
            "An optional part needs a field: without one nothing says when to use it.",
          );
        }
        outer.push({ kind: "optional", ...optional });
      }
      optional = null;
      at++;
    } else {
      at = readLiteral(text, at, into, error);
    }
  }
  if (optional) error(optional.at - 1, "This “[” is never closed with “]”.");
  if (text.trim() === "") error(0, "A convention cannot be empty.");
  return errors.length > 0 ? { ok: false, errors } : { ok: true, parts: outer };
}

function readLiteral(
  text: string,
  from: number,
  into: Part[],
  error: (at: number, message: string) => void,
): number {
  let to = from;
  while (to < text.length && !"{[]".includes(text.charAt(to))) to++;
  const raw = text.slice(from, to);
  const literal = raw.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
  if (isSymbols(literal)) {
    into.push({ kind: "literal", text: literal, at: from + 1 });
    return to;
  }
  const bad = firstBadCharacter(literal);
  const at = from + (bad?.position ?? 1) - 1;
  error(
    at,
    `${bad?.name ?? "This"} cannot be part of a code. Use letters A–Z, digits, “-” and “_”.`,
  );
  return to;
}

/** What to do about a field there is not: the one that was meant, or where to get one. */
function unknownField(id: string, fields: ReadonlyMap<string, Field>): string {
  const wanted = id.trim().toLowerCase();
  const [first = "season"] = fields.keys();
  if (wanted === "") return `Write a field between “{” and “}”, such as {${first}}.`;
  const near = [...fields.keys()]
    .map((name) => ({ name, edits: editsBetween(name.toLowerCase(), wanted) }))
    .filter(({ name, edits }) => edits <= (name.length < 5 ? 1 : 2))
    .sort((a, b) => a.edits - b.edits)[0];
  const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id;
  if (near) return `There is no field {${shown}}. Did you mean {${near.name}}?`;
  return `There is no field {${shown}}. Use one there is, such as {${first}}, or make your own first under Fields.`;
}

/** How many characters were left out, added or exchanged between two words. */
function editsBetween(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, character] of [...a].entries()) {
    const now = [row + 1];
    for (let at = 0; at < b.length; at++) {
      const exchanged = (before[at] ?? 0) + (b[at] === character ? 0 : 1);
      now.push(Math.min(exchanged, (before[at + 1] ?? 0) + 1, (now[at] ?? 0) + 1));
    }
    before = now;
  }
  return before[b.length] ?? 0;
}
