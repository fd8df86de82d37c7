import { nextOf, type Automaton } from "./automaton.ts";
import { isDigit, tearsNumber, type State } from "./numbers-typed.ts";
import { characterOf, has, isLetter, single, symbolOf } from "./symbol.ts";

/** States looked at before giving up. */
const STATE_LIMIT = 50_000;

/** One edit more always costs more; of as many edits those are cheaper that keep all that was typed. */
const EDIT = 4;
const EDIT_THAT_LOSES = EDIT + 1;

/** A way through the automaton and the text it spells. Each `EDIT` of the cost is a character edited. */
export type Spelling = { text: string; path: number[]; cost: number };

export const editsIn = (cost: number): number => Math.floor(cost / EDIT);

/**
 * The spellings nearest to a text: at most `edits` characters left out, added or exchanged, cheapest
 * first, at most `count`. Only a character that must stand there is added or exchanged; a digit
 * of a year, a currency, a letter of a free word or of a unique part is never made up, and the
 * digits of a number stay together.
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
  const waiting: State[][] = Array.from({ length: edits * EDIT_THAT_LOSES + 1 }, () => []);
  waiting[0]!.push({ at: 0, position: -1, cost: 0, symbol: -1, before: null });

  for (const level of waiting) {
    for (const state of level) {
      const id = state.at * width + state.position + 1;
      if (seen.has(id)) continue;
      if (seen.size >= STATE_LIMIT || found.length >= count) return found;
      seen.add(id);
      if (state.at === text.length && automaton.last.has(state.position)) {
        found.push(spellingOf(state));
      }
      for (const next of movesFrom(automaton, text, state)) {
        if (editsIn(next.cost) <= edits) waiting[next.cost]!.push(next);
      }
    }
  }
  return found;
}

function movesFrom(automaton: Automaton, text: string, state: State): State[] {
  const { at, cost } = state;
  const moves: State[] = [];
  const written = at < text.length ? symbolOf(text.charCodeAt(at)) : -1;
  const canGo = at < text.length && canBeLeftOut(text, at);
  if (canGo) moves.push({ ...state, at: at + 1, cost: cost + EDIT_THAT_LOSES });
  for (const position of nextOf(automaton, state.position)) {
    const { set } = automaton.positions[position]!;
    const step = { position, before: state };
    if (written >= 0 && has(set, written)) {
      const isTorn = tearsNumber(automaton, text, state, position);
      if (!isTorn) moves.push({ ...step, at: at + 1, cost, symbol: written });
      continue;
    }
    const symbol = single(set);
    if (symbol < 0 || !canBeSupplied(automaton, position, symbol)) continue;
    moves.push({ ...step, at, cost: cost + EDIT, symbol });
    if (canGo) moves.push({ ...step, at: at + 1, cost: cost + EDIT_THAT_LOSES, symbol });
  }
  return moves;
}

/** A number with a digit less is another number, and one between separators is no slip in a word. */
function canBeLeftOut(text: string, at: number): boolean {
  if (!isDigit(text, at)) return true;
  const [before, after] = [at - 1, at + 1].map((i) => symbolOf(text.charCodeAt(i)));
  const isAlone = !isLetter(before ?? -1) && !isLetter(after ?? -1);
  return !isAlone && !isDigit(text, at - 1) && !isDigit(text, at + 1);
}

/** The digits of a number say something even where only one would fit, and so does a currency. */
function canBeSupplied(automaton: Automaton, position: number, symbol: number): boolean {
  const { leaf, isChosen } = automaton.positions[position]!;
  const part = automaton.leaves[leaf]!;
  if (part.kind === "literal" || part.field.type.kind === "list") return true;
  return isLetter(symbol) && !isChosen;
}

function spellingOf(end: State): Spelling {
  const path: number[] = [];
  let text = "";
  for (let state: State = end; state.before; state = state.before) {
    path.push(state.position);
    text = characterOf(state.symbol) + text;
  }
  return { text, path: path.reverse(), cost: end.cost };
}
