import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { UNIQUE_LENGTH_MIN, lengthLimits } from "#app/domain/code/code-space.ts";
import { buildAutomaton, type Automaton } from "./automaton.ts";
import { findSharedName, type Convention } from "./convention.ts";
import type { Field } from "./field.ts";
import { findOverlap } from "./overlap.ts";
import { shapesOf } from "./shape.ts";
import { stemOf } from "./stem.ts";
import { setOf } from "./symbol.ts";

/** A code that two conventions read; `uniqueOf`: the one whose campaign of unique codes could make it. */
export type SharedCode = { code: string; uniqueOf: "left" | "right" | null };

/** What follows a name where the convention does not say: see `codeColumnsOf`. The length is the campaign's choice. */
const ANY_UNIQUE: Field = {
  id: "unique",
  label: "unique part",
  type: { kind: "unique", length: UNIQUE_LENGTH_MIN, alphabet: "safe", check: false },
};

/**
 * A code that could be of either convention: a name of both, or a unique code of a campaign that one
 * of them named, whose form the convention leaves open, that the other reads as its own. Then they
 * cannot be active together. "too_complex" when it cannot be told in reasonable time.
 */
export function findSharedCode(
  left: Convention,
  right: Convention,
): SharedCode | "too_complex" | null {
  const shared = findSharedName(left, right);
  if (shared === "too_complex") return "too_complex";
  if (shared !== null) return { code: shared, uniqueOf: null };
  return sharedUnique(left, right, "left") ?? sharedUnique(right, left, "right");
}

function sharedUnique(
  made: Convention,
  read: Convention,
  uniqueOf: "left" | "right",
): SharedCode | "too_complex" | null {
  if (made.unique) return null;
  const overlap = findOverlap(uniqueCodesOf(made), read.automaton);
  if (overlap === null || overlap === "too_complex") return overlap;
  return { code: overlap.name, uniqueOf };
}

/** Every unique code that could stand behind a name of the convention. */
function uniqueCodesOf(convention: Convention): Automaton {
  const { separator } = stemOf(convention);
  const { min } = lengthLimits({ check: false });
  const { max } = lengthLimits({ check: true });
  const unique = [{ set: setOf(SAFE_ALPHABET), min, max }];
  return buildAutomaton(
    [
      ...convention.parts,
      { kind: "literal", text: separator, at: 1 },
      { kind: "field", field: ANY_UNIQUE, at: 1 },
    ],
    (field) => (field === ANY_UNIQUE ? [unique] : shapesOf(field)),
  );
}
