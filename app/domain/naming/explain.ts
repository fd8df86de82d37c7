import type { Automaton, Leaf } from "./automaton.ts";
import { fieldTooLong, leavesNext, onlyField, partBegun, wordAt, type Failure } from "./blame.ts";
import { expectationOf, withArticle } from "./describe.ts";
import type { NameError } from "./name-error.ts";
import { isSeparator, symbolOf } from "./symbol.ts";
import { valueMeant } from "./synonyms.ts";

/**
 * Why a name does not fit, where a person would point: at the beginning of the part that went
 * wrong rather than at the character where reading had to stop.
 */
export function explain(automaton: Automaton, name: string, failure: Failure): NameError {
  const begun = partBegun(automaton, failure);
  const at = failure.stoppedAt;
  if (begun) {
    return (
      foreignLetter(automaton, name, begun.leaf, at) ??
      notA(automaton, name, [begun.leaf], begun.from)
    );
  }
  const longer = fieldTooLong(automaton, name, failure);
  if (longer) return notA(automaton, name, [longer.leaf], longer.from);
  const leaves = leavesNext(automaton, failure.live);
  if (at < name.length) {
    if (leaves.length === 0) {
      const message = `The name should end after “${name.slice(0, at)}”, but “${name.slice(at)}” follows.`;
      return { position: at + 1, expected: "the end of the name", message };
    }
    return notA(automaton, name, leaves, at);
  }
  const expected = expectationsOf(automaton, leaves);
  const after = name === "" ? "" : ` after “${name}”`;
  const message = `The name is not complete. Expected ${expected}${after}.`;
  return { position: at + 1, expected, message };
}

/** Of a unique part, the very letter that cannot be in it. */
function foreignLetter(
  automaton: Automaton,
  name: string,
  leaf: number,
  at: number,
): NameError | null {
  const part = automaton.leaves[leaf];
  if (part?.kind !== "field" || part.field.type.kind !== "unique") return null;
  if (at >= name.length || isSeparator(symbolOf(name.charCodeAt(at)))) return null;
  const expected = expectationOf(part.field);
  const message = `“${name.charAt(at)}” at position ${at + 1} is not used in ${withArticle(part.field.label)}. Expected ${expected}.`;
  return { position: at + 1, expected, message };
}

function notA(
  automaton: Automaton,
  name: string,
  leaves: readonly number[],
  at: number,
): NameError {
  const expected = expectationsOf(automaton, leaves);
  const word = wordAt(automaton, name, leaves, at);
  const field = onlyField(automaton, leaves);
  const where = `“${word}” at position ${at + 1}`;
  const meant = field && valueMeant(field, word);
  if (meant) {
    return { position: at + 1, expected: meant, message: `${where} is written ${meant} here.` };
  }
  const message = field
    ? `${where} is not ${withArticle(field.label)}. Expected ${expected}.`
    : `Expected ${expected} at position ${at + 1}, but found “${word}”.`;
  return { position: at + 1, expected, message };
}

function expectationsOf(automaton: Automaton, leaves: readonly number[]): string {
  const said = leaves.map((leaf) => expectation(automaton.leaves[leaf]!));
  return said.length <= 1
    ? said.join("")
    : `${said.slice(0, -1).join(", ")} or ${said[said.length - 1]}`;
}

const expectation = (leaf: Leaf): string =>
  leaf.kind === "literal" ? `“${leaf.text}”` : expectationOf(leaf.field);
