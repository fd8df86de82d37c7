import { nextOf, type Automaton, type Leaf } from "./automaton.ts";
import { characterOf, has, isLetter, single, symbolOf } from "./symbol.ts";

/** States looked at before giving up. */
const STATE_LIMIT = 50_000;

/** A way through the automaton and the text it spells. */
export type Spelling = { text: string; path: number[]; edits: number };

type State = {
  at: number;
  position: number;
  edits: number;
  symbol: number;
  before: State | null;
};

/**
 * The spellings nearest to a text: at most `edits` characters left out, added or exchanged, fewest
 * first, at most `count`. Only a character that must stand there is added or exchanged; a digit
 * of a year, a letter of a free word or of a unique part is never made up.
 */
export function nearest(
  automaton: Automaton,
  text: string,
  edits: number,
  count: number,
): Spelling[] {
  const width = automaton.positions.length + 1;
  const seen = new Set<number>();
  const found: Spelling[] = [];
  const waiting: State[][] = Array.from({ length: edits + 1 }, () => []);
  waiting[0]!.push({ at: 0, position: -1, edits: 0, symbol: -1, before: null });

  for (const level of waiting) {
    for (const state of level) {
      const id = state.at * width + state.position + 1;
      if (seen.has(id)) continue;
      if (seen.size >= STATE_LIMIT || found.length >= count) return found;
      seen.add(id);
      if (state.at === text.length && automaton.last.has(state.position)) {
        found.push(spellingOf(state));
      }
      for (const next of movesFrom(automaton, text, state)) waiting[next.edits]?.push(next);
    }
  }
  return found;
}

function movesFrom(automaton: Automaton, text: string, state: State): State[] {
  const { at, edits } = state;
  const moves: State[] = [];
  const written = at < text.length ? symbolOf(text.charCodeAt(at)) : -1;
  const canGo = at < text.length && canBeLeftOut(text, at);
  if (canGo) moves.push({ ...state, at: at + 1, edits: edits + 1 });
  for (const position of nextOf(automaton, state.position)) {
    const { set, leaf } = automaton.positions[position]!;
    const step = { position, before: state };
    if (written >= 0 && has(set, written)) {
      moves.push({ ...step, at: at + 1, edits, symbol: written });
      continue;
    }
    const due = single(set);
    if (due < 0 || !canBeSupplied(due, automaton.leaves[leaf]!)) continue;
    moves.push({ ...step, at, edits: edits + 1, symbol: due });
    if (canGo) moves.push({ ...step, at: at + 1, edits: edits + 1, symbol: due });
  }
  return moves;
}

/** A number with a digit less is another number. */
function canBeLeftOut(text: string, at: number): boolean {
  const isDigit = (i: number) => text.charAt(i) >= "0" && text.charAt(i) <= "9";
  return !isDigit(at) || !(isDigit(at - 1) || isDigit(at + 1));
}

/** The digits of a number say something even where only one would fit. */
function canBeSupplied(symbol: number, leaf: Leaf): boolean {
  return leaf.kind === "literal" || leaf.field.type.kind === "list" || isLetter(symbol);
}

function spellingOf(end: State): Spelling {
  const path: number[] = [];
  let text = "";
  for (let state: State = end; state.before; state = state.before) {
    path.push(state.position);
    text = characterOf(state.symbol) + text;
  }
  return { text, path: path.reverse(), edits: end.edits };
}
