import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import { exampleName } from "#app/domain/naming/example.ts";
import { explainConvention, type ExplainedPart } from "#app/domain/naming/explain-convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { formatName } from "#app/domain/naming/format.ts";
import type { ConventionError } from "#app/domain/naming/read-parts.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import { stemOf } from "#app/domain/naming/stem.ts";

export type PatternReading =
  | { ok: true; convention: Convention; examples: string[]; parts: ExplainedPart[] }
  | { ok: false; errors: ConventionError[] };

/** What a pattern means, while it is being typed; by the same rules the server saves it by. */
export function readPattern(pattern: string, fields: readonly Field[]): PatternReading {
  const compiled = compileConvention(pattern.trim(), fields);
  if (!compiled.ok) return compiled;
  const { convention } = compiled;
  const parts = explainConvention(convention);
  return { ok: true, convention, examples: examplesOf(convention, fields), parts };
}

/** A name, one with everything that may be left out, and one with other values. */
function examplesOf(convention: Convention, fields: readonly Field[]): string[] {
  const whole = compileConvention(convention.text.replaceAll(/[[\]]/g, ""), fields);
  const names = [exampleName(convention)];
  if (whole.ok) names.push(exampleName(whole.convention), otherName(whole.convention));
  const { unique } = convention;
  const { separator } = stemOf(convention);
  const after = unique ? separator + "•".repeat(unique.length) : "";
  return [...new Set(names)].map((name) => name + after);
}

/** The example with another value of every list. */
function otherName(convention: Convention): string {
  const names = stemOf(convention).convention;
  const example = exampleName(convention);
  const parsed = parseName(names, example);
  if (!parsed.ok) return example;
  const dimensions = Object.assign(Object.create(null) as object, parsed.dimensions);
  const others = [...names.fields.values()].flatMap((field): [string, string][] => {
    const other = field.type.kind === "list" ? choicesOf(field)?.at(-1) : undefined;
    return other ? [[field.id, other.value]] : [];
  });
  const formatted = formatName(names, { ...dimensions, ...Object.fromEntries(others) });
  return formatted.ok ? formatted.name : example;
}

/** An error with where it is, counted from 1. */
export function placed({ position, message }: ConventionError): string {
  return `At position ${position}: ${message}`;
}
