import type { Automaton } from "./automaton.ts";
import { has, SYMBOL_COUNT, type SymbolSet } from "./symbol.ts";

/** In `soleLeaf`: the state has several members. */
export const SEVERAL = -2;

/** A step not worked out yet, and a step that leads nowhere; other states have members. */
export const UNKNOWN = 0;
export const DEAD = 1;
export const START = 2;

/** Beyond either the states are forgotten and worked out anew: memory stays at some megabytes. */
const STATE_LIMIT = 8192;
const CELL_LIMIT = 1_000_000;

/**
 * Several automata read at once: a state is the set of positions that a text may have led to, its
 * members. Steps are worked out when a text first takes them, and kept. A step is
 * `state * SYMBOL_COUNT + symbol`; `next` has the state it leads to. In `cells`, from
 * `leavesAt[state]` on, stands the leaf of each member; from `backAt[step]` on, which member of the
 * state before each member comes from. `soleLeaf` is the leaf of a state with one member, which
 * most states are. Leaves of all automata are numbered through.
 */
export type Determinised = {
  next: Uint16Array;
  backAt: Int32Array;
  leavesAt: Int32Array;
  soleLeaf: Int32Array;
  cells: Int32Array;
  /** Per state, which of its members may be the last, in the order of the automata. */
  ends: number[][];
  /** Works a step out; the arrays may be others afterwards. */
  extend: (state: number, symbol: number) => number;
  /** Forgets all states when there are too many; only between two texts. */
  tidy: () => void;
};

type Place = { set: SymbolSet; leaf: number; next: number[]; isLast: boolean };

export function determinise(automata: readonly Automaton[]): Determinised {
  const places = placesOf(automata);
  let membersOf: number[][] = [];
  let stateOf = new Map<string, number>();
  let used = 0;

  const store = (values: readonly number[]): number => {
    self.cells = roomFor(self.cells, used + values.length);
    self.cells.set(values, used);
    used += values.length;
    return used - values.length;
  };

  const addState = (members: number[]): number => {
    const state = membersOf.push(members) - 1;
    stateOf.set(members.join(), state);
    const leaves = members.map((member) => places[member]!.leaf);
    self.leavesAt = roomFor(self.leavesAt, state + 1);
    self.leavesAt[state] = store(leaves);
    self.soleLeaf = roomFor(self.soleLeaf, state + 1);
    self.soleLeaf[state] = leaves.length === 1 ? leaves[0]! : SEVERAL;
    self.ends[state] = [...members.keys()].filter((i) => places[members[i]!]!.isLast);
    const steps = (state + 1) * SYMBOL_COUNT;
    self.next = roomFor(self.next, steps);
    self.backAt = roomFor(self.backAt, steps);
    return state;
  };

  const reset = () => {
    membersOf = [[], []];
    stateOf = new Map();
    used = 0;
    Object.assign(self, empty());
    addState([places.length - 1]);
  };

  const self: Determinised = {
    ...empty(),
    extend: (state, symbol) => {
      const reached: { place: number; from: number }[] = [];
      membersOf[state]!.forEach((before, from) => {
        for (const place of places[before]!.next) {
          if (has(places[place]!.set, symbol)) reached.push({ place, from });
        }
      });
      reached.sort((a, b) => a.place - b.place);
      const members = reached.map(({ place }) => place);
      const to = members.length === 0 ? DEAD : (stateOf.get(members.join()) ?? addState(members));
      const step = state * SYMBOL_COUNT + symbol;
      self.next[step] = to;
      self.backAt[step] = store(reached.map(({ from }) => from));
      return to;
    },
    tidy: () => {
      if (membersOf.length > STATE_LIMIT || used > CELL_LIMIT) reset();
    },
  };
  reset();
  return self;
}

const empty = () => ({
  next: new Uint16Array(64 * SYMBOL_COUNT),
  backAt: new Int32Array(64 * SYMBOL_COUNT),
  leavesAt: new Int32Array(64),
  soleLeaf: new Int32Array(64),
  cells: new Int32Array(1024),
  ends: [[], []],
});

function roomFor<A extends Int32Array | Uint16Array>(array: A, length: number): A {
  if (length <= array.length) return array;
  const wider = new (array.constructor as new (length: number) => A)(
    Math.max(length, array.length * 2),
  );
  wider.set(array);
  return wider;
}

/** All positions numbered through, and last the place before the first character. */
function placesOf(automata: readonly Automaton[]): Place[] {
  const places: Place[] = [];
  const origin: number[] = [];
  let leavesBefore = 0;
  for (const { positions, leaves, first, last } of automata) {
    const offset = places.length;
    const shifted = (some: readonly number[]) => some.map((position) => position + offset);
    origin.push(...shifted(first));
    positions.forEach(({ set, leaf, next }, position) => {
      const isLast = last.has(position);
      places.push({ set, leaf: leaf + leavesBefore, next: shifted(next), isLast });
    });
    leavesBefore += leaves.length;
  }
  places.push({ set: { letters: 0, others: 0 }, leaf: -1, next: origin, isLast: false });
  return places;
}
