import type { Automaton } from "./automaton.ts";
import { spansOf } from "./read.ts";

/** Values by field id. Has no prototype, so a field may have any name. */
export type Dimensions = Readonly<Record<string, string>>;

/** The values along a path; a list's synonym counts as the value it stands for. */
export function dimensionsOf(
  automaton: Automaton,
  text: string,
  path: readonly number[],
): Dimensions {
  const dimensions: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { leaf, from, to } of spansOf(automaton, path)) {
    const part = automaton.leaves[leaf]!;
    if (part.kind !== "field") continue;
    const listed = automaton.positions[path[from]!]!.value;
    dimensions[part.field.id] = listed ?? text.slice(from, to);
  }
  return dimensions;
}
