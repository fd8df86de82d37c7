import { isField, type Candidate, type Gap, type Piece } from "./candidate.ts";

/**
 * Candidates that differ only by a part one of them lacks become one with an optional part:
 * {season}{yy}_{offer} and {season}{yy}_{offer}_{channel}. Fewer proposals are read sooner.
 */
export function mergeOptional(candidates: readonly Candidate[]): Candidate[] {
  const byLength = [...candidates].sort(
    (a, b) => b.pieces.length - a.pieces.length || b.weight - a.weight,
  );
  const merged: Candidate[] = [];
  for (const shorter of byLength) {
    const at = merged.findIndex((longer) => merge(longer, shorter) !== null);
    const both = at < 0 ? null : merge(merged[at]!, shorter);
    if (both) merged[at] = both;
    else merged.push(shorter);
  }
  return merged;
}

function merge(longer: Candidate, shorter: Candidate): Candidate | null {
  const merged = [...longer.merged, ...(longer.merged.length > 0 ? [] : [longer]), shorter];
  const weight = longer.weight + shorter.weight;
  for (const gaps of gapChoices(longer)) {
    const kept = longer.pieces.flatMap((piece, at) =>
      gaps.some(({ from, to }) => at >= from && at < to) ? [] : [{ piece, at }],
    );
    if (kept.length !== shorter.pieces.length) continue;
    const pieces = [...longer.pieces];
    const agree = kept.every(({ piece, at }, i) => {
      const both = unite(piece, shorter.pieces[i]!);
      if (both) pieces[at] = both;
      return both !== null;
    });
    if (!agree) continue;
    const all = [...longer.gaps, ...gaps].filter(
      (gap, i, list) => list.findIndex((other) => other.from === gap.from) === i,
    );
    return { pieces, gaps: all.sort((a, b) => a.from - b.from), weight, merged };
  }
  return null;
}

/** What may be left out of a candidate: any of its gaps, with at most one more. */
function gapChoices({ pieces, gaps }: Candidate): Gap[][] {
  const known = gaps.reduce<Gap[][]>(
    (choices, gap) => [...choices, ...choices.map((choice) => [...choice, gap])],
    [[]],
  );
  const further: Gap[] = [];
  const half = Math.max(1, Math.floor(pieces.filter(isField).length / 2));
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= pieces.length; to++) {
      const left = pieces.slice(from, to);
      // What begins otherwise by more than a region is another convention.
      const mostFields = from === 0 ? 1 : Math.min(2, half);
      const fields = left.filter(isField);
      const isClear = fields.every(({ kind }) => kind !== "unique" && kind !== "free");
      const isApart = gaps.every((gap) => to <= gap.from || from >= gap.to);
      if (fields.length > 0 && fields.length <= mostFields && isClear && isApart) {
        further.push({ from, to });
      }
    }
  }
  return known.flatMap((choice) => [choice, ...further.map((gap) => [...choice, gap])]);
}

/** One piece for what both hold; null when they are different things. */
function unite(a: Piece, b: Piece): Piece | null {
  if (a.kind === "literal" && b.kind === "literal") return a.text === b.text ? a : null;
  if (a.kind === "field" && b.kind === "field") return a.field.id === b.field.id ? a : null;
  if (a.kind === "unique" && b.kind === "unique") {
    return a.length === b.length && a.alphabet === b.alphabet ? a : null;
  }
  if (a.kind === "number" && b.kind === "number") {
    if (a.digits !== b.digits) return null;
    return { ...a, min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
  }
  if (a.kind === "free" && b.kind === "free") {
    const values = together(a.values, b.values);
    return {
      kind: "free",
      bounded: a.bounded && b.bounded,
      letters: a.letters && b.letters,
      values,
    };
  }
  if (a.kind === "list" && b.kind === "list") {
    return overlap(a.values, b.values) ? { ...a, values: together(a.values, b.values) } : null;
  }
  return null;
}

/** Whether two lists hold the same kind of word: half of the smaller stands in the other. */
export function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return 2 * [...few.keys()].filter((value) => many.has(value)).length >= few.size;
}

export function together(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): Map<string, number> {
  const both = new Map(a);
  for (const [value, count] of b) both.set(value, (both.get(value) ?? 0) + count);
  return both;
}
