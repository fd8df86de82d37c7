import type { CodeShape } from "#app/domain/code/code-space.ts";
import { leavesOf, type Leaf, type Part } from "./automaton.ts";
import type { ConventionError } from "./read-parts.ts";

/** The part of a convention's codes that is each code's own. */
export type UniquePart = CodeShape;

export const isUnique = (part: Part): boolean =>
  part.kind === "field" && part.field.type.kind === "unique";

export function uniqueOf(parts: readonly Part[]): UniquePart | null {
  const last = parts.at(-1);
  if (last?.kind !== "field" || last.field.type.kind !== "unique") return null;
  const { length, alphabet, check } = last.field.type;
  return { length, alphabet, check };
}

/**
 * The checkout tells a batch by what its codes begin with: so a unique part comes last, in every
 * code, after something that is there in every code.
 */
export function uniqueProblems(parts: readonly Part[]): ConventionError[] {
  return leavesOf(parts)
    .filter(isUnique)
    .flatMap((part, i) => {
      const message = uniqueProblem(parts, part, i > 0);
      return message ? [{ position: part.at, message }] : [];
    });
}

function uniqueProblem(parts: readonly Part[], part: Leaf, second: boolean): string | null {
  const id = part.kind === "field" ? part.field.id : "";
  if (second) return `A convention has one unique part at most. Take {${id}} out.`;
  if (!parts.includes(part)) {
    return `{${id}} cannot be optional: every code of a batch needs it. Take the “[” and “]” around it away.`;
  }
  if (parts.at(-1) !== part) {
    return `{${id}} must come last, because a batch is told by what its codes begin with. Move it to the end.`;
  }
  const begins = parts
    .slice(0, -1)
    .some((before) =>
      before.kind === "literal" ? /[^-_]/.test(before.text) : before.kind === "field",
    );
  if (begins) return null;
  return `Something must always stand before {${id}}, because a batch is told by what its codes begin with. Write for example {campaign}-{${id}}.`;
}
