import { buildAutomaton } from "./automaton.ts";
import type { Convention } from "./convention.ts";
import { meaningOf } from "./dimensions.ts";
import { formatName } from "./format.ts";
import { nearest } from "./nearest.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import { readName } from "./read-name.ts";
import { synonymsOf } from "./shape.ts";
import { isSymbols } from "./symbol.ts";

const SUGGESTIONS = 3;
const LONGEST = 64;
const MOST_EDITS = 3;
const MOST_PIECES = 4;

/**
 * Valid names near an upper-case text that is none: a few characters changed, a synonym put
 * right, or parts that stand in the wrong order. Nearest first.
 */
export function suggestNames(convention: Convention, text: string): string[] {
  const wanted = withoutForeign(text);
  if (wanted === "" || wanted.length > LONGEST) return [];
  const automaton = buildAutomaton(convention.parts, true);
  const names = new Map<string, number>();
  const consider = (candidate: string, edits: number, cost: number) => {
    for (const spelling of nearest(automaton, candidate, edits, SUGGESTIONS)) {
      const pieces = piecesOf(automaton, spelling.text, spelling.path).map(withoutSynonym);
      const { dimensions, unique } = meaningOf(pieces);
      const formatted = formatName(convention, dimensions, unique ?? undefined);
      if (!formatted.ok || !readName(convention, formatted.name).ok) continue;
      if (unique !== null && !keepsUnique(candidate, formatted.name, unique)) continue;
      const total = cost + spelling.edits;
      const known = names.get(formatted.name);
      if (known === undefined || total < known) names.set(formatted.name, total);
    }
  };
  // A third of the characters wrong is another name, not this one misspelled.
  const edits = Math.min(MOST_EDITS, Math.max(1, Math.floor(wanted.length / 3)));
  consider(wanted, edits, 0);
  if (names.size === 0) {
    for (const order of otherOrders(wanted)) consider(order, Math.min(edits, 2), 1);
  }
  const best = Math.min(...names.values());
  // Beside an exact answer, others only distract.
  const worst = best === 0 ? 0 : best + 1;
  return [...names]
    .filter(([, cost]) => cost <= worst)
    .sort(([a, costA], [b, costB]) => costA - costB || (a < b ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(([name]) => name);
}

function withoutSynonym(piece: Piece): Piece {
  return { ...piece, text: synonymsOf(piece.field).get(piece.text) ?? piece.text };
}

/** Unique letters are taken as they were typed or not at all: others are another code. */
function keepsUnique(text: string, name: string, unique: string): boolean {
  const bare = (each: string) => each.replaceAll(/[-_]/g, "");
  return /[^-_]*$/.exec(text)?.[0] === unique || bare(text) === bare(name);
}

/** Spaces become the separator people mean by them; other foreign characters go. */
function withoutForeign(text: string): string {
  let out = "";
  for (const character of text.trim()) {
    if (isSymbols(character)) out += character;
    else if (character.trim() === "" && !out.endsWith("_")) out += "_";
  }
  return out;
}

/** The text's pieces in every other order; a piece of letters and digits also turned round. */
function otherOrders(text: string): string[] {
  const separator = text.includes("_") ? "_" : "-";
  const pieces = text.split(separator).filter((piece) => piece !== "");
  if (pieces.length > MOST_PIECES) return [];
  const turned = pieces.map((piece) => [piece, ...turnedRound(piece)]);
  const orders = permutations(turned).map((order) => order.join(separator));
  return [...new Set(orders)].filter((order) => order !== text);
}

function turnedRound(piece: string): string[] {
  const runs = piece.match(/[0-9]+|[^0-9]+/g) ?? [];
  return runs.length === 2 ? [`${runs[1]}${runs[0]}`] : [];
}

/** Every order of the pieces, each in every spelling. */
function permutations(pieces: readonly (readonly string[])[]): string[][] {
  if (pieces.length === 0) return [[]];
  return pieces.flatMap((spellings, at) =>
    permutations(pieces.filter((_, other) => other !== at)).flatMap((rest) =>
      spellings.map((spelling) => [spelling, ...rest]),
    ),
  );
}
