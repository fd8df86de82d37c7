import { CODE_LENGTH_LIMIT } from "#app/domain/code/code-text.ts";
import { calendarProblem, needsCalendar } from "./calendar.ts";
import type { Convention } from "./convention.ts";
import { DEAD, determinise, SEVERAL, START, UNKNOWN } from "./determinise.ts";
import type { Meaning } from "./dimensions.ts";
import type { Piece } from "./pieces.ts";
import { SYMBOL_COUNT, symbolOf } from "./symbol.ts";

/** `convention` is its index in what was given. */
export type ParsedCode = { convention: number } & Meaning;

/** Symbols by character code, both cases; `SYMBOL_COUNT` where there is none. */
const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
  const symbol = symbolOf(code);
  return symbol < 0 ? SYMBOL_COUNT : symbol;
});

const LOWER_A = 97;

/**
 * Reads many codes by many conventions: each as `readName` reads it, by the first that fits, or
 * null. All conventions are followed at once, so a code is walked over twice however many they
 * are: forwards to see whether it fits, backwards to see which part each character belongs to.
 * Nothing but the result is made for a code, and nothing of it is kept.
 */
export function compileParser(
  conventions: readonly Convention[],
): (text: string) => ParsedCode | null {
  const automaton = determinise(conventions.map((convention) => convention.automaton));
  const leaves = conventions.flatMap(({ automaton: { leaves: own } }, convention) =>
    own.map((leaf) => ({ convention, field: leaf.kind === "field" ? leaf.field : null })),
  );
  const dated = conventions.map(({ fields }) => needsCalendar([...fields.values()]));
  // The way a text takes: the state before each character, and the step it is read by.
  const states = new Int32Array(CODE_LENGTH_LIMIT);
  const steps = new Int32Array(CODE_LENGTH_LIMIT);
  // Its parts from the last to the first: their leaves and where they begin.
  const parts = new Int32Array(CODE_LENGTH_LIMIT);
  const begins = new Int32Array(CODE_LENGTH_LIMIT);

  /** Finds the parts of a text whose last character is member `end` of `state`; how many they are. */
  const walkBack = (length: number, state: number, end: number): number => {
    const { backAt, cells, leavesAt, soleLeaf } = automaton;
    let member = end;
    let leaf = cells[leavesAt[state]! + member]!;
    let count = 0;
    for (let i = length - 1; i >= 0; i--) {
      // Before the first character stands the origin, whose leaf is none.
      let before = soleLeaf[states[i]!]!;
      if (before === SEVERAL) {
        member = cells[backAt[steps[i]!]! + member]!;
        before = cells[leavesAt[states[i]!]! + member]!;
      } else member = 0;
      if (before === leaf) continue;
      parts[count] = leaf;
      begins[count++] = i;
      leaf = before;
    }
    return count;
  };

  /** Null when the date is in no calendar. */
  const meaningOf = (text: string, count: number): ParsedCode | null => {
    const { convention } = leaves[parts[0]!]!;
    const pieces: Piece[] | null = dated[convention] ? [] : null;
    const dimensions = Object.create(null) as Record<string, string>;
    let unique: string | null = null;
    for (let part = count - 1; part >= 0; part--) {
      const { field } = leaves[parts[part]!]!;
      if (!field) continue;
      const from = begins[part]!;
      const value = text.slice(from, part === 0 ? text.length : begins[part - 1]);
      if (field.type.kind === "unique") unique = value;
      else dimensions[field.id] = value;
      pieces?.push({ field, text: value, from });
    }
    if (pieces && calendarProblem(pieces)) return null;
    return { convention, dimensions, unique };
  };

  return (given) => {
    // An endless paste is refused by its length before anything walks over it.
    if (given.length > 4 * CODE_LENGTH_LIMIT) return null;
    const text = given.trim();
    if (text.length > CODE_LENGTH_LIMIT) return null;
    automaton.tidy();
    let { next } = automaton;
    let state = START;
    let isUpper = true;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const symbol = code < SYMBOLS.length ? SYMBOLS[code]! : SYMBOL_COUNT;
      if (symbol === SYMBOL_COUNT) return null;
      if (code >= LOWER_A) isUpper = false;
      const step = state * SYMBOL_COUNT + symbol;
      states[i] = state;
      steps[i] = step;
      state = next[step]!;
      if (state === UNKNOWN) {
        state = automaton.extend(states[i]!, symbol);
        next = automaton.next;
      }
      if (state === DEAD) return null;
    }
    const name = isUpper ? text : text.toUpperCase();
    for (const end of automaton.ends[state]!) {
      const parsed = meaningOf(name, walkBack(name.length, state, end));
      if (parsed) return parsed;
    }
    return null;
  };
}
