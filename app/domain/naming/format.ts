import { codeKey } from "#app/domain/code/code-key.ts";
import { buildAutomaton, type Part } from "./automaton.ts";
import type { Convention } from "./convention.ts";
import { expectationOf, withArticle } from "./describe.ts";
import type { Dimensions } from "./dimensions.ts";
import type { Field } from "./field.ts";
import { outOfRange } from "./range.ts";
import { read } from "./read.ts";

/** What is wrong with one field's value; `field` is its id. */
type FormatError = { field: string; message: string };

export type Formatted = { ok: true; name: string } | { ok: false; errors: FormatError[] };

/**
 * Writes the name that has these dimensions. Lower case is taken as upper; an optional part is
 * written when all its fields have a value and left out when none has.
 */
export function formatName(convention: Convention, dimensions: Dimensions): Formatted {
  const errors: FormatError[] = [];
  const given = new Map(Object.entries(dimensions).filter(([, value]) => value.trim() !== ""));
  for (const id of given.keys()) {
    if (!convention.fields.has(id)) {
      errors.push({ field: id, message: `The convention has no field {${id}}.` });
    }
  }
  const name = write(convention.parts, given, errors);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, name };
}

function write(
  parts: readonly Part[],
  given: ReadonlyMap<string, string>,
  errors: FormatError[],
): string {
  let name = "";
  for (const part of parts) {
    if (part.kind === "literal") name += part.text;
    else if (part.kind === "optional") {
      const wanted = part.parts.some(
        (inner) => inner.kind === "field" && given.has(inner.field.id),
      );
      if (wanted) name += write(part.parts, given, errors);
    } else {
      const value = codeKey(given.get(part.field.id) ?? "");
      const message = valueProblem(part.field, value);
      if (message) errors.push({ field: part.field.id, message });
      name += value;
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
  if (reading?.ok && !outOfRange(automaton, value, reading.path)) return null;
  return `“${value.slice(0, 60)}” is not ${withArticle(field.label)}. ${expected}`;
}
