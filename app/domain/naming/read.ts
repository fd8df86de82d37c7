import { nextOf, type Automaton } from "./automaton.ts";
import { has, symbolOf } from "./symbol.ts";

/** A position reached after one more character, and how. */
export type Step = { position: number; before: Step | null };

export type Reading =
  { ok: true; path: number[] } | { ok: false; stoppedAt: number; live: readonly Step[] };

const START: Step = { position: -1, before: null };

/**
 * Follows a text through the automaton, each character once. Of an unambiguous automaton every
 * position is reached by one way at most, so nothing is ever tried twice. When it fails,
 * `stoppedAt` characters were read, and `live` says where reading stood then.
 */
export function read(automaton: Automaton, text: string): Reading {
  let live: Step[] = [START];
  for (let at = 0; at < text.length; at++) {
    const symbol = symbolOf(text.charCodeAt(at));
    const reached: Step[] = [];
    for (const before of live) {
      for (const position of nextOf(automaton, before.position)) {
        if (symbol >= 0 && has(automaton.positions[position]!.set, symbol)) {
          reached.push({ position, before });
        }
      }
    }
    if (reached.length === 0) return { ok: false, stoppedAt: at, live };
    live = reached;
  }
  const end = live.find((step) => automaton.last.has(step.position));
  return end ? { ok: true, path: pathTo(end) } : { ok: false, stoppedAt: text.length, live };
}

function pathTo(end: Step): number[] {
  const path: number[] = [];
  for (let step: Step | null = end; step && step.position >= 0; step = step.before) {
    path.push(step.position);
  }
  return path.reverse();
}

/** Where each leaf's text stands; a leaf that is left out has no span. */
export type Span = { leaf: number; from: number; to: number };

export function spansOf(automaton: Automaton, path: readonly number[]): Span[] {
  const spans: Span[] = [];
  path.forEach((position, at) => {
    const { leaf } = automaton.positions[position]!;
    const last = spans.at(-1);
    if (last && last.leaf === leaf) last.to = at + 1;
    else spans.push({ leaf, from: at, to: at + 1 });
  });
  return spans;
}
