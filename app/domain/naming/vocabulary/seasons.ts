import { entries } from "./entries.ts";

/** Seasons and the days shops give discounts for. */
export const SEASONS = entries(
  `
SPRING Spring; SUMMER Summer; AUTUMN Autumn; WINTER Winter; BLACKFRIDAY Black Friday;
CYBERMONDAY Cyber Monday; XMAS Christmas; NEWYEAR New Year; VALENTINES Valentine’s Day;
EASTER Easter; MOTHERSDAY Mother’s Day; FATHERSDAY Father’s Day; HALLOWEEN Halloween;
SINGLESDAY Singles’ Day; BACKTOSCHOOL Back to school
`,
  {
    AUTUMN: ["FALL"],
    BLACKFRIDAY: ["BF", "BLACK-FRIDAY", "BLACK_FRIDAY"],
    CYBERMONDAY: ["CM", "CYBER-MONDAY", "CYBER_MONDAY"],
    XMAS: ["CHRISTMAS", "X-MAS"],
    NEWYEAR: ["NEW-YEAR", "NEW_YEAR", "NY"],
    VALENTINES: ["VALENTINE", "VDAY"],
    MOTHERSDAY: ["MOTHERS-DAY", "MOTHERS_DAY"],
    FATHERSDAY: ["FATHERS-DAY", "FATHERS_DAY"],
    SINGLESDAY: ["SINGLES-DAY", "SINGLES_DAY"],
    BACKTOSCHOOL: ["BTS", "BACK-TO-SCHOOL"],
  },
);
