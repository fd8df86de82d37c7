import type { Automaton } from "./automaton.ts";
import { spansOf } from "./read.ts";
import { synonymsOf } from "./shape.ts";

/** Values by field id. Has no prototype, so a field may have any name. */
export type Dimensions = Readonly<Record<string, string>>;

/** The values along a path; a synonym counts as the value it stands for. */
export function dimensionsOf(
  automaton: Automaton,
  text: string,
  path: readonly number[],
): Dimensions {
  const dimensions: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { leaf, from, to } of spansOf(automaton, path)) {
    const part = automaton.leaves[leaf]!;
    if (part.kind !== "field") continue;
    const written = text.slice(from, to);
    dimensions[part.field.id] = synonymsOf(part.field).get(written) ?? written;
  }
  return dimensions;
}
