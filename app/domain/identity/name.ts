import { foldText, lettersOf } from "./fold-text.ts";
import { givenName } from "./nicknames.ts";

/** A name as people are told apart by it. `first` is the given name behind a pet name ("Liz" → "elizabeth"); "" when unknown. */
export type NameParts = { first: string; typed: string; last: string };

const TITLES = new Set(
  "mr mrs ms miss dr prof sir herr frau hr fr mme m mlle dhr mevr mw".split(" "),
);
const PARTICLES = new Set(
  "van von de der den del della di da du des la le ten ter te zu zum of the y e el al".split(" "),
);

/** Null when there is no letter in it. */
export function readName(firstName: string | null, lastName: string | null): NameParts | null {
  const given = wordsOf(firstName).filter((word) => !TITLES.has(word));
  const family = wordsOf(lastName);
  const core = family.filter((word) => !PARTICLES.has(word) && !/^(jr|sr|ii|iii|iv)$/.test(word));
  const typed = lettersOf(given[0] ?? "");
  const last = lettersOf((core.length > 0 ? core : family).join(""));
  if (typed === "" && last === "") return null;
  return { first: givenName(typed), typed, last };
}

function wordsOf(text: string | null): string[] {
  return foldText(text ?? "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}
