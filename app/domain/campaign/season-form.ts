import { seasonProblem, type Season } from "../policy/season.ts";
import type { Problem } from "../shared/outcome.ts";

/** A season as the page posts it: text as typed, `yearly` "on" when ticked. */
export type SeasonForm = { name: string; first: string; last: string; yearly: string };

/** A season with the campaigns that count by it, and the days of the turn that runs or comes next. */
export type SeasonSummary = Season & {
  usedBy: readonly string[];
  next: { first: string; last: string } | null;
};

export const LONGEST_NAME = 60;

export type ReadSeason =
  { ok: true; season: Omit<Season, "key"> } | { ok: false; problems: Problem[] };

const SAID = {
  dates: ["first", "Enter the first and the last day, such as 2026-11-20."],
  order: ["last", "The last day has to be on or after the first."],
  longer_than_a_year: ["last", "A season that comes back every year has to be shorter than one."],
} as const;

export function readSeason(form: SeasonForm): ReadSeason {
  const [name, first, last] = [form.name, form.first, form.last].map((text) => text.trim());
  const season = {
    name: name ?? "",
    first: first ?? "",
    last: last ?? "",
    yearly: form.yearly === "on",
  };
  const problems: Problem[] = nameProblems(season.name, "season");
  const problem = seasonProblem({ ...season, key: "" });
  if (problem) problems.push({ field: SAID[problem][0], message: SAID[problem][1] });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, season };
}

/** What keeps a season or a group from being called so. */
export function nameProblems(name: string, what: "season" | "group"): Problem[] {
  if (name === "") return [{ field: "name", message: `Give the ${what} a name.` }];
  return name.length > LONGEST_NAME
    ? [{ field: "name", message: `Use at most ${LONGEST_NAME} characters.` }]
    : [];
}
