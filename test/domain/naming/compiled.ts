import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";

/** A convention that is known to be sound. */
export function compiled(text: string, fields: readonly Field[] = BUILT_IN_FIELDS): Convention {
  const result = compileConvention(text, fields);
  if (!result.ok) throw new Error(result.errors.map((error) => error.message).join(" "));
  return result.convention;
}
