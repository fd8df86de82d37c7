import { foldText, lettersOf } from "./fold-text.ts";
import { givenName } from "./nicknames.ts";

/**
 * A name as people are told apart by it. `first` is the given name behind a pet name ("Liz" → "elizabeth"); "" when
 * unknown. `generation`: which of a family's bearers of one name, where a word behind it tells: 1 is the eldest; else null.
 */
export type NameParts = { first: string; typed: string; last: string; generation: number | null };

const TITLES = new Set(
  "mr mrs ms miss dr prof sir herr frau hr fr mme m mlle dhr mevr mw".split(" "),
);
const PARTICLES = new Set(
  "van von de der den del della di da du des la le ten ter te zu zum of the y e el al".split(" "),
);
/** Words behind a name that tell the bearer from a father, son or grandson of the same name. */
const GENERATIONS: ReadonlyMap<string, number> = new Map(
  ["sr snr sen senior pere", "jr jnr jun junior fils ii", "iii", "iv"].flatMap((line, nth) =>
    line.split(" ").map((word) => [word, nth + 1] as const),
  ),
);

/** Null when there is no letter in it. */
export function readName(firstName: string | null, lastName: string | null): NameParts | null {
  const given = wordsOf(firstName).filter((word) => !TITLES.has(word));
  const family = wordsOf(lastName);
  const named = family.filter((word) => !PARTICLES.has(word));
  const core = named.length > 1 && GENERATIONS.has(named.at(-1)!) ? named.slice(0, -1) : named;
  const typed = lettersOf(given[0] ?? "");
  const last = lettersOf((core.length > 0 ? core : family).join(""));
  if (typed === "" && last === "") return null;
  const generation = generationOf(named) ?? generationOf(given);
  return { first: givenName(typed), typed, last, generation };
}

/** "Senior" alone is what somebody is called. */
function generationOf(words: readonly string[]): number | null {
  return words.length > 1 ? (GENERATIONS.get(words.at(-1)!) ?? null) : null;
}

function wordsOf(text: string | null): string[] {
  return foldText(text ?? "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}
