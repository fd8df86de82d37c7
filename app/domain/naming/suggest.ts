import { codeKey } from "#app/domain/code/code-key.ts";
import { buildAutomaton, type Automaton } from "./automaton.ts";
import type { Convention } from "./convention.ts";
import { meaningOf } from "./dimensions.ts";
import { formatName } from "./format.ts";
import { editsIn, nearest } from "./nearest.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import { isSymbols } from "./symbol.ts";
import { understoodIn, valueMeant } from "./synonyms.ts";

const SUGGESTIONS = 3;
const LONGEST = 64;
const MOST_EDITS = 3;
const MOST_PIECES = 4;

/** Longer texts are not a name with a slip in it, and are not walked over. */
const LONGEST_TEXT = 1000;

/** Names and what it costs to come to them from what was typed. */
type Costs = Map<string, number>;

/**
 * Valid names near a text that is none: a few characters changed, a synonym put right, or parts
 * that stand in the wrong order. Nearest first, at most three.
 */
export function suggestNames(convention: Convention, text: string): string[] {
  return suggestAcross([convention], text).map(({ name }) => name);
}

/** The same over several conventions; `convention` is the index of the one the name is of. */
export function suggestAcross(
  conventions: readonly Convention[],
  text: string,
): { convention: number; name: string }[] {
  const wanted = withoutForeign(codeKey(text.slice(0, LONGEST_TEXT)));
  if (wanted === "" || wanted.length > LONGEST) return [];
  // A third of the characters wrong is another name, not this one misspelled.
  const edits = Math.min(MOST_EDITS, Math.max(1, Math.floor(wanted.length / 3)));
  const readers = conventions.map((convention) => ({
    convention,
    automaton: buildAutomaton(convention.parts, understoodIn(wanted)),
  }));
  const orders = otherOrders(wanted);
  // What is one slip away is told before anything further is looked for.
  const rounds: ((reader: Reader) => Costs)[] = [
    (reader) => namesNear(reader, [wanted], Math.min(edits, 1)),
    (reader) => namesNear(reader, [wanted], edits),
    (reader) => namesNear(reader, orders, Math.min(edits, 2)),
  ];
  for (const round of rounds) {
    const found = readers.flatMap((reader, convention) =>
      [...round(reader)].map(([name, cost]) => ({ convention, name, cost })),
    );
    if (found.length > 0) return nearestOf(found);
  }
  return [];
}

type Reader = { convention: Convention; automaton: Automaton };

function namesNear(
  { convention, automaton }: Reader,
  texts: readonly string[],
  edits: number,
): Costs {
  const costs: Costs = new Map();
  for (const text of texts) {
    for (const spelling of nearest(automaton, text, edits, SUGGESTIONS)) {
      const pieces = piecesOf(automaton, spelling.text, spelling.path).map(withoutSynonym);
      const { dimensions, unique } = meaningOf(pieces);
      const formatted = formatName(convention, dimensions, unique ?? undefined);
      if (!formatted.ok) continue;
      if (unique !== null && !keepsUnique(text, formatted.name, unique)) continue;
      const known = costs.get(formatted.name) ?? Infinity;
      costs.set(formatted.name, Math.min(known, spelling.cost));
    }
  }
  return costs;
}

function nearestOf(
  found: readonly { convention: number; name: string; cost: number }[],
): { convention: number; name: string }[] {
  const best = found.reduce((least, { cost }) => Math.min(least, cost), Infinity);
  // Beside an exact answer, others only distract.
  const worst = best === 0 ? 0 : editsIn(best) + 1;
  return found
    .filter(({ cost }) => editsIn(cost) <= worst)
    .sort((a, b) => a.cost - b.cost || a.convention - b.convention || (a.name < b.name ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(({ convention, name }) => ({ convention, name }));
}

function withoutSynonym(piece: Piece): Piece {
  return { ...piece, text: valueMeant(piece.field, piece.text) ?? piece.text };
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
