import { compileConvention } from "../naming/convention.ts";
import type { Field } from "../naming/field.ts";
import { inferConventions } from "../naming/infer/infer-conventions.ts";
import { readName } from "../naming/read-name.ts";
import { stemOf } from "../naming/stem.ts";
import type { Mapping } from "./map-discount.ts";

/** More names teach nothing new. */
const MOST_NAMES = 20_000;

/** By discount: the pattern of a convention that its likeliest name would follow, as far as the names tell of one. */
export function explainUnread(
  mappings: ReadonlyMap<string, Mapping>,
  fields: readonly Field[],
): Map<string, string> {
  const unread = [...mappings].flatMap(([id, mapping]) => {
    const [text] = mapping.result === "needs_convention" ? mapping.texts : [];
    return text === undefined ? [] : [{ id, text }];
  });
  const names = unread.map(({ text }) => text).slice(0, MOST_NAMES);
  const { proposals } = inferConventions(names, { fields });
  const compiled = proposals.flatMap(({ pattern, fields: own }) => {
    const result = compileConvention(pattern, [
      ...fields.filter(({ id }) => !own.some((field) => field.id === id)),
      ...own,
    ]);
    return result.ok ? [{ pattern, names: stemOf(result.convention).convention }] : [];
  });
  const explained = new Map<string, string>();
  for (const { id, text } of unread) {
    const found = compiled.find(({ names: convention }) => readName(convention, text).ok);
    if (found) explained.set(id, found.pattern);
  }
  return explained;
}
