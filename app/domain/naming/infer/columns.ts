import { groupBy } from "./batches.ts";
import { isLikelyYear } from "./read-digits.ts";
import { maskOf, type Row, type Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Rows of one mask; at each place what their words mean, or null for words nothing is known of. */
export type Group = { rows: readonly Row[]; meanings: readonly (string | null)[] };

/** A year of four digits, as the meaning of a column of digits. */
export const YEAR = "#year";

/** This much of a column is worth a meaning however few codes there are. */
const MOST_OF_COLUMN = 0.6;

/**
 * Rows sorted into groups whose columns mean one thing each. A word may mean several things (DE is
 * a region and a locale), so the meaning that explains most of a column is taken first, and the
 * rest of the column is judged again. `least`: codes below which a meaning is chance.
 */
export function groupRows(rows: readonly Row[], vocabulary: Vocabulary, least: number): Group[] {
  const groups: Group[] = [];
  const split = (some: readonly Row[], meanings: readonly (string | null)[]) => {
    const token = some[0]?.tokens[meanings.length];
    if (!token) return void groups.push({ rows: some, meanings });
    const parts =
      token.kind === "word" || token.kind === "digits"
        ? partColumn(some, meanings, vocabulary, least)
        : [{ meaning: null, rows: some }];
    for (const part of parts) split(part.rows, [...meanings, part.meaning]);
  };
  for (const group of groupBy(rows, ({ tokens }) => maskOf(tokens)).values()) split(group, []);
  return groups;
}

type ColumnPart = { meaning: string | null; rows: readonly Row[] };

function partColumn(
  rows: readonly Row[],
  before: readonly (string | null)[],
  vocabulary: Vocabulary,
  least: number,
): ColumnPart[] {
  const meaningsOf = ({ tokens }: Row) => possibleMeanings(tokens[before.length]!, vocabulary);
  const taken = new Set(before);
  const parts: ColumnPart[] = [];
  const all = weightOf(rows);
  let rest = rows;
  const hasShort = rows.some((row) => textOf(row, before.length).length < 4);
  for (;;) {
    const support = new Map<string, { weight: number; words: Set<string> }>();
    for (const row of rest) {
      for (const meaning of meaningsOf(row)) {
        if (taken.has(meaning)) continue;
        const known = support.get(meaning) ?? { weight: 0, words: new Set() };
        known.weight += row.weight;
        known.words.add(textOf(row, before.length));
        support.set(meaning, known);
      }
    }
    const [best] = [...support]
      .filter(([meaning, { weight, words }]) => {
        // Years among percentages would make numbers of all of them.
        if (meaning === YEAR && hasShort) return true;
        const certain = words.size > 1 || [...words].some((word) => isCertain(word, vocabulary));
        return certain && weight >= 3 && (weight >= least || weight >= MOST_OF_COLUMN * all);
      })
      .sort(([, a], [, b]) => b.weight - a.weight);
    if (!best) break;
    const [meaning] = best;
    taken.add(meaning);
    parts.push({ meaning, rows: rest.filter((row) => meaningsOf(row).includes(meaning)) });
    rest = rest.filter((row) => !meaningsOf(row).includes(meaning));
  }
  return rest.length > 0 ? [...parts, { meaning: null, rows: rest }] : parts;
}

/** Whether a word alone says what a column means; IG or a mere synonym may be anything. */
function isCertain(word: string, { meanings }: Vocabulary): boolean {
  const known = meanings.get(word);
  return word.length > 3 && (!known || known.some(({ synonym }) => !synonym));
}

function possibleMeanings(token: Token, { meanings }: Vocabulary): string[] {
  if (token.kind === "word") return (meanings.get(token.text) ?? []).map(({ field }) => field);
  return token.kind === "digits" && isLikelyYear(token.text) ? [YEAR] : [];
}

export const textOf = ({ tokens }: Row, at: number): string => {
  const token = tokens[at];
  return token && token.kind !== "unique" ? token.text : "";
};

export const weightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { weight }) => sum + weight, 0);
