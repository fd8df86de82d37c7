import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import type { Field } from "../field.ts";

/**
 * A part of a convention that is only being considered. `list`: a few words the shop repeats;
 * `free`: too many to be a list, `bounded` when separators or the code's ends stand on both sides,
 * `letters` when they are nothing else. `values`: how many codes hold each.
 */
export type Piece =
  | { kind: "literal"; text: string }
  | { kind: "field"; field: Field }
  | { kind: "number"; min: number; max: number; digits: number | null }
  | { kind: "list"; values: ReadonlyMap<string, number> }
  | { kind: "free"; bounded: boolean; letters: boolean; values: ReadonlyMap<string, number> }
  | { kind: "unique"; length: number; alphabet: UniqueAlphabet };

/** Pieces `from` up to, not including, `to` may be left out together. */
export type Gap = { from: number; to: number };

/**
 * A convention being considered; `weight`: the codes it was found in. `merged`: the simpler ones
 * it would replace, which come into their own when it cannot be.
 */
export type Candidate = {
  pieces: readonly Piece[];
  gaps: readonly Gap[];
  weight: number;
  merged: readonly Candidate[];
};

export const isField = ({ kind }: Piece): boolean => kind !== "literal";

/**
 * How much of what a code says a reader learns through a part: what the shop’s fields know is
 * learned in full; words found in its codes must still be named by somebody; a free word could be
 * anything. Each further field asks a little more of the reader.
 */
const CLARITY: Readonly<Record<Piece["kind"], number>> = {
  literal: 1,
  unique: 1,
  field: 0.95,
  number: 0.7,
  list: 0.7,
  free: 0.3,
};

/** The codes a proposal explains times the clarity of all its parts, multiplied: highest first. */
export function scoreOf({ pieces }: Pick<Candidate, "pieces">, codes: number): number {
  return pieces.reduce((score, { kind }) => score * CLARITY[kind], codes);
}

/** The same for the same candidates, whatever order they were found in. */
export function identityOf({ pieces, gaps }: Candidate): string {
  const said = pieces.map((piece) => {
    switch (piece.kind) {
      case "literal":
        return piece.text;
      case "field":
        return `{${piece.field.id}}`;
      case "number":
        return `{${piece.min}-${piece.max}-${piece.digits}}`;
      case "unique":
        return `{${piece.length}-${piece.alphabet}}`;
      case "list":
      case "free":
        return `{${piece.kind} ${[...piece.values.keys()].sort().slice(0, 20).join()}}`;
    }
  });
  return JSON.stringify([said, gaps]);
}
