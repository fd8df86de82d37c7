import type { Field } from "../field.ts";
import type { Candidate, Piece } from "./candidate.ts";
import { kindOf, listType, type Inventor } from "./invent.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * How free words are written, the most open way first: any word, letters only, as long as those
 * found, the words found.
 */
export const FREE_WORDS = ["any", "letters", "lengths", "found"] as const;
export type FreeWords = (typeof FREE_WORDS)[number];

/** Longer lists of found words nobody looks after. */
const MOST_FOUND = 500;

export type Written = { pattern: string; fields: Field[] };

export type Writer = {
  fields: ReadonlyMap<string, Field>;
  /** Fields as they were given; of the others a proposal names those it uses. */
  given: ReadonlyMap<string, Field>;
  inventor: Inventor;
  vocabulary: Vocabulary;
};

/** A candidate as the text of a convention; null when its free words cannot be written so. */
export function writePattern(
  candidate: Candidate,
  writer: Writer,
  freeWords: FreeWords,
): Written | null {
  const used = new Map<string, Field>();
  for (const piece of candidate.pieces) {
    if (piece.kind === "field") used.set(piece.field.id, piece.field);
  }
  let pattern = "";
  for (const [at, piece] of candidate.pieces.entries()) {
    if (candidate.gaps.some(({ from }) => from === at)) pattern += "[";
    const text = writePiece(piece, writer, used, freeWords);
    if (text === null) return null;
    pattern += text;
    if (candidate.gaps.some(({ to }) => to === at + 1)) pattern += "]";
  }
  return {
    pattern,
    fields: [...used.values()].filter((field) => writer.given.get(field.id) !== field),
  };
}

function writePiece(
  piece: Piece,
  writer: Writer,
  used: Map<string, Field>,
  freeWords: FreeWords,
): string | null {
  const { inventor } = writer;
  const use = (field: Field, argument = ""): string => {
    used.set(field.id, field);
    return `{${field.id}${argument && `:${argument}`}}`;
  };
  const unused = (fits: (field: Field) => boolean) =>
    [...writer.fields.values()].find((field) => !used.has(field.id) && fits(field));

  switch (piece.kind) {
    case "literal":
      return piece.text;
    case "field":
      return `{${piece.field.id}}`;
    case "list": {
      const words = inventor.wordsOf(piece);
      return use(inventor.make(kindOf(words), listType(words), used));
    }
    case "unique": {
      const { length, alphabet } = piece;
      const type = { kind: "unique", length, alphabet, check: false } as const;
      const field =
        unused((own) => own.type.kind === "unique") ?? inventor.make("unique", type, used);
      return use(field, alphabet === "safe" ? `${length}` : `${length},${alphabet}`);
    }
    case "number": {
      const type = { kind: "number", min: 1, max: 999 } as const;
      const field =
        unused((own) => own.type.kind === "number") ?? inventor.make("number", type, used);
      const { min, max } = field.type.kind === "number" ? field.type : type;
      const isOwn = piece.digits === null && min === piece.min && max === piece.max;
      const filled = (n: number) => String(n).padStart(piece.digits ?? 1, "0");
      return use(field, isOwn ? "" : `${filled(piece.min)}-${filled(piece.max)}`);
    }
    case "free": {
      const field = freeField(piece, writer, used, freeWords);
      return field && use(field, freeWords === "lengths" ? lengthsOf(piece.values) : "");
    }
  }
}

function freeField(
  piece: Extract<Piece, { kind: "free" }>,
  { fields, inventor, vocabulary }: Writer,
  used: ReadonlyMap<string, Field>,
  freeWords: FreeWords,
): Field | null {
  if (freeWords === "found") {
    const words = [...piece.values.keys()].filter((word) => !vocabulary.meanings.has(word));
    if (words.length < 2 || words.length > MOST_FOUND) return null;
    return inventor.make(piece.bounded ? "theme" : "creator", listType(words), used);
  }
  const charset = piece.letters && (!piece.bounded || freeWords !== "any") ? LETTERS : ANYTHING;
  const own = [...fields.values()].filter(
    ({ id, type }) => !used.has(id) && type.kind === "word" && type.charset === charset.charset,
  );
  return (
    own.find(({ id }) => id === "campaign") ??
    own[0] ??
    inventor.make(piece.bounded || !piece.letters ? "word" : "creator", charset, used)
  );
}

const LETTERS = { kind: "word", min: 2, max: 24, charset: "letters" } as const;
const ANYTHING = { kind: "word", min: 2, max: 24, charset: "letters_digits" } as const;

/**
 * The lengths words mostly have, as the argument of a word field: around the most frequent one,
 * as long as each next holds a hundredth of them.
 */
function lengthsOf(words: ReadonlyMap<string, number>): string {
  const counts = new Map<number, number>();
  for (const { length } of words.keys()) counts.set(length, (counts.get(length) ?? 0) + 1);
  const isUsual = (length: number) => 100 * (counts.get(length) ?? 0) >= words.size;
  let [min] = [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]!;
  let max = min;
  while (isUsual(min - 1)) min--;
  while (isUsual(max + 1)) max++;
  return min === max ? `${min}` : `${min}-${max}`;
}
