import { isStrong, type Vocabulary } from "./vocabulary.ts";

const SHORTEST_WORD = 3;
/** Longer runs of letters are no words put together. */
const LONGEST_RUN = 24;
/** A word nobody knows counts as one when this many codes, or this many known words, say so. */
const WITNESSES = 2;

/**
 * Parts a run of letters into words: SUMMERSALE is SUMMER and SALE. Every word but known ones must
 * stand alone in other codes or beside several known words, and at least one must be known, so
 * that MARCELLA stays one word. `runs`: every run of letters of the shop's codes and how often.
 */
export function segmenter(
  vocabulary: Vocabulary,
  runs: ReadonlyMap<string, number>,
): (run: string) => readonly string[] {
  const partners = new Map<string, Set<string>>();
  const addPartner = (word: string, known: string) => {
    if (word.length < SHORTEST_WORD || !isStrong(vocabulary, known)) return;
    partners.set(word, (partners.get(word) ?? new Set()).add(known));
  };
  for (const run of runs.keys()) {
    if (run.length > LONGEST_RUN) continue;
    for (let at = 1; at < run.length; at++) {
      addPartner(run.slice(at), run.slice(0, at));
      addPartner(run.slice(0, at), run.slice(at));
    }
  }
  const isWord = (word: string): boolean =>
    word.length >= SHORTEST_WORD &&
    (isStrong(vocabulary, word) ||
      (runs.get(word) ?? 0) >= WITNESSES ||
      (partners.get(word)?.size ?? 0) >= WITNESSES);

  const known = new Map<string, readonly string[]>();
  return (run) => {
    const before = known.get(run);
    if (before) return before;
    const whole = vocabulary.meanings.has(run) || run.length > LONGEST_RUN;
    const words = whole ? [run] : (fewestWords(run, isWord, vocabulary) ?? [run]);
    known.set(run, words);
    return words;
  };
}

type Split = { words: string[]; strong: number };

/** The split into fewest words, of those the one with most known words; null when there is none. */
function fewestWords(
  run: string,
  isWord: (word: string) => boolean,
  vocabulary: Vocabulary,
): string[] | null {
  const best: (Split | null)[] = [{ words: [], strong: 0 }];
  for (let to = 1; to <= run.length; to++) {
    let found: Split | null = null;
    for (let from = 0; from < to; from++) {
      const before = best[from];
      const word = run.slice(from, to);
      if (!before || word === run || !isWord(word)) continue;
      const split = {
        words: [...before.words, word],
        strong: before.strong + (isStrong(vocabulary, word) ? 1 : 0),
      };
      if (!found || isBetter(split, found)) found = split;
    }
    best[to] = found;
  }
  const split = best[run.length];
  return split && split.strong > 0 ? split.words : null;
}

const isBetter = (a: Split, b: Split): boolean =>
  a.words.length === b.words.length ? a.strong > b.strong : a.words.length < b.words.length;
