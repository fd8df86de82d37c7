import { nextOf, type Automaton } from "./automaton.ts";
import type { Field } from "./field.ts";
import type { Reading, Step } from "./read.ts";
import { common, DIGITS, isLetter, isSeparator, LETTERS, symbolOf } from "./symbol.ts";
import { valueMeant } from "./synonyms.ts";

export type Failure = Extract<Reading, { ok: false }>;

/** The part of a convention that a name went wrong in; `from` is where it begins, from 0. */
type Blamed = { leaf: number; from: number };

/** A part that was begun and could not be finished: a field, or the one literal that could follow. */
export function partBegun(automaton: Automaton, { live, stoppedAt }: Failure): Blamed | null {
  for (const step of live) {
    const position = automaton.positions[step.position];
    if (!position || position.ends) continue;
    const isField = automaton.leaves[position.leaf]?.kind === "field";
    if (!isField && live.length > 1) continue;
    return { leaf: position.leaf, from: leafStart(automaton, step, stoppedAt) };
  }
  return null;
}

/**
 * A field whose text goes on where nothing of its kind may follow: the 75 of 1 to 50, the JANUARY
 * of JAN. A whole value with other letters behind it (SUMMERXX) is left to what should follow.
 */
export function fieldTooLong(
  automaton: Automaton,
  name: string,
  { live, stoppedAt }: Failure,
): Blamed | null {
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
  const meant = valueMeant(field, word) !== undefined;
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

export /** Leaves that may come next; a part that could already end is not asked to go on. */
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

export function onlyField(automaton: Automaton, leaves: readonly number[]): Field | null {
  const leaf = leaves.length === 1 ? automaton.leaves[leaves[0]!] : undefined;
  return leaf?.kind === "field" ? leaf.field : null;
}

/** The text a person takes for the part: letters, digits or both, as the part has them. */
export function wordAt(
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
