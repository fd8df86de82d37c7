import type { Field } from "./field.ts";
import { exactly, shapesOf, type OneOf, type Shape } from "./shape.ts";
import type { Run, SymbolSet } from "./symbol.ts";

/** A piece of a convention. `at` is where it begins in the convention's text, from 1. */
export type Part =
  | { kind: "literal"; text: string; at: number }
  | { kind: "field"; field: Field; at: number }
  | { kind: "optional"; parts: readonly Part[]; at: number };

/** A part that holds text of a name itself. */
export type Leaf = Exclude<Part, { kind: "optional" }>;

/** The leaves in the order they stand, those of optional parts too. */
export function leavesOf(parts: readonly Part[]): Leaf[] {
  return parts.flatMap((part) => (part.kind === "optional" ? leavesOf(part.parts) : [part]));
}

/**
 * One place of a name where one symbol of `set` may stand, in leaf number `leaf`. `ends`: the
 * leaf's text may end here; `isChosen`: what stands here was one of several things, as a currency is.
 */
type Position = {
  set: SymbolSet;
  leaf: number;
  ends: boolean;
  isChosen: boolean;
  next: number[];
};

/**
 * All names of a convention as a position automaton (Glushkov): no empty moves, so reading a name
 * visits each character once. `nullable`: the empty name belongs to it.
 */
export type Automaton = {
  leaves: Leaf[];
  positions: Position[];
  first: number[];
  last: ReadonlySet<number>;
  nullable: boolean;
};

type Fragment = { first: number[]; last: number[]; nullable: boolean };

const EMPTY: Fragment = { first: [], last: [], nullable: true };

/** All ways to write a field. */
type Spelled = (field: Field) => readonly Shape[];

export function buildAutomaton(parts: readonly Part[], spelled: Spelled = shapesOf): Automaton {
  const positions: Position[] = [];
  const leaves: Leaf[] = [];

  const add = (set: SymbolSet, leaf: number): number =>
    positions.push({ set, leaf, ends: false, isChosen: false, next: [] }) - 1;

  const connect = (from: readonly number[], to: readonly number[]) => {
    for (const position of from) positions[position]!.next.push(...to);
  };

  const chain = (fragments: readonly Fragment[]): Fragment =>
    fragments.reduce((before, after) => {
      connect(before.last, after.first);
      return {
        first: before.nullable ? [...before.first, ...after.first] : before.first,
        last: after.nullable ? [...before.last, ...after.last] : after.last,
        nullable: before.nullable && after.nullable,
      };
    }, EMPTY);

  // Each repetition leads to the next only, so a run of symbols is read in one way.
  const repeat = ({ set, min, max }: Run, leaf: number): Fragment => {
    const made: number[] = [];
    for (let i = 0; i < max; i++) {
      made.push(add(set, leaf));
      if (i > 0) connect(made.slice(i - 1, i), made.slice(i));
    }
    return { first: made.slice(0, 1), last: made.slice(Math.max(0, min - 1)), nullable: min === 0 };
  };

  // Shapes that begin alike share their beginning, so a list of a thousand names is a tree.
  const anyOf = (shapes: readonly Shape[], leaf: number): Fragment => {
    const byStart = new Map<string | OneOf, { start: Run | OneOf; rests: Shape[] }>();
    for (const [start, ...rest] of shapes) {
      if (!start) continue;
      const id = "oneOf" in start ? start : idOf(start);
      const group = byStart.get(id) ?? { start, rests: [] };
      byStart.set(id, group);
      group.rests.push(rest);
    }
    const branches = [...byStart.values()].map(({ start, rests }) =>
      chain(["oneOf" in start ? choice(start, leaf) : repeat(start, leaf), anyOf(rests, leaf)]),
    );
    return {
      first: branches.flatMap((branch) => branch.first),
      last: branches.flatMap((branch) => branch.last),
      nullable: shapes.some((shape) => shape.length === 0) || branches.some((b) => b.nullable),
    };
  };

  const choice = ({ oneOf }: OneOf, leaf: number): Fragment => {
    const before = positions.length;
    const made = anyOf(oneOf, leaf);
    for (const position of positions.slice(before)) position.isChosen = true;
    return made;
  };

  const leafFragment = (part: Leaf): Fragment => {
    const leaf = leaves.push(part) - 1;
    const shapes = part.kind === "literal" ? [exactly(part.text)] : spelled(part.field);
    const made = anyOf(shapes, leaf);
    for (const position of made.last) positions[position]!.ends = true;
    return made;
  };

  const fragment = (part: Part): Fragment =>
    part.kind === "optional"
      ? { ...chain(part.parts.map(fragment)), nullable: true }
      : leafFragment(part);

  const { first, last, nullable } = chain(parts.map(fragment));
  return { leaves, positions, first, last: new Set(last), nullable };
}

const idOf = ({ set, min, max }: Run): string => [set.letters, set.others, min, max].join();

/** Where reading may go from a position; -1 is before the first character. */
export function nextOf(automaton: Automaton, position: number): readonly number[] {
  return position < 0 ? automaton.first : automaton.positions[position]!.next;
}
