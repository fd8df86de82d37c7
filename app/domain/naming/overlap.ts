import { nextOf, type Automaton } from "./automaton.ts";
import { characterOf, common } from "./symbol.ts";

/** Beyond this many pairs of places a convention is refused rather than examined. */
const PAIR_LIMIT = 200_000;

/** A name read in two ways: the positions each reading goes through. */
export type Overlap = { name: string; left: number[]; right: number[] };

type Pair = { left: number; right: number; symbol: number; apart: boolean; before: Pair | null };

/**
 * The shortest name both automata have; with one automaton twice, the shortest that it reads in
 * two different ways. Null when there is none, "too_complex" when finding out takes too long.
 * Walks pairs of positions reached by the same text, breadth first.
 */
export function findOverlap(left: Automaton, right: Automaton): Overlap | null | "too_complex" {
  const itself = left === right;
  const width = right.positions.length + 1;
  const seen = new Set<number>();
  const start: Pair = { left: -1, right: -1, symbol: -1, apart: !itself, before: null };
  const queue: Pair[] = [start];
  for (const pair of queue) {
    if (pair !== start && pair.apart && left.last.has(pair.left) && right.last.has(pair.right)) {
      return overlapOf(pair);
    }
    for (const a of nextOf(left, pair.left)) {
      for (const b of nextOf(right, pair.right)) {
        const symbol = common(left.positions[a]!.set, right.positions[b]!.set);
        if (symbol < 0) continue;
        const apart = pair.apart || a !== b;
        const id = (a * width + b) * 2 + (apart ? 1 : 0);
        if (seen.has(id)) continue;
        if (seen.size >= PAIR_LIMIT) return "too_complex";
        seen.add(id);
        queue.push({ left: a, right: b, symbol, apart, before: pair });
      }
    }
  }
  return null;
}

function overlapOf(end: Pair): Overlap {
  const pairs: Pair[] = [];
  for (let pair: Pair = end; pair.before; pair = pair.before) pairs.push(pair);
  pairs.reverse();
  return {
    name: pairs.map((pair) => characterOf(pair.symbol)).join(""),
    left: pairs.map((pair) => pair.left),
    right: pairs.map((pair) => pair.right),
  };
}
