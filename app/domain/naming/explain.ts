import type { Automaton, Leaf } from "./automaton.ts";
import { nextOf } from "./automaton.ts";
import { expectationOf, withArticle } from "./describe.ts";
import type { Field } from "./field.ts";
import type { NameError } from "./name-error.ts";
import type { Reading, Step } from "./read.ts";
import { synonymsOf } from "./shape.ts";
import { common, DIGITS, isLetter, isSeparator, LETTERS, symbolOf } from "./symbol.ts";

type Failure = Extract<Reading, { ok: false }>;

/**
 * Why a name does not fit, where a person would point: at the beginning of the part that went
 * wrong rather than at the character where reading had to stop.
 */
export function explain(automaton: Automaton, name: string, failure: Failure): NameError {
  const begun = fieldBegun(automaton, failure);
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

/** A field that was begun and could not be finished, and where it begins. */
function fieldBegun(
  automaton: Automaton,
  { live, stoppedAt }: Failure,
): { leaf: number; from: number } | null {
  for (const step of live) {
    const position = automaton.positions[step.position];
    if (!position || position.ends) continue;
    if (automaton.leaves[position.leaf]?.kind !== "field") continue;
    return { leaf: position.leaf, from: leafStart(automaton, step, stoppedAt) };
  }
  return null;
}

/**
 * A field whose text goes on where nothing of its kind may follow: the 75 of 1 to 50, the JANUARY
 * of JAN. A whole value with other letters behind it (SUMMERXX) is left to what should follow.
 */
function fieldTooLong(
  automaton: Automaton,
  name: string,
  { live, stoppedAt }: Failure,
): { leaf: number; from: number } | null {
  const [step, another] = live;
  if (!step || another || step.position < 0 || stoppedAt >= name.length) return null;
  const { leaf } = automaton.positions[step.position]!;
  const field = onlyField(automaton, [leaf]);
  if (!field) return null;
  const from = leafStart(automaton, step, stoppedAt);
  const word = wordAt(automaton, name, [leaf], from);
  if (from + word.length <= stoppedAt) return null;
  const isOpen = field.type.kind !== "list" && field.type.kind !== "offer";
  const kind = isLetter(symbolOf(name.charCodeAt(stoppedAt))) ? LETTERS : DIGITS;
  const anotherFits = nextOf(automaton, step.position).some(
    (next) => common(automaton.positions[next]!.set, kind) >= 0,
  );
  const meant = synonymsOf(field).has(word);
  return meant || (isOpen && !anotherFits) ? { leaf, from } : null;
}

function leafStart(automaton: Automaton, end: Step, stoppedAt: number): number {
  const { leaf } = automaton.positions[end.position]!;
  let from = stoppedAt;
  for (let step: Step | null = end; step && step.position >= 0; step = step.before) {
    if (automaton.positions[step.position]!.leaf !== leaf) break;
    from--;
  }
  return from;
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

/** Leaves that may come next; where one is only half read, that one. */
function leavesNext(automaton: Automaton, live: readonly Step[]): number[] {
  const leaves = new Set<number>();
  for (const step of live) {
    const from = automaton.positions[step.position];
    for (const next of nextOf(automaton, step.position)) {
      const { leaf } = automaton.positions[next]!;
      if (!from || leaf !== from.leaf || !from.ends) leaves.add(leaf);
    }
  }
  return [...leaves];
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
  const meant = field && synonymsOf(field).get(word);
  if (meant) {
    return { position: at + 1, expected: meant, message: `${where} is written ${meant} here.` };
  }
  const message = field
    ? `${where} is not ${withArticle(field.label)}. Expected ${expected}.`
    : `Expected ${expected} at position ${at + 1}, but found “${word}”.`;
  return { position: at + 1, expected, message };
}

function onlyField(automaton: Automaton, leaves: readonly number[]): Field | null {
  const leaf = leaves.length === 1 ? automaton.leaves[leaves[0]!] : undefined;
  return leaf?.kind === "field" ? leaf.field : null;
}

/** The text a person takes for the part: letters, digits or both, as the part has them. */
function wordAt(
  automaton: Automaton,
  name: string,
  leaves: readonly number[],
  from: number,
): string {
  const first = symbolOf(name.charCodeAt(from));
  if (isSeparator(first)) return name.charAt(from);
  const sets = automaton.positions.filter((p) => leaves.includes(p.leaf)).map((p) => p.set);
  const letters = isLetter(first) || sets.some((set) => set.letters !== 0);
  const digits = !isLetter(first) || sets.some((set) => (set.others & DIGITS.others) !== 0);
  let to = from;
  for (; to < name.length; to++) {
    const symbol = symbolOf(name.charCodeAt(to));
    if (isSeparator(symbol) || !(isLetter(symbol) ? letters : digits)) break;
  }
  return name.slice(from, to);
}

function expectationsOf(automaton: Automaton, leaves: readonly number[]): string {
  const said = leaves.map((leaf) => expectation(automaton.leaves[leaf]!));
  return said.length <= 1
    ? said.join("")
    : `${said.slice(0, -1).join(", ")} or ${said[said.length - 1]}`;
}

const expectation = (leaf: Leaf): string =>
  leaf.kind === "literal" ? `“${leaf.text}”` : expectationOf(leaf.field);
