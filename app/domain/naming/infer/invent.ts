import type { Field, FieldType } from "../field.ts";
import type { Candidate, Piece } from "./candidate.ts";
import { MARKET_WORDS } from "./market-words.ts";
import { overlap, together } from "./merge.ts";

/** New fields; an id means the same field in every proposal. */
export type Inventor = {
  /** Lists of these candidates that share most words become one list. */
  assign: (candidates: readonly Candidate[]) => void;
  /** The words of a list piece, with those of the lists like it. */
  wordsOf: (piece: Extract<Piece, { kind: "list" }>) => string[];
  /** A field that stands not yet in `used`: one kept before if it is alike, else under a free id. */
  make: (label: string, type: FieldType, used: ReadonlyMap<string, Field>) => Field;
  /** Fields made that a proposal needs; others never were. */
  keep: (fields: readonly Field[]) => void;
};

export function inventor(given: ReadonlyMap<string, Field>): Inventor {
  const kept = new Map<string, Field>();
  const lists = new Map<Piece, ReadonlyMap<string, number>>();

  const make: Inventor["make"] = (label, type, used) => {
    const stem = label.replaceAll(/[^a-z]/g, "");
    for (let n = 1; ; n++) {
      const id = n === 1 ? stem : `${stem}${n}`;
      if (given.has(id) || used.has(id)) continue;
      const field = kept.get(id);
      if (!field) return { id, label: n === 1 ? label : `${label} ${n}`, type };
      if (JSON.stringify(field.type) === JSON.stringify(type)) return field;
    }
  };

  const assign = (candidates: readonly Candidate[]) => {
    const kinds: { values: ReadonlyMap<string, number>; pieces: Piece[]; users: Candidate[] }[] =
      [];
    for (const candidate of candidates) {
      for (const piece of candidate.pieces) {
        if (piece.kind !== "list") continue;
        const kind = kinds.find(
          ({ values, users }) => !users.includes(candidate) && overlap(values, piece.values),
        );
        if (kind) {
          kind.values = together(kind.values, piece.values);
          kind.pieces.push(piece);
          kind.users.push(candidate);
        } else kinds.push({ values: piece.values, pieces: [piece], users: [candidate] });
      }
    }
    for (const { values, pieces } of kinds) {
      for (const piece of pieces) lists.set(piece, values);
    }
  };
  return {
    assign,
    make,
    wordsOf: (piece) => [...(lists.get(piece) ?? piece.values).keys()],
    keep: (fields) => {
      for (const field of fields) if (given.get(field.id) !== field) kept.set(field.id, field);
    },
  };
}

export function listType(words: Iterable<string>): FieldType {
  const values = [...words].sort().map((value) => ({ value, label: labelOf(value) }));
  return { kind: "list", values };
}

/** Short words are mostly abbreviations and stay upper case. */
const labelOf = (word: string): string =>
  word.length <= 3 ? word : word.charAt(0) + word.slice(1).toLowerCase();

/** What most of the words say something about; "theme" when nobody knows. */
export function kindOf(words: readonly string[]): string {
  const known = Object.entries(MARKET_WORDS).find(([, list]) => {
    const market = new Set(list.split(" "));
    return 2 * words.filter((word) => market.has(word)).length > words.length;
  });
  return known?.[0] ?? "theme";
}
