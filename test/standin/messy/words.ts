import type { Pick } from "./pick.ts";

const SEASONS = ["SPRING", "SUMMER", "AUTUMN", "WINTER", "XMAS", "BLACKFRIDAY", "EASTER"] as const;
const CHANNELS = ["", "", "", "_EMAIL", "_INSTA", "_TIKTOK", "_POS"] as const;
const PEOPLE = [
  ...["ANNA", "MARIE", "LENA", "JONAS", "TOM", "ZOE", "EMIR", "NOAH", "IDA", "PAUL", "LUCA"],
  ...["SOFIA", "MAX", "CLARA", "FINN", "NINA", "OLE", "ELIF", "KAI", "ROSA", "BEN", "MIA"],
] as const;
const SURNAMES = ["BAKES", "RUNS", "HOME", "STYLE", "LOVES", "_OFFICIAL", "TRAVELS", ""] as const;
const RUBBISH = ["TEST", "test2", "asdf", "xx", "NEU", "copy of summer", "DO NOT USE", "1", "tmp"];

/** As the convention has it: `SUMMER25_20OFF_EMAIL`. */
export function seasonName(pick: Pick, offer: string): string {
  const year = 24 + pick.below(3);
  return `${pick.of(SEASONS)}${year}_${offer}${pick.of(CHANNELS)}`;
}

/** As somebody in a hurry has it. */
export function sloppySeasonName(pick: Pick, percent: number): string {
  const season = pick.of(SEASONS).toLowerCase();
  const year = 2024 + pick.below(3);
  return pick.of([
    `${season}-sale-${year}`,
    `${season.toUpperCase()}${percent}`,
    `${season} ${year % 100}`,
    `${year}${season.slice(0, 3).toUpperCase()}-${percent}`,
    `Sale${season.charAt(0).toUpperCase()}${season.slice(1)}`,
  ]);
}

export function handleName(pick: Pick, percent: number): string {
  return `${pick.of(PEOPLE)}${pick.of(SURNAMES)}${percent}`;
}

export function rubbishName(pick: Pick): string {
  return pick.of(RUBBISH);
}

const ALIKE: readonly (readonly [string, string])[] = [
  ["O", "0"],
  ["I", "1"],
  ["S", "5"],
  ["E", "3"],
  ["L", "1"],
  ["B", "8"],
];

/** The same to the eye; undefined when it has no sign that can be mistaken. */
export function lookAlike(code: string): string | undefined {
  const found = ALIKE.find(([one]) => code.includes(one));
  return found && code.replace(...found);
}
