import { compileConvention } from "#app/domain/naming/convention.ts";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import { exampleName } from "#app/domain/naming/example.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { parseName } from "#app/domain/naming/parse.ts";

export type PatternReading =
  | { ok: true; example: string; parts: { field: string; label: string; value: string }[] }
  | { ok: false; message: string };

/** What a pattern means, while it is being typed; by the same rules the server saves it by. */
export function readPattern(pattern: string): PatternReading {
  const compiled = compileConvention(pattern.trim(), BUILT_IN_FIELDS);
  if (!compiled.ok) {
    return { ok: false, message: compiled.errors.map(({ message }) => message).join(" ") };
  }
  const example = exampleName(compiled.convention);
  const parsed = parseName(compiled.convention, example);
  const parts = parsed.ok ? describeDimensions(compiled.convention, parsed.dimensions) : [];
  return { ok: true, example, parts };
}
